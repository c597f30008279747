import { Refusal } from '../refusal.ts';
import type { Account } from './account.ts';
import type { SetupRequest } from './accounts.wire.ts';
import type { AccountsStore } from './accounts-store.ts';
import { createAccount } from './create-account.ts';
import { tokenHash } from './token-hash.ts';
import type { TokensStore } from './tokens-store.ts';

export interface SetUpDeps {
  readonly accounts: AccountsStore;
  readonly tokens: TokensStore;
  readonly now: () => Date;
  readonly writeCity: (settings: {
    city: string;
    contact: { name: string; phone: string; email: string };
  }) => Promise<void>;
}

/**
 * Creates the first account; the link is used up before anything is written, so it works once however often it is sent.
 *
 * @throws Refusal `already-done` after set-up, `forbidden` for a wrong or used link
 */
export async function setUp(deps: SetUpDeps, command: SetupRequest): Promise<Account> {
  const { token, city, password, ...person } = command;
  if (await deps.accounts.first()) throw alreadySetUp();
  if (!(await deps.tokens.useSetupLink(tokenHash(token)))) throw wrongLink();
  await deps.writeCity({ city, contact: person });
  return createAccount(deps, { ...person, password });
}

const alreadySetUp = () =>
  new Refusal('already-done', {
    de: 'Pegel ist schon eingerichtet. Bitte melden Sie sich an.',
    en: 'Pegel is already set up. Please sign in.',
  });

const wrongLink = () =>
  new Refusal('forbidden', {
    de: 'Dieser Einrichtungslink gilt nicht oder nicht mehr. Ein neuer wird bei jedem Start ausgegeben.',
    en: 'This set-up link is not valid, or no longer. A new one is printed at each start.',
  });
