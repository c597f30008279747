import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFigures } from '../../server/figures/keep-figures.ts';
import { createOfficeFiguresStore } from '../../server/figures/office-figures-store.ts';
import { createSettledWaves } from '../../server/figures/settled-waves.ts';
import { waveSeed } from '../../server/figures/wave-seed.ts';
import { catalogOf } from '../../server/questionnaires/catalog.ts';
import type { StartedWave } from '../../server/waves/wave.ts';
import type { Answers } from '../../surveys/answers/answer.ts';
import { rulesOf } from '../../surveys/scoring/rules.ts';
import { startedWave } from '../builders/started-wave.ts';
import { openTempStore, type TempStore } from '../harness/temp-store.ts';
import { builtIn } from './catalog-entry.ts';

const closedAt = new Date('2026-10-01T10:00:00Z');
const minutesLater = (minutes: number) => new Date(closedAt.getTime() + minutes * 60_000);
const office = {
  ...{ officeId: 'o1', code: '10', name: 'Amt 10', parentId: null, headcount: 40 },
  fields: ['bildung'],
};
let temp: TempStore;
beforeAll(async () => {
  temp = await openTempStore();
});
afterAll(() => temp.close());

const answersAt = (person: number): Answers => ({
  d1_1: { value: person % 5 },
  d1_2: { value: (person * 3) % 5 },
  d1_3: { value: (person * person) % 5 },
});

/** A closed wave of one office, and how often its submissions were counted. */
async function closedWave(id: string, people: number) {
  const wave: StartedWave = {
    ...startedWave,
    ...{ id, closedAt, mode: 'several', state: 'closed', offices: [office] },
    several: { anonymous: true, minGroup: 5, consent: null },
  };
  const state = { counted: 0, people };
  const store = createOfficeFiguresStore(temp.store.connection);
  const deps = {
    store,
    rulesOf,
    catalog: catalogOf([await builtIn()]),
    settled: createSettledWaves(),
    listWaves: async () => [wave],
    responseStates: async () => new Map(),
    findResponse: async () => null,
    submissionCounts: async () => {
      state.counted += 1;
      return new Map([['o1', state.people]]);
    },
    answersOf: async () => Array.from({ length: state.people }, (_, person) => answersAt(person)),
    endSubmissions: async () => {},
    wake: () => {},
    signal: new AbortController().signal,
  };
  const kept = () => store.find({ waveId: id, rules: wave.rules }, 'o1');
  return { state, kept, run: (minutes: number) => keepFigures(deps, minutesLater(minutes)) };
}

describe('the job that keeps figures', () => {
  it('makes figures anew where more is found than they were made of', async () => {
    const { state, kept, run } = await closedWave('late', 5);
    await run(0);
    await run(1);
    expect((await kept())?.responses).toBe(5);
    state.people = 6;
    await run(2);
    expect((await kept())?.responses).toBe(6);
  });

  it('counts a closed wave once an hour when its figures are complete and nothing can be on its way', async () => {
    const { state, run } = await closedWave('settled', 5);
    for (const minute of [0, 1, 14]) await run(minute);
    expect(state.counted).toBe(3);
    for (const minute of [15, 16, 17, 60, 74]) await run(minute);
    expect(state.counted).toBe(4);
    for (const minute of [76, 77]) await run(minute);
    expect(state.counted).toBe(5);
  });

  it('does not take a wave for settled whose figures it has only just made', async () => {
    const { state, kept, run } = await closedWave('restarted', 5);
    await run(600);
    state.people = 6;
    await run(601);
    expect((await kept())?.responses).toBe(6);
  });

  it('finds the same figures beside the server as in it', async () => {
    const people = 300;
    const { kept, run } = await closedWave('many', people);
    await run(0);
    const { scorer } = await builtIn();
    const responses = Array.from({ length: people }, (_, person) => answersAt(person));
    const own = { tags: office.fields, seed: waveSeed('many'), office: '10' };
    expect((await kept())?.figures).toEqual(scorer.figuresOfOffice(responses, own));
  });
});
