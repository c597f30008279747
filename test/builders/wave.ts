import type { Agent } from '../harness/start-pegel.ts';

export interface OfficeToAsk {
  readonly code: string;
  readonly emails: readonly string[];
  readonly parentId?: string;
  readonly fields?: readonly string[];
}

/** Adds an office through the interface; resolves with it. */
export async function addOffice(officer: Agent, { code, emails, parentId, fields = [] }: OfficeToAsk) {
  const contacts = emails.map((email, n) => ({
    name: `Person ${code}-${n + 1}`,
    email,
    role: n === 0 ? 'lead' : 'expert',
  }));
  const sent = { code, name: `Amt ${code}`, parentId: parentId ?? null, headcount: null, fields, contacts };
  return (await officer.post('/api/offices').send(sent).expect(201)).body;
}

/** A valid draft over these offices, as a page would send it. */
export const waveOver = (officeIds: readonly string[], over: Readonly<Record<string, unknown>> = {}) => ({
  title: 'Digitaler Stand 2026',
  questionnaire: { id: 'kommunal-digital', version: 1 },
  officeIds,
  deadline: '2026-10-16',
  language: 'de',
  ...over,
});

/** When the tests of waves take place. */
export const september = new Date('2026-09-14T08:00:00Z');

const threeOffices: readonly OfficeToAsk[] = [
  { code: '10', emails: ['a10@stadt.example', 'b10@stadt.example'] },
  { code: '20', emails: ['a20@stadt.example'] },
  { code: '30', emails: ['a30@stadt.example'] },
];

async function officeOf(officer: Agent, wanted: OfficeToAsk) {
  const { offices } = (await officer.get('/api/offices').expect(200)).body;
  return offices.find((one: { code: string }) => one.code === wanted.code) ?? addOffice(officer, wanted);
}

/** A draft over three offices with four contacts, which are added when they are missing. */
export async function draftedWave(officer: Agent, over: Readonly<Record<string, unknown>> = {}) {
  const offices = [];
  for (const wanted of threeOffices) offices.push(await officeOf(officer, wanted));
  const ids = offices.map(({ id }) => id);
  const wave = (await officer.post('/api/waves').send(waveOver(ids, over)).expect(201)).body;
  return { wave, offices };
}

export async function openedWave(officer: Agent, over: Readonly<Record<string, unknown>> = {}) {
  const { wave, offices } = await draftedWave(officer, over);
  const { revision } = wave;
  const opened = await officer.post(`/api/waves/${wave.id}/open`).send({ revision }).expect(200);
  return { wave: opened.body, offices };
}

/** The rows of the cockpit. */
export async function invitationsOf(officer: Agent, waveId: string) {
  return (await officer.get(`/api/waves/${waveId}/invitations`).expect(200)).body;
}

/** What `Authorization: Link …` of the answering page carries, from the outbox of a Pegel without a mail server. */
export async function linkTo(officer: Agent, waveId: string, email: string): Promise<string> {
  const { mails } = (await officer.get(`/api/outbox?waveId=${waveId}`).expect(200)).body;
  const mail = mails.find((one: { to: string; link: string | null }) => one.to === email && one.link);
  return String(mail?.link).split('/r/')[1] ?? '';
}
