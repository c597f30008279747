import { createHash } from 'node:crypto';
import type { MailDebt } from '../mail/mail.ts';
import type { StartedWave } from '../waves/wave.ts';
import type { EscalationMail } from './escalation-mails.ts';

/** An address in the id of a debt. */
export function addressCode(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 24);
}

interface About {
  readonly wave: StartedWave;
  readonly dueAt: Date;
}

const noInvitation = { invitationId: null, step: 0 } as const;

/** One reminder to an address on a local date, whichever waves and offices it is about. */
export function reminderDebt(
  { wave, dueAt }: About,
  { email, day }: { email: string; day: string },
): MailDebt {
  return {
    ...noInvitation,
    id: `reminder:${addressCode(email)}:${day}`,
    kind: 'reminder',
    waveId: wave.id,
    to: email,
    language: wave.language,
    dueAt,
    facts: null,
  };
}

/** A reminder that the officer asked for now; one a minute. */
export function askedReminderDebt({ wave, dueAt }: About, email: string): MailDebt {
  const minute = dueAt.toISOString().slice(0, 16);
  return { ...reminderDebt({ wave, dueAt }, { email, day: `asked:${minute}` }), facts: { asked: 'yes' } };
}

export function escalationDebt(
  { wave, dueAt }: About,
  stepId: string,
  { kind, name, email, officeName }: EscalationMail,
): MailDebt {
  return {
    ...noInvitation,
    id: `escalation:${wave.id}:${stepId}:${addressCode(email)}`,
    kind: 'escalation',
    waveId: wave.id,
    to: email,
    language: wave.language,
    dueAt,
    facts: { kind, person: name, office: officeName },
  };
}
