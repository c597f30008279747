import { z } from 'zod';
import { createToken } from '../../server/accounts/create-token.ts';
import type { Store } from '../../server/store/connect.ts';
import { createStores } from '../../server/stores.ts';
import { startedWave } from '../builders/started-wave.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { openDatabase } from '../harness/test-database.ts';
import { type Figure, figure } from './report.ts';

const offices = 500;
const requests = 60;
const items = Array.from({ length: 9 }, (_, d) =>
  Array.from({ length: d < 6 ? 5 : 4 }, (_, i) => `d${d + 1}_${i + 1}`),
).flat();
const officeId = (at: number) => `office-${String(at).padStart(4, '0')}`;
const anyDocument = <T>(store: Store, name: string) => store.connection.collection<{ _id: string } & T>(name);

type Mode = 'official' | 'several';

/** A closed wave; figures are not there yet. */
async function insertWave(store: Store, id: string, mode: Mode): Promise<void> {
  const asked = Array.from({ length: offices }, (_, at) => ({
    officeId: officeId(at),
    code: String(1000 + at),
    name: `Amt ${at}`,
    parentId: `division-${at % 10}`,
    headcount: 20 + (at % 50),
    fields: ['bildung', 'wirtschaft', 'beteiligung'],
  }));
  const divisions = Array.from({ length: 10 }, (_, at) => ({
    officeId: `division-${at}`,
    code: `D${at}`,
    name: `Dezernat ${at}`,
    parentId: null,
  }));
  const { id: _, ...wave } = startedWave;
  const several = { anonymous: true, minGroup: 5, consent: null };
  await anyDocument<Record<string, unknown>>(store, 'waves').insertOne({
    ...wave,
    _id: id,
    mode,
    several: mode === 'several' ? several : null,
    officeIds: [],
    offices: asked,
    divisions,
    state: 'closed',
    closedAt: new Date(),
  });
}

/** Levels that differ by office, person and question, the same in every run. */
const levelOf = (office: number, person: number, item: number) =>
  (office * 7 + person * 3 + item * 5 + ((person * item) % 4)) % 5;

async function insertAnswers(store: Store, waveId: string, perOffice: number): Promise<void> {
  const collection = anyDocument<object>(store, 'anonymousAnswers');
  for (let at = 0; at < offices; at += 10) {
    const batch = Array.from({ length: 10 * perOffice }, (_, n) => {
      const [office, person] = [at + Math.floor(n / perOffice), n % perOffice];
      const answers = Object.fromEntries(
        items.map((key, item) => [key, { value: levelOf(office, person, item) }]),
      );
      const _id = `${waveId}-${office}-${person}`;
      return { _id, waveId, officeId: officeId(office), date: '2026-10-01', answers };
    });
    await collection.insertMany(batch, { ordered: false });
    const invited = batch.map(({ _id, officeId }) => ({ _id, waveId, officeId, submitted: true }));
    await anyDocument<object>(store, 'invitations').insertMany(invited, { ordered: false });
  }
}

/** One response of every office, as `submitAnswers` leaves it. */
async function insertResponses(store: Store, waveId: string): Promise<void> {
  const at = new Date();
  const documents = Array.from({ length: offices }, (_, office) => {
    const answers = Object.fromEntries(items.map((key, item) => [key, { value: levelOf(office, 0, item) }]));
    const draft = Object.fromEntries(
      Object.entries(answers).map(([key, value]) => [key, { value, revision: 1, saveId: 'bench-save' }]),
    );
    const tags = ['bildung', 'wirtschaft', 'beteiligung'];
    const submission = {
      at,
      invitationId: 'i',
      answers,
      tags,
      rules: '2026.1',
      score: { dimensions: {} },
      receipt: 'A-B',
    };
    const dates = { savedAt: at, submittedAt: at };
    const own = { waveId, officeId: officeId(office), state: 'submitted', draft, answered: 1, revision: 1 };
    return { _id: `${waveId}:${officeId(office)}`, ...own, ...dates, submissions: [submission] };
  });
  await anyDocument<object>(store, 'responses').insertMany(documents, { ordered: false });
}

const percentile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

/** Waves of so many responses for every office; 1: mode official. */
const sizes = { official: 1, few: 2, usual: 20, many: 200 } as const;
type Size = keyof typeof sizes;

