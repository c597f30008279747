import { Refusal } from '../refusal.ts';
import type { Account } from './account.ts';
import type { SignInRequest } from './accounts.wire.ts';
import type { AccountsStore } from './accounts-store.ts';
import { passwordMatches } from './password.ts';

/** @throws Refusal `wrong-credentials`, the same for known and unknown addresses */
export async function signIn(accounts: AccountsStore, { email, password }: SignInRequest): Promise<Account> {
  const account = await accounts.findByEmail(email.normalize('NFC').trim().toLowerCase());
  const matches = await passwordMatches(account?.passwordHash ?? null, password);
  if (account && matches) return account;
  throw new Refusal('wrong-credentials', {
    de: 'E-Mail-Adresse oder Passwort stimmen nicht.',
    en: 'Email address or password is wrong.',
  });
}
