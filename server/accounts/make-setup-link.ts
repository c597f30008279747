import type { AccountsStore } from './accounts-store.ts';
import { newToken, tokenHash } from './token-hash.ts';
import type { TokensStore } from './tokens-store.ts';

export interface SetupLink {
  /** Null when Pegel is set up. */
  readonly url: string | null;
  /** The link of an instance ends with it. */
  end(): Promise<void>;
}

/** A one-time link of this instance while there is no account; those of other running instances are as good. */
export async function makeSetupLink({
  accounts,
  tokens,
  url,
}: {
  accounts: AccountsStore;
  tokens: TokensStore;
  url: string;
}): Promise<SetupLink> {
  if (await accounts.first()) return { url: null, end: async () => {} };
  const token = newToken();
  const hash = tokenHash(token);
  await tokens.addSetupLink(hash);
  return { url: `${url}/einrichten/${token}`, end: () => tokens.dropSetupLink(hash) };
}
