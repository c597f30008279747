import type { Account } from './account.ts';
import type { AccountsStore } from './accounts-store.ts';
import { tokenHash } from './token-hash.ts';
import type { TokensStore } from './tokens-store.ts';

/** Null when the account is gone or has a newer password than the session. */
export async function officerOfSession(
  accounts: AccountsStore,
  { accountId, signInVersion }: { accountId: string; signInVersion: number },
): Promise<Account | null> {
  const account = await accounts.find(accountId);
  return account?.signInVersion === signInVersion ? account : null;
}

export async function officerOfToken(
  { accounts, tokens }: { accounts: AccountsStore; tokens: TokensStore },
  token: string,
): Promise<Account | null> {
  const accountId = await tokens.accountOfToken(tokenHash(token));
  return accountId === null ? null : accounts.find(accountId);
}
