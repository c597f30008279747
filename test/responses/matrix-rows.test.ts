import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromStoredNames, toStoredNames } from '../../server/store/field-names.ts';
import { nestedRows } from '../../surveys/answers/nested-rows.ts';
import { personOf, type SeveralWave, severalWave } from '../builders/several.ts';
import { addOffice, linkTo, september, waveOver } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { trialCatalog } from '../respond/trial-questionnaire.ts';
import { freshSaveId, type Person, personWith, submissionOf } from './asked-offices.ts';

const questionnaire = { id: 'trial', version: 1 };

let catalog: Awaited<ReturnType<typeof trialCatalog>>;
let started: StartedPegel;
let officer: Agent;
let waveId: string;
let lead: Person;
let expert: Person;
let anonymous: SeveralWave;

async function openedOfficialWave(): Promise<void> {
  const emails = ['lead@stadt.example', 'expert@stadt.example'];
  const { id } = await addOffice(officer, { code: '10', emails });
  const sent = waveOver([id], { questionnaire });
  const drafted = (await officer.post('/api/waves').send(sent).expect(201)).body;
  waveId = drafted.id;
  await officer.post(`/api/waves/${waveId}/open`).send({ revision: drafted.revision }).expect(200);
  await started.pegel.tick();
  const [one, other] = await Promise.all(emails.map((email) => linkTo(officer, waveId, email)));
  lead = personWith(started.url, one ?? '');
  expert = personWith(started.url, other ?? '');
}

beforeAll(async () => {
  catalog = await trialCatalog();
  started = await startPegel({ at: september, catalogFolder: catalog.folder });
  officer = await started.officer();
  await openedOfficialWave();
  anonymous = await severalWave(started, { asked: { a: 5 }, over: { questionnaire } });
});
afterAll(async () => {
  await started.stop();
  await catalog.remove();
});

const save = (key: string, value: unknown, base = 0) => ({
  saveId: freshSaveId(),
  changes: [{ key, base, value }],
});
const answers = { ease: 4, ways: ['mail'], paths: { r1: 3, r2: { value: 1, comment: 'bald' }, r3: 2 } };
/** (75 + 100/3 + 75 + 25 + 50) / 5 */
const index = 51.666667;

