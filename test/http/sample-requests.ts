import { invitationsOf, openedWave } from '../builders/wave.ts';
import type { Agent, StartedPegel } from '../harness/start-pegel.ts';

/** Ids of things that exist, so that a request is refused for its form and not because something is missing. */
export interface KnownIds {
  readonly officeId: string;
  readonly waveId: string;
  readonly invitationId: string;
}

/** Opens a wave and gives the ids of what is there then. */
export async function openedIds({ pegel }: StartedPegel, officer: Agent): Promise<KnownIds> {
  const { wave, offices } = await openedWave(officer);
  await pegel.tick();
  const { invitations } = await invitationsOf(officer, wave.id);
  return { waveId: wave.id, officeId: offices[0].id, invitationId: invitations[0].id };
}

const office = {
  code: '77',
  name: 'Amt 77',
  parentId: null,
  headcount: 12,
  fields: ['verwaltung'],
  contacts: [{ name: 'Kim Muster', email: 'kim@stadt.example', role: 'lead' }],
};

const wave = {
  title: 'Stand 2026',
  questionnaire: { id: 'kommunal-digital', version: 1 },
  officeIds: ['known'],
  deadline: '2026-10-16',
  language: 'de',
};

/** A request of the right form for every operation that takes one. */
export const sampleRequests: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'post /api/session': { email: 'dana@stadt.example', password: 'ein-langes-passwort' },
  'post /api/setup': {
    token: 'abc',
    city: 'Musterstadt',
    name: 'Digitalisierungsbeauftragte',
    phone: '0123',
    email: 'dana@stadt.example',
    password: 'ein-langes-passwort',
  },
  'put /api/settings': {
    city: 'Musterstadt',
    contact: { name: 'Digitalisierungsbeauftragte', phone: '0123', email: 'dana@stadt.example' },
  },
  'post /api/offices': office,
  'put /api/offices/{id}': { ...office, revision: 1 },
  'post /api/waves': { ...wave, mode: 'official' },
  'patch /api/waves/{id}': { ...wave, revision: 1 },
  'post /api/waves/{id}/open': { revision: 1 },
  'post /api/waves/{id}/close': { revision: 1 },
  'put /api/waves/{id}/targets': { revision: 1, targets: { d1: 60 } },
  'post /api/waves/{id}/test-mail': { to: 'dana@stadt.example', language: 'de' },
  'post /api/invitations/{id}/resend': { newLink: false },
  'post /api/invitations/{id}/revoke': {},
  'post /api/r/not-me': {
    colleague: { name: 'Kim Muster', email: 'kim@stadt.example' },
    note: 'seit Mai',
  },
  'post /api/invitations/{id}/replace': { name: 'Kim Muster', email: 'kim@stadt.example' },
  'post /api/proposals/{id}/confirm': { name: 'Kim Muster', email: 'kim@stadt.example' },
  'post /api/proposals/{id}/dismiss': {},
  'post /api/link-again': { email: 'kim@stadt.example' },
  'put /api/waves/{id}/reminders': {
    daysAfterOpening: [7],
    daysBeforeDeadline: [2],
    weekdays: [1],
    fromHour: 8,
    toHour: 17,
    holidays: 'NW',
    leadDaysBefore: 2,
    divisionDaysBefore: 1,
    revision: 0,
  },
  'put /api/waves/{id}/reminders/escalation': { office: 'o1', stopped: true },
  'post /api/invitations/{id}/remind': { again: false },
  'post /api/r/seen': {},
  'patch /api/r/answers': { saveId: 'save-0001', changes: [{ key: 'd1_1', base: 0, value: 3 }] },
  'post /api/r/submission': { seen: { d1_1: 1 }, answers: { d1_1: 3 } },
};

/** Values that no form asks for; answers may be of any form here and are checked by the questionnaire. */
const anyForm = /^(changes\.0\.value|answers\.)/;

/** Every copy of the request with one value replaced. */
export function withEachValueReplaced(
  request: Readonly<Record<string, unknown>>,
  hostile: unknown,
): readonly { readonly path: string; readonly body: unknown }[] {
  return leaves(request)
    .filter((path) => !anyForm.test(path.join('.')))
    .map((path) => ({ path: path.join('.'), body: replaced(request, path, hostile) }));
}

function leaves(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}

function replaced(value: unknown, [name, ...rest]: readonly string[], hostile: unknown): unknown {
  if (name === undefined) return hostile;
  if (Array.isArray(value))
    return value.map((inner, at) => (String(at) === name ? replaced(inner, rest, hostile) : inner));
  const members = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(
    members.map(([key, inner]) => [key, key === name ? replaced(inner, rest, hostile) : inner]),
  );
}

/** The path of an operation with the ids filled in. */
export function pathOf(path: string, ids: KnownIds): string {
  const id = path.startsWith('/api/offices')
    ? ids.officeId
    : path.startsWith('/api/waves')
      ? ids.waveId
      : ids.invitationId;
  return path
    .replace('{id}', path.startsWith('/api/questionnaires') ? 'kommunal-digital' : id)
    .replace('{officeId}', ids.officeId)
    .replace('{n}', '1');
}
