import supertest from 'supertest';
import type {
  AnsweringResponse,
  SaveAnswersRequest,
  SubmitRequest,
} from '../../server/responses/responses.wire.ts';
import { nestedRows } from '../../surveys/answers/nested-rows.ts';
import { addOffice, waveOver } from '../builders/wave.ts';
import type { Agent, StartedPegel } from '../harness/start-pegel.ts';

/** One person with a link. */
export interface Person {
  readonly link: string;
  open(): supertest.Test;
  seen(): supertest.Test;
  save(request: SaveAnswersRequest): supertest.Test;
  submit(request: SubmitRequest): supertest.Test;
}

export function personWith(url: string, link: string): Person {
  const api = supertest(url);
  const authorization = `Link ${link}`;
  return {
    link,
    open: () => api.get('/api/r').set('Authorization', authorization),
    seen: () => api.post('/api/r/seen').set('Authorization', authorization).send({}),
    save: (request) => api.patch('/api/r/answers').set('Authorization', authorization).send(request),
    submit: (request) => api.post('/api/r/submission').set('Authorization', authorization).send(request),
  };
}

export interface City {
  readonly officer: Agent;
  readonly officeIds: readonly string[];
}

/** Office 10 with two people, office 40 (tagged for education) and office 80 with one each. */
export async function smallCity(started: StartedPegel): Promise<City> {
  const officer = await started.officer();
  const offices = [
    await addOffice(officer, { code: '10', emails: ['lead10@stadt.example', 'expert10@stadt.example'] }),
    await addOffice(officer, { code: '40', emails: ['lead40@stadt.example'], fields: ['bildung'] }),
    await addOffice(officer, { code: '80', emails: ['lead80@stadt.example'] }),
  ];
  return { officer, officeIds: offices.map(({ id }) => id) };
}

export interface OpenedWave {
  readonly waveId: string;
  readonly revision: number;
  readonly lead: Person;
  readonly expert: Person;
  readonly schools: Person;
}

/** A new open wave over the small city, its links taken from the mails. */
export async function openedWave(started: StartedPegel, { officer, officeIds }: City): Promise<OpenedWave> {
  const drafted = await officer.post('/api/waves').send(waveOver(officeIds)).expect(201);
  const { id: waveId, revision } = drafted.body;
  const opened = await officer.post(`/api/waves/${waveId}/open`).send({ revision }).expect(200);
  await started.pegel.tick();
  const { mails } = (await officer.get(`/api/outbox?waveId=${waveId}`).expect(200)).body;
  const person = (address: string) => {
    const mail = mails.find(({ to }: { to: string }) => to === address);
    return personWith(started.url, String(mail?.link).split('/r/')[1] ?? '');
  };
  return {
    waveId,
    revision: opened.body.revision,
    lead: person('lead10@stadt.example'),
    expert: person('expert10@stadt.example'),
    schools: person('lead40@stadt.example'),
  };
}

let saves = 0;

/** A save id that was not used before. */
export function freshSaveId(): string {
  saves += 1;
  return `test-save-${saves}`;
}

/** What a page would send as seen and shown. */
export function submissionOf({ answers }: AnsweringResponse, changed: Record<string, unknown> = {}) {
  const entries = Object.entries(answers);
  const shown = entries.flatMap(([key, { value }]) => (value === null ? [] : [[key, value]]));
  return {
    seen: nestedRows(Object.fromEntries(entries.map(([key, { revision }]) => [key, revision]))),
    answers: nestedRows({ ...Object.fromEntries(shown), ...changed }),
  };
}

/** One level for every question of dimensions d1 to d6. */
export function allAt(level: number): Record<string, unknown> {
  const items = [1, 2, 3, 4, 5, 6].flatMap((d) => [1, 2, 3, 4, 5].map((n) => `d${d}_${n}`));
  return Object.fromEntries(items.map((item) => [item, level]));
}