/** Names of all fields of a document, at any depth. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

describe('rows of a matrix', () => {
  it('are saved one by one, and what a colleague wrote meanwhile is a conflict of that row', async () => {
    const first = await lead.save(save('paths.r1', 3)).expect(200);
    expect(first.body.accepted).toEqual([{ key: 'paths.r1', revision: 1 }]);
    await lead.save(save('paths.r2', { value: 1, comment: 'bald' })).expect(200);
    const { body } = await expert.save(save('paths.r1', 0)).expect(200);
    expect(body.conflicts).toEqual([{ key: 'paths.r1', revision: 1, value: { value: 3 } }]);
    expect((await expert.open().expect(200)).body.answers).toEqual({
      'paths.r1': { value: { value: 3 }, revision: 1 },
      'paths.r2': { value: { value: 1, comment: 'bald' }, revision: 1 },
    });
  });

  it('are submitted inside their matrix, once the page has seen every row', async () => {
    const stale = await lead.submit({ seen: { paths: { r1: 1 } }, answers }).expect(409);
    expect(stale.body).toMatchObject({ type: '/problems/response-changed-elsewhere', keys: ['paths.r2'] });
    const wrong = { ...answers, paths: { ...answers.paths, r2: 9, r9: 1 } };
    const seen = { paths: { r1: 1, r2: 1 } };
    const { errors } = (await lead.submit({ seen, answers: wrong }).expect(422)).body;
    expect(errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '#/answers/paths.r2',
      '#/answers/paths.r9',
    ]);
    const { receipt } = (await lead.submit({ seen, answers }).expect(200)).body;
    expect((await lead.submit({ seen, answers }).expect(200)).body.receipt).toEqual(receipt);
    const opened = (await expert.open().expect(200)).body;
    expect(opened).toMatchObject({ state: 'submitted', receipt });
    expect((await expert.submit(submissionOf(opened)).expect(200)).body.receipt).toEqual(receipt);
  });

  it.each([
    ['a matrix for its name with a dot', { seen: { 'paths.r1': 1 }, answers: {} }],
    ['an answer for its name with a dot', { seen: {}, answers: { 'paths.r1': 3 } }],
    ['a revision inside a row', { seen: { paths: { r1: { x: 1 } } }, answers: {} }],
    ['a revision below 0', { seen: { paths: { r1: -1 } }, answers: {} }],
    ['a list of revisions', { seen: { paths: [1, 2] }, answers: {} }],
    ['a row without a name', { seen: { paths: { '': 1 } }, answers: {} }],
  ])('are refused with %s (T34)', async (_what, sent) => {
    const { body } = await lead.submit(sent as never).expect(400);
    expect(body.errors[0].pointer).toMatch(/^#\/(seen|answers)\/paths/);
  });

  it('score, and leave in the form of files', async () => {
    const results = (await officer.get(`/api/waves/${waveId}/results`).expect(200)).body;
    expect(results.offices[0].score).toMatchObject({ index, dimensions: { d1: { score: index } } });
    const records = (await officer.get(`/api/waves/${waveId}/responses.json`).expect(200)).body;
    expect(records).toMatchObject([{ office: '10', answers }]);
  });

  it('are submitted without a name just so', async () => {
    for (let at = 0; at < 5; at += 1) {
      const { body } = await personOf(anonymous, 'a', at).submit({ seen: {}, answers }).expect(200);
      expect(body.receipt.submittedAt).toBeNull();
    }
    await anonymous.close();
    await started.pegel.tick();
    const results = (await officer.get(`/api/waves/${anonymous.waveId}/results`).expect(200)).body;
    expect(results.offices[0].score).toMatchObject({ n: 5, index });
    const path = `/api/waves/${anonymous.waveId}/responses.json`;
    const records = (await officer.get(path).expect(200)).body;
    expect(records).toHaveLength(5);
    expect(records[0].answers).toMatchObject({ paths: { r1: 3, r2: 1, r3: 2 } });
  });

  it('leave no name in the database that holds a dot or begins with $ (T34)', async () => {
    const dump = await databaseDump(started.folder);
    const names = new Set(namesIn(Object.values(dump)));
    expect([...names].filter((name) => name.includes('.') || name.startsWith('$'))).toEqual([]);
    const [response] = dump['responses'] as Record<string, unknown>[];
    const rows = { 'paths:r1': { value: 3 }, 'paths:r3': { value: 2 } };
    expect(response).toMatchObject({
      draft: { 'paths:r1': { value: { value: 3 }, revision: 1 } },
      submissions: [
        {
          answers: rows,
          score: { dimensions: { d1: { items: { 'paths:r1': 75, 'paths:r2': 25, 'paths:r3': 50 } } } },
        },
      ],
    });
    expect(dump['anonymousAnswers']).toHaveLength(5);
    expect(dump['anonymousAnswers']?.[0]).toMatchObject({ answers: rows });
  });
});

describe('names of questions in the store', () => {
  const name = fc.stringMatching(/^[a-zÄ-ü][a-zÄ-ü0-9_/~-]{0,8}$/);
  const question = fc.oneof(
    name,
    fc.tuple(name, name).map((pair) => pair.join('.')),
  );

  it('hold no dot and come back as they were', () => {
    fc.assert(
      fc.property(fc.dictionary(question, fc.integer()), (byQuestion) => {
        const stored = toStoredNames(byQuestion);
        expect(Object.keys(stored).filter((one) => one.includes('.'))).toEqual([]);
        expect(Object.entries(fromStoredNames(stored))).toEqual(Object.entries(byQuestion));
      }),
    );
  });

  it('are left alone where there is no matrix', () => {
    const byQuestion = { d1_1: 1, d1_2: 2 };
    expect(toStoredNames(byQuestion)).toBe(byQuestion);
    expect(fromStoredNames(byQuestion)).toBe(byQuestion);
    expect(nestedRows(byQuestion)).toEqual(byQuestion);
  });
});