async function resultsText({ started, token }: Bench, size: Size): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${started.url}/api/waves/bench-${size}/results`, { headers });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.text();
}

/** Seconds from closing until every value is there. */
async function closedWave(bench: Bench, size: Size): Promise<number> {
  const { store, started } = bench;
  const waveId = `bench-${size}`;
  if (size === 'official') await insertResponses(store, waveId);
  else await insertAnswers(store, waveId, sizes[size]);
  await insertWave(store, waveId, size === 'official' ? 'official' : 'several');
  const from = performance.now();
  for (let missing = true; missing; ) {
    await started.pegel.tick();
    const { progress, cityScore } = JSON.parse(await resultsText(bench, size));
    missing = progress !== null || cityScore.answered < offices;
  }
  return (performance.now() - from) / 1_000;
}

/** Milliseconds of every request; the waves take turns, so that what else the machine does meets all of them. */
async function requestTimes(bench: Bench, wanted: readonly Size[]) {
  const times = new Map<Size, number[]>(wanted.map((size) => [size, []]));
  for (let at = 0; at < requests; at += 1) {
    for (const [size, own] of times) {
      const start = performance.now();
      await resultsText(bench, size);
      own.push(performance.now() - start);
    }
  }
  const share = (size: Size, part: number) => percentile(times.get(size) ?? [], part);
  return { p50: (size: Size) => share(size, 0.5), p95: (size: Size) => share(size, 0.95) };
}

/** Seconds until the ranking of 2,000 draws is there, and the slowest other answer meanwhile in ms. */
async function ranking({ started, token }: Bench, size: Size) {
  const get = async (path: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${started.url}${path}`, { headers });
    return z.looseObject({ state: z.string().optional() }).parse(await answer.json());
  };
  const from = performance.now();
  let slowest = 0;
  for (;;) {
    const { state } = await get(`/api/waves/bench-${size}/results/ranking`);
    if (state === 'ready') return { seconds: (performance.now() - from) / 1_000, slowest };
    const start = performance.now();
    await get('/api/health');
    slowest = Math.max(slowest, performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Bench {
  readonly store: Store;
  readonly started: StartedPegel;
  readonly token: string;
}

async function openBench(): Promise<Bench> {
  const started = await startPegel({ schedule: false, env: { PEGEL_TRUST_PROXY: '1' } });
  await started.officer();
  const store = await openDatabase(started.folder);
  const stores = createStores(store.connection);
  const token = await createToken({ ...stores, now: () => new Date() }, { email: null, name: 'bench' });
  return { store, started, token };
}

const line = (name: string, value: number, unit: string, more: Pick<Figure, 'yardstick' | 'budget'>) =>
  figure({ name, value, unit, ...more });

/** Results of 500 offices, however many people answered, once the work that closing left is done; ranks beside the server. */
export async function resultsOfWaves(): Promise<Figure[]> {
  const bench = await openBench();
  try {
    for (const size of ['official', 'few'] as const) await closedWave(bench, size);
    const computed = await closedWave(bench, 'usual');
    await closedWave(bench, 'many');
    await bench.started.pegel.tick();
    const { p50, p95 } = await requestTimes(bench, ['official', 'few', 'many']);
    const ranks = await ranking(bench, 'usual');
    const fixed = (name: string, value: number) => ({ name, value });
    return [
      line('results of 500 offices, mode official, p95', p95('official'), 'ms', {
        yardstick: fixed('p50 of the same', p50('official')),
        budget: 'value ≤ 50',
      }),
      line('results of 500 offices, 1,000 responses, p95', p95('few'), 'ms', {
        yardstick: fixed('p50 of the same', p50('few')),
        budget: 'value ≤ 50',
      }),
      line('results of 500 offices, 100,000 responses, p95', p95('many'), 'ms', {
        yardstick: fixed('p95 with 1,000 responses', p95('few')),
        budget: 'value ≤ 50, ratio ≤ 1.3',
      }),
      line('results of 500 offices, 100,000 responses, p50', p50('many'), 'ms', {
        yardstick: fixed('p50 with 1,000 responses', p50('few')),
        budget: 'ratio ≤ 1.3',
      }),
      line('results of 500 offices × 20 people after closing, first time', computed, 's', {
        yardstick: fixed('budget, s', 2),
        budget: 'ratio ≤ 1',
      }),
      line('ranks of 500 offices, 2,000 draws, over HTTP', ranks.seconds, 's', {
        yardstick: fixed('budget, s', 4),
        budget: 'ratio ≤ 1',
      }),
      line('slowest other answer while ranks are computed', ranks.slowest, 'ms', {
        yardstick: fixed('p95 of results', p95('few')),
        budget: 'the server answers',
      }),
    ];
  } finally {
    await bench.store.close();
    await bench.started.stop();
  }
}
