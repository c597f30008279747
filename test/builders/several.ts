import type { Agent, StartedPegel } from '../harness/start-pegel.ts';
import { type Person, personWith } from '../responses/asked-offices.ts';
import { addOffice, linkTo, waveOver } from './wave.ts';

export interface SeveralWave {
  readonly waveId: string;
  readonly revision: number;
  readonly officer: Agent;
  /** By office code. */
  readonly officeIds: Readonly<Record<string, string>>;
  /** By office code, one per contact. */
  readonly people: Readonly<Record<string, readonly Person[]>>;
  close(): Promise<void>;
}

export interface SeveralRequest {
  /** Contacts by office code. */
  readonly asked: Readonly<Record<string, number>>;
  readonly several?: Readonly<Record<string, unknown>>;
  /** What the wave has beyond a usual draft. */
  readonly over?: Readonly<Record<string, unknown>>;
}

export const emailOf = (code: string, n: number) => `person${n}.amt${code}@stadt.example`;

let waves = 0;

/** An open wave of mode several over new offices; the codes get a prefix, so that every wave has offices of its own. */
export async function severalWave(
  started: StartedPegel,
  { asked, several = { anonymous: true }, over = {} }: SeveralRequest,
): Promise<SeveralWave> {
  const officer = await started.officer();
  waves += 1;
  const offices = [];
  for (const [code, count] of Object.entries(asked)) {
    const own = `${waves}-${code}`;
    const emails = Array.from({ length: count }, (_, n) => emailOf(own, n));
    offices.push({ code, emails, id: (await addOffice(officer, { code: own, emails })).id });
  }
  const ids = offices.map(({ id }) => id);
  const sent = waveOver(ids, { mode: 'several', several, ...over });
  const drafted = (await officer.post('/api/waves').send(sent).expect(201)).body;
  const step = { revision: drafted.revision };
  const opened = (await officer.post(`/api/waves/${drafted.id}/open`).send(step).expect(200)).body;
  await started.pegel.tick();
  const people: Record<string, readonly Person[]> = {};
  for (const { code, emails } of offices) {
    const links = await Promise.all(emails.map((email) => linkTo(officer, opened.id, email)));
    people[code] = links.map((link) => personWith(started.url, link));
  }
  return {
    waveId: opened.id,
    revision: opened.revision,
    officer,
    officeIds: Object.fromEntries(offices.map(({ code, id }) => [code, id])),
    people,
    async close() {
      const { revision } = (await officer.get(`/api/waves/${opened.id}`).expect(200)).body;
      await officer.post(`/api/waves/${opened.id}/close`).send({ revision }).expect(200);
    },
  };
}

/** The person at a place of an office. */
export function personOf({ people }: SeveralWave, code: string, at = 0): Person {
  const person = people[code]?.[at];
  if (person === undefined) throw new Error(`nobody at ${at} of ${code}`);
  return person;
}
