import type { Invitation } from '../invitations/invitation.ts';
import { composeInvitation, composeSample, sampleRecipient } from './compose-mail.ts';
import type { Mail, RenderedMail } from './mail.ts';
import type { OutboxMail, OutboxResponse } from './mail.wire.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { RenderDeps } from './render-owed-mail.ts';
import type { MailTransport } from './transport.ts';

export interface OutboxDeps
  extends Pick<RenderDeps, 'url' | 'linkOf' | 'findQuestionnaire' | 'findWave' | 'listOffices' | 'readCity'> {
  readonly store: Pick<OutboxStore, 'list' | 'count'>;
  readonly transport: Pick<MailTransport, 'kind' | 'folder'>;
  listInvitations(waveId: string): Promise<readonly Invitation[]>;
}

const maxListed = 500;

/** Everything the listed mails are written from, each asked for once. */
async function sourcesOf(deps: OutboxDeps, mails: readonly Mail[]) {
  const waveIds = [...new Set(mails.map(({ waveId }) => waveId))];
  const waves = await Promise.all(waveIds.map((id) => deps.findWave(id)));
  const invitations = await Promise.all(waveIds.map((id) => deps.listInvitations(id)));
  return {
    waves: new Map(waves.flatMap((wave) => (wave === null ? [] : [[wave.id, wave] as const]))),
    invitations: new Map(invitations.flat().map((invitation) => [invitation.id, invitation])),
    offices: await deps.listOffices(),
    city: await deps.readCity(),
  };
}

type Sources = Awaited<ReturnType<typeof sourcesOf>>;

function rendered(deps: OutboxDeps, mail: Mail, sources: Sources): RenderedMail | null {
  const { city, offices } = sources;
  const wave = sources.waves.get(mail.waveId);
  if (!wave) return null;
  const { language, to } = mail;
  if (mail.kind === 'test') {
    const recipient = sampleRecipient(wave, offices, null);
    return composeSample(deps, { occasion: 'test', wave, recipient, to, city, language });
  }
  const invitation = sources.invitations.get(mail.invitationId ?? '');
  if (!invitation || wave.state === 'draft') return null;
  return composeInvitation(deps, { wave, invitation, city, language });
}

function row(deps: OutboxDeps, mail: Mail, sources: Sources): OutboxMail {
  const { id, kind, waveId, state, dueAt, sentAt, sentTo, attempts, error } = mail;
  const content = rendered(deps, mail, sources);
  const shown = deps.transport.kind === 'folder' && state !== 'cancelled' ? content : null;
  return {
    id,
    kind,
    waveId,
    waveTitle: sources.waves.get(waveId)?.title ?? '',
    to: sentTo ?? content?.to.address ?? mail.to ?? '',
    subject: content?.subject ?? '',
    state,
    dueAt: dueAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    attempts,
    error,
    link: shown?.link ?? null,
    text: shown?.text ?? null,
  };
}

/** Mails owed and sent, newest first; their text and link only where they go to the outbox folder. */
export async function listOutbox(deps: OutboxDeps, waveId: string | null): Promise<OutboxResponse> {
  const mails = await deps.store.list({ waveId, limit: maxListed });
  const sources = await sourcesOf(deps, mails);
  return {
    transport: deps.transport.kind,
    folder: deps.transport.folder,
    counts: { ...(await deps.store.count(waveId)) },
    mails: mails.map((mail) => row(deps, mail, sources)),
  };
}
