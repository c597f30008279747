import type { Test } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import {
  allAt,
  type City,
  freshSaveId,
  type OpenedWave,
  openedWave,
  smallCity,
} from '../responses/asked-offices.ts';

let started: StartedPegel;
let city: City;
let wave: OpenedWave;

beforeAll(async () => {
  started = await startPegel({ at: september });
  city = await smallCity(started);
});
beforeEach(async () => {
  wave = await openedWave(started, city);
});
afterAll(() => started.stop());

/** JSON text as a page never sends it. */
const rawSave = (key: string, value: string) =>
  `{"saveId":"${freshSaveId()}","changes":[{"key":"${key}","base":0,"value":${value}}]}`;
const saving = (key: string, value: string) => JSON.parse(rawSave(key, value));
const asJson = (request: Test) => request.set('Content-Type', 'application/json');
const submitting = (answers: object) => ({ seen: {}, answers: { ...answers } });
const project = (more: string) => `[{"id":"p-1","title":"x"${more}}]`;

/** One answer as JSON text among good ones. */
const submittedWith = (key: string, value: string) => {
  const others = Object.entries(allAt(1)).filter(([name]) => name !== key);
  const members = [...others.map(([name, level]) => `"${name}":${level}`), `"${key}":${value}`];
  return asJson(wave.lead.submit(`{"seen":{},"answers":{${members.join()}}}` as never));
};

interface Stored {
  readonly waveId: string;
  readonly state: string;
  readonly draft: object;
  readonly submissions: readonly { answers: Record<string, object>; score: { readonly mean?: number } }[];
}
const stored = async () => {
  const all = (await databaseDump(started.folder))['responses'] as Stored[];
  return all.filter(({ waveId }) => waveId === wave.waveId);
};

describe('T27: over HTTP, an answer that does not fit is refused with the item named', () => {
  it.each([
    ['d1_1', '5'],
    ['d1_1', '-1'],
    ['d1_1', '2.5'],
    ['d1_1', '500'],
    ['d1_1', '"3"'],
    ['d1_1', '"5 "'],
    ['d1_1', 'true'],
    ['d1_1', '[5,5]'],
    ['d1_1', '1e309'],
    ['d1_1', '9007199254740993'],
    ['d1_1', '"constructor"'],
    ['d1_1', '{"value":{"x":1}}'],
    ['d1_1', '{"value":3,"state":"dk"}'],
    ['d1_1', '{"state":"later"}'],
    ['d1_1', '{"state":"na","reason":"because"}'],
    ['d1_1', '{"value":3,"constructor":{"prototype":{"polluted":1}}}'],
    ['d1_1', '{"value":3,"comment":{}}'],
    ['d1_1', '{"value":3,"comment":"a\\u0000b"}'],
    ['d1_1', '{"value":3,"comment":"\\ud800"}'],
    ['d1_1', `{"value":3,"comment":"${'x'.repeat(900_000)}"}`],
    ['projects', '"x"'],
    ['projects', '[1]'],
    ['projects', '[{"title":"no id"}]'],
    ['projects', project(',"budget":1e309')],
    ['projects', project(',"status":"fertig"')],
    ['projects', project(',"field":"__proto__"')],
    ['projects', project(',"unknown":1')],
    ['projects', project(`,"aim":"${'x'.repeat(3_000)}"`)],
    ['projects', `[${Array.from({ length: 31 }, (_, n) => `{"id":"p-${n}","title":"x"}`).join()}]`],
    ['constructor', '1'],
    ['toString', '1'],
    ['nirgends', '1'],
  ])('%s as %s', async (key, value) => {
    const { body } = await asJson(wave.lead.save(rawSave(key, value) as never)).expect(200);
    expect(body.accepted).toEqual([]);
    expect(body.refused[0]).toMatchObject({ key, pointer: expect.stringMatching(`^/${key}`) });
    expect(JSON.stringify(body).length).toBeLessThan(3_000);
    const said = await submittedWith(key, value).expect(422);
    expect(said.body.errors[0].pointer).toMatch(new RegExp(`^#/answers/${key}`));
    expect(said.text.length).toBeLessThan(3_000);
    expect(await stored()).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  it('and what is stored is built anew: what the office was not asked is left out', async () => {
    const sent = { ...allAt(2), d7_1: 4, d8_1: 4, d9_1: 4 };
    await wave.lead.submit(submitting(sent)).expect(200);
    const [response] = await stored();
    const keys = Object.keys(response?.submissions[0]?.answers ?? {});
    expect(keys.sort()).toEqual(Object.keys(allAt(2)).sort());
    expect(Object.keys(response ?? {}).sort()).toEqual(
      [
        ...['_id', 'answered', 'draft', 'officeId', 'revision'],
        ...['savedAt', 'state', 'submissions', 'submittedAt', 'waveId'],
      ].sort(),
    );
  });
});

describe('T27: what is half typed in a draft', () => {
  it.each([project(',"budget":"5 "'), project(',"start":"2026-02-31"'), project(',"lead":"  "'), '{}', '[]'])(
    'is kept for the person and refused at the end, unless it is nothing: %s',
    async (value) => {
      await asJson(wave.lead.save(rawSave('projects', value) as never)).expect(200);
      const { status, text, body } = await asJson(
        wave.lead.submit(`{"seen":{"projects":1},"answers":{"projects":${value}}}` as never),
      );
      expect(text.length).toBeLessThan(3_000);
      if (status === 422) expect(body.errors[0].pointer).toMatch(/^#\/answers\/projects/);
      else expect(JSON.stringify(await stored())).not.toMatch(/5 "|02-31/);
    },
  );

  it.each(['budget', 'start', 'status', 'field', 'lead', 'id'])('is bounded, %s included', async (name) => {
    const value = `[{"id":"p-1","title":"x","${name}":"${'9'.repeat(500_000)}"}]`;
    const { body } = await asJson(wave.lead.save(rawSave('projects', value) as never)).expect(200);
    expect(body.refused).toHaveLength(1);
    expect(await stored()).toEqual([]);
  });
});

describe('T28: only the stored value of a choice scores', () => {
  it.each(['"3"', '"03"', '"3.0"', 'true', '"gemessen"', '3.0000001', '[3]', '"３"'])(
    '%s is not 3',
    async (value) => {
      await wave.lead.submit(submitting({ ...allAt(1), d1_1: JSON.parse(value) })).expect(422);
      await wave.lead.submit(submitting({ ...allAt(1), d1_1: { value: JSON.parse(value) } })).expect(422);
      expect(await stored()).toEqual([]);
    },
  );
});

describe('T29: a score is computed, never taken', () => {
  it('from beside the answers, from inside one, or from a save', async () => {
    for (const name of [
      'score',
      'scores',
      'points',
      'weight',
      'answered',
      'rules',
      'tags',
      'state',
      'draft',
    ]) {
      await wave.lead.submit({ ...submitting(allAt(1)), [name]: 100 } as never).expect(400);
      await wave.lead.submit(submitting({ ...allAt(1), [name]: 100 })).expect(422);
      await wave.lead.save({ ...saving('d1_1', '1'), [name]: 100 }).expect(400);
    }
    const inside = { ...allAt(1), d1_1: { value: 1, score: 100 } };
    await wave.lead.submit(submitting(inside)).expect(422);
    expect(await stored()).toEqual([]);
    await wave.lead.submit(submitting(allAt(1))).expect(200);
    const { body } = await city.officer.get(`/api/waves/${wave.waveId}/results`).expect(200);
    const office = body.offices.find(({ code }: { code: string }) => code === '10');
    expect(office.score).toMatchObject({ index: 25 });
  });
});
