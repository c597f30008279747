import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { september } from '../builders/wave.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { type City, freshSaveId, type OpenedWave, openedWave, smallCity } from './asked-offices.ts';

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

const change = (key: string, value: unknown, base = 0) => ({ key, base, value });
const saving = (...changes: ReturnType<typeof change>[]) => ({ saveId: freshSaveId(), changes });

async function invitations() {
  const { body } = await city.officer.get(`/api/waves/${wave.waveId}/invitations`).expect(200);
  return body;
}

describe('opening a link', () => {
  it('changes nothing, however often and by whatever a mail gateway does (T1, T14)', async () => {
    const before = await invitations();
    await Promise.all(Array.from({ length: 50 }, () => wave.lead.open().expect(200)));
    await wave.lead.open().set('Purpose', 'prefetch').expect(200);
    expect(await invitations()).toEqual(before);
    expect(before.counts).toMatchObject({ seen: 0, started: 0, submitted: 0 });
  });

  it('gives the page all it needs', async () => {
    const { body } = await wave.schools.open().expect(200);
    expect(body).toMatchObject({
      city: 'Musterstadt',
      contact: { name: 'Digitalisierungsbeauftragte', phone: '0123 456-789' },
      wave: { title: 'Digitaler Stand 2026', deadline: '2026-10-16', language: 'de' },
      office: { code: '40', name: 'Amt 40' },
      person: { name: 'Person 40-1' },
      tags: ['bildung'],
      state: 'draft',
      answers: {},
      savedAt: null,
      receipt: null,
    });
    expect(body.plan.id).toBe('kommunal-digital');
  });

  it('counts a person as seen only after the page says so', async () => {
    await wave.lead.seen().expect(204);
    expect((await invitations()).counts.seen).toBe(1);
  });
});

