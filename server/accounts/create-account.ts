import { randomUUID } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import type { Account } from './account.ts';
import type { AccountsStore } from './accounts-store.ts';
import { hashPassword } from './password.ts';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly password: string;
}

/** @throws Refusal `conflict` when the address has an account */
export async function createAccount(
  { accounts, now }: { accounts: AccountsStore; now: () => Date },
  { password, ...person }: NewAccount,
): Promise<Account> {
  const account: Account = {
    id: randomUUID(),
    ...person,
    passwordHash: await hashPassword(password),
    signInVersion: 1,
    createdAt: now(),
  };
  if (await accounts.add(account)) return account;
  throw new Refusal('conflict', {
    de: `Für ${person.email} gibt es schon ein Konto.`,
    en: `There is already an account for ${person.email}.`,
  });
}
