import type { Language } from '../../surveys/plan/plan.ts';
import { Refusal } from '../refusal.ts';
import type { Wave } from '../waves/wave.ts';
import type { TestMailResponse } from '../waves/waves.wire.ts';
import type { City } from './compose-mail.ts';
import type { MailDebt } from './mail.ts';

export interface TestMailDeps {
  readonly now: () => Date;
  readonly newId: () => string;
  readCity(): Promise<City>;
  oweMails(debts: readonly MailDebt[]): Promise<void>;
  wake(): void;
}

export interface TestMailCommand {
  readonly wave: Wave;
  /** Null: to the contact person of the settings. */
  readonly to: string | null;
  readonly language: Language | null;
}

function noAddress(): Refusal {
  const detail = {
    de: 'In den Einstellungen steht noch keine E-Mail-Adresse. Bitte nennen Sie eine Adresse für den Test.',
    en: 'There is no e-mail address in the settings yet. Please name an address for the test.',
  };
  return new Refusal('malformed-request', detail, { errors: [{ pointer: '#/to', detail }] });
}

/** Owes the invitation of a wave as a test mail to oneself. */
export async function oweTestMail(
  deps: TestMailDeps,
  { wave, to, language }: TestMailCommand,
): Promise<TestMailResponse> {
  const address = to ?? (await deps.readCity()).contact.email;
  if (address === '') throw noAddress();
  const id = `test:${deps.newId()}`;
  const debt = { id, kind: 'test', waveId: wave.id, invitationId: null, step: 0, to: address } as const;
  await deps.oweMails([{ ...debt, language: language ?? wave.language, dueAt: deps.now(), facts: null }]);
  deps.wake();
  return { to: address, mailId: id };
}
