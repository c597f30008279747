import type { MailState } from './mail.ts';
import type { OutboxStore } from './outbox-store.ts';

export interface InvitationMailState {
  readonly state: MailState;
  readonly at: Date | null;
  readonly error: string | null;
}

/** How the latest mail of each invitation of a wave fares, by invitation id. */
export async function mailStates(
  { store }: { store: Pick<OutboxStore, 'listInvitationMails'> },
  waveId: string,
): Promise<ReadonlyMap<string, InvitationMailState>> {
  const latest = new Map<string, InvitationMailState>();
  for (const { invitationId, state, sentAt, dueAt, error } of await store.listInvitationMails(waveId)) {
    if (invitationId !== null) latest.set(invitationId, { state, at: sentAt ?? dueAt, error });
  }
  return latest;
}
