import { Refusal } from '../refusal.ts';
import type { AccountsStore } from './accounts-store.ts';
import { newToken, tokenHash } from './token-hash.ts';
import type { TokensStore } from './tokens-store.ts';

/**
 * A bearer token that acts for an account; shown once, stored as a hash.
 *
 * @param email whose account; null: the first one
 */
export async function createToken(
  { accounts, tokens, now }: { accounts: AccountsStore; tokens: TokensStore; now: () => Date },
  { email, name }: { email: string | null; name: string },
): Promise<string> {
  const account = email === null ? await accounts.first() : await accounts.findByEmail(email);
  if (!account) throw noAccount(email);
  const token = newToken();
  await tokens.addToken({ hash: tokenHash(token), accountId: account.id, name, createdAt: now() });
  return token;
}

function noAccount(email: string | null): Refusal {
  if (email === null) {
    return new Refusal('unknown', {
      de: 'Es gibt noch kein Konto. Richten Sie Pegel zuerst ein.',
      en: 'There is no account yet. Set up Pegel first.',
    });
  }
  return new Refusal('unknown', {
    de: `Für ${email} gibt es kein Konto.`,
    en: `There is no account for ${email}.`,
  });
}