describe('saving answers', () => {
  it('keeps every answer by key for a reload and for a colleague', async () => {
    const said = await wave.lead
      .save(saving(change('d1_1', 3), change('d1_2', { state: 'dk', comment: 'offen' })))
      .expect(200);
    expect(said.body).toMatchObject({
      accepted: [
        { key: 'd1_1', revision: 1 },
        { key: 'd1_2', revision: 1 },
      ],
      conflicts: [],
      refused: [],
    });
    const { body } = await wave.expert.open().expect(200);
    expect(body.answers).toEqual({
      d1_1: { value: { value: 3 }, revision: 1 },
      d1_2: { value: { state: 'dk', comment: 'offen' }, revision: 1 },
    });
    expect(body.savedAt).toBe(said.body.savedAt);
    expect((await invitations()).counts).toMatchObject({ started: 1, submitted: 0 });
  });

  it('clears an answer', async () => {
    await wave.lead.save(saving(change('d1_1', 3))).expect(200);
    await wave.lead.save(saving(change('d1_1', null, 1))).expect(200);
    const { body } = await wave.lead.open().expect(200);
    expect(body.answers).toEqual({ d1_1: { value: null, revision: 2 } });
  });

  it('gives back a conflict for the one key a colleague changed and takes the others (T31)', async () => {
    await wave.expert.save(saving(change('d1_1', 4))).expect(200);
    const { body } = await wave.lead.save(saving(change('d1_1', 1), change('d1_2', 2))).expect(200);
    expect(body.conflicts).toEqual([{ key: 'd1_1', revision: 1, value: { value: 4 } }]);
    expect(body.accepted).toEqual([{ key: 'd1_2', revision: 1 }]);
    const stored = (await wave.lead.open().expect(200)).body.answers;
    expect(stored.d1_1).toEqual({ value: { value: 4 }, revision: 1 });
  });

  it('sees no conflict when both answered the same', async () => {
    await wave.expert.save(saving(change('d1_1', 4))).expect(200);
    const { body } = await wave.lead.save(saving(change('d1_1', 4))).expect(200);
    expect(body).toMatchObject({ accepted: [{ key: 'd1_1', revision: 1 }], conflicts: [] });
  });

  it('writes nothing when the same save comes again, hours later (T31)', async () => {
    const save = saving(change('d1_1', 3), change('d1_2', 2));
    const first = await wave.lead.save(save).expect(200);
    started.clock.pass(8 * 3_600_000);
    const again = await wave.lead.save(save).expect(200);
    expect(again.body).toEqual(first.body);
    await wave.expert.save(saving(change('d1_1', 0, 1))).expect(200);
    const late = await wave.lead.save(save).expect(200);
    expect(late.body.conflicts).toEqual([{ key: 'd1_1', revision: 2, value: { value: 0 } }]);
    expect((await wave.lead.open().expect(200)).body.answers.d1_1.value).toEqual({ value: 0 });
  });

  it('loses no answer when many colleagues save at the same moment (T31)', async () => {
    const keys = [1, 2, 3, 4].flatMap((d) => [1, 2, 3, 4, 5].map((n) => `d${d}_${n}`));
    const saves = keys.map((key, at) => (at % 2 ? wave.lead : wave.expert).save(saving(change(key, at % 5))));
    for (const { status, body } of await Promise.all(saves)) {
      expect([status, body.conflicts]).toEqual([200, []]);
    }
    const { answers } = (await wave.lead.open().expect(200)).body;
    expect(Object.keys(answers).sort()).toEqual(keys.sort());
  });

  it('refuses what is not valid by key and takes the rest (T27)', async () => {
    const { body } = await wave.lead
      .save(
        saving(
          change('d1_1', 9),
          change('d1_2', '3 '),
          change('d1_3', [1]),
          change('nope', 1),
          change('d1_4', { value: 1, score: 100 }),
          change('d1_5', 2),
        ),
      )
      .expect(200);
    expect(body.accepted).toEqual([{ key: 'd1_5', revision: 1 }]);
    expect(body.refused.map(({ key }: { key: string }) => key)).toEqual([
      'd1_1',
      'd1_2',
      'd1_3',
      'nope',
      'd1_4',
    ]);
    for (const { detail, pointer } of body.refused) {
      expect(detail.de).not.toBe('');
      expect(detail.en).not.toBe('');
      expect(pointer.startsWith('/')).toBe(true);
    }
    expect(Object.keys((await wave.lead.open().expect(200)).body.answers)).toEqual(['d1_5']);
  });

  it.each([
    ['a database operator as value', { saveId: 'test-save', changes: [change('d1_1', { $ne: null })] }],
    ['an operator as key', { saveId: 'test-save', changes: [change('$where', 1)] }],
    ['a dotted key', { saveId: 'test-save', changes: [change('d1.1', 1)] }],
    ['an operator as save id', { saveId: { $gt: '' }, changes: [change('d1_1', 1)] }],
    ['a negative base', { saveId: 'test-save', changes: [change('d1_1', 1, -1)] }],
    ['a question named twice', { saveId: 'test-save', changes: [change('d1_1', 1), change('d1_1', 2)] }],
    ['nothing to save', { saveId: 'test-save', changes: [] }],
    ['an office of its own choice', { saveId: 'test-save', changes: [change('d1_1', 1)], officeId: 'x' }],
    ['a list', []],
  ])('refuses %s and writes nothing (T13, T32, T34)', async (_what, request) => {
    const sent = JSON.parse(JSON.stringify(request));
    const { body } = await wave.lead.save(sent).expect(400);
    expect(body.type).toBe('/problems/malformed-request');
    expect((await wave.lead.open().expect(200)).body.answers).toEqual({});
  });

  it('refuses a link nobody made, always with the same words (T3, T4)', async () => {
    const [id = '', mac = ''] = wave.lead.link.split('.');
    const other = wave.schools.link.split('.')[1] ?? '';
    const wrong = ['', 'x', id, `${id}.`, `${id}.${other}`, `.${mac}`, `${mac}.${id}`];
    const words = new Set<string>();
    for (const link of wrong) {
      const { body } = await started.agent.get('/api/r').set('Authorization', `Link ${link}`).expect(404);
      expect(body.type).toBe('/problems/unknown-link');
      words.add(JSON.stringify({ ...body, instance: '' }));
    }
    expect(words.size).toBe(1);
    await started.agent.get('/api/r').expect(404);
    await started.agent.get('/api/r').set('Authorization', wave.lead.link).expect(404);
  });
});
