import type { AccountsStore } from './accounts-store.ts';
import { newToken, tokenHash } from './token-hash.ts';
import type { TokensStore } from './tokens-store.ts';

/** A new one-time link while there is no account; earlier ones are over. Null when Pegel is set up. */
export async function makeSetupLink({
  accounts,
  tokens,
  url,
}: {
  accounts: AccountsStore;
  tokens: TokensStore;
  url: string;
}): Promise<string | null> {
  if (await accounts.first()) return null;
  const token = newToken();
  await tokens.setSetupLink(tokenHash(token));
  return `${url}/einrichten/${token}`;
}
