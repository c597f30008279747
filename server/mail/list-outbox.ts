import type { Invitation } from '../invitations/invitation.ts';
import type { Mail } from './mail.ts';
import type { OutboxMail, OutboxResponse } from './mail.wire.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { RenderDeps } from './owed/mail-writer.ts';
import { readMail } from './render-owed-mail.ts';
import type { TemplateKind } from './templates/template-kinds.ts';
import type { MailTransport } from './transport.ts';

export interface OutboxDeps extends RenderDeps {
  readonly store: Pick<OutboxStore, 'list' | 'count'>;
  readonly transport: Pick<MailTransport, 'kind' | 'folder'>;
}

const maxListed = 500;

/** The answer to each question, asked once. */
function once<Key, Value>(ask: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const known = new Map<Key, Promise<Value>>();
  return (key) => {
    const found = known.get(key) ?? ask(key);
    known.set(key, found);
    return found;
  };
}

/** Everything the listed mails are written from, each asked for once. */
async function sourcesOf(deps: OutboxDeps, mails: readonly Mail[]): Promise<RenderDeps> {
  const waveIds = [...new Set(mails.map(({ waveId }) => waveId))];
  const invitations = (await Promise.all(waveIds.map((id) => deps.listInvitations(id)))).flat();
  const byId = new Map<string, Invitation>(invitations.map((invitation) => [invitation.id, invitation]));
  const german = once((kind: TemplateKind) => deps.findTemplate(kind, 'de'));
  const english = once((kind: TemplateKind) => deps.findTemplate(kind, 'en'));
  const [offices, city, letterhead] = await Promise.all([
    deps.listOffices(),
    deps.readCity(),
    deps.readLetterhead(),
  ]);
  return {
    ...deps,
    findWave: once(deps.findWave),
    listInvitations: once(deps.listInvitations),
    responseStates: once(deps.responseStates),
    findInvitation: async (id) => byId.get(id) ?? deps.findInvitation(id),
    findTemplate: (kind, language) => (language === 'de' ? german(kind) : english(kind)),
    listOffices: async () => offices,
    readCity: async () => city,
    readLetterhead: async () => letterhead,
  };
}

async function row(deps: OutboxDeps, mail: Mail, sources: RenderDeps): Promise<OutboxMail> {
  const { id, kind, waveId, state, dueAt, sentAt, sentTo, attempts, error } = mail;
  const content = await readMail(sources, mail);
  const shown = deps.transport.kind === 'folder' && state !== 'cancelled' ? content : null;
  return {
    id,
    kind,
    waveId,
    waveTitle: (await sources.findWave(waveId))?.title ?? '',
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
    mails: await Promise.all(mails.map((mail) => row(deps, mail, sources))),
  };
}
