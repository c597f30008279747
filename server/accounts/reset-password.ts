import { Refusal } from '../refusal.ts';
import type { AccountsStore } from './accounts-store.ts';
import { hashPassword } from './password.ts';

/** Sets a new password; every session of the account is over at once. */
export async function resetPassword(
  accounts: AccountsStore,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const account = await accounts.findByEmail(email);
  if (account) {
    await accounts.setPassword(account.id, await hashPassword(password));
    return;
  }
  throw new Refusal('unknown', {
    de: `Für ${email} gibt es kein Konto.`,
    en: `There is no account for ${email}.`,
  });
}
