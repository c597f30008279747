import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../server/cli/run.ts';
import { catalogOf } from '../../server/questionnaires/catalog.ts';
import { resultsOf } from '../../server/results-of.ts';
import { rescoreWave } from '../../server/scores/rescore-wave.ts';
import type { Store } from '../../server/store/connect.ts';
import { createStores } from '../../server/stores.ts';
import { type Rules, rulesOf } from '../../surveys/scoring/rules.ts';
import { linkTo, openedWave, september } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { openDatabase } from '../harness/test-database.ts';
import { allAt, personWith } from '../responses/asked-offices.ts';
import { builtIn } from './catalog-entry.ts';

let started: StartedPegel;
let officer: Agent;
let waveId: string;
let store: Store;

/** Rules of a later release: every item counts half. */
function laterRules(): Rules {
  const rules = rulesOf('2026.1');
  if (rules === null) throw new Error('the rules are missing');
  const later = {
    ...rules,
    version: '2099.1',
    createScorer: (plan: Parameters<Rules['createScorer']>[0]) => {
      const scorer = rules.createScorer(plan);
      return {
        ...scorer,
        figuresOfResponse: (...given: Parameters<typeof scorer.figuresOfResponse>) => {
          const figures = scorer.figuresOfResponse(...given);
          const index = figures.score.index === null ? null : figures.score.index / 2;
          return { ...figures, score: { ...figures.score, index } };
        },
      };
    },
  };
  return later as unknown as Rules;
}

async function deps() {
  const results = resultsOf(createStores(store.connection), catalogOf([await builtIn()]));
  const later = laterRules();
  return { ...results, rulesOf: (version: string) => (version === '2099.1' ? later : rulesOf(version)) };
}

const versions = ['2026.1', '2099.1'];
const indexes = async () =>
  (await officer.get(`/api/waves/${waveId}/results`).expect(200)).body.offices.map(
    ({ score }: { score: { index: number } | null }) => score?.index ?? null,
  );

async function cli(...words: string[]) {
  const printed: string[] = [];
  const said: string[] = [];
  const code = await run(words, {
    env: { PEGEL_DATA: started.folder, LANG: 'de_DE.UTF-8' },
    print: (line) => printed.push(line),
    say: (line) => said.push(line),
    readInput: async () => '',
    stop: new AbortController().signal,
  });
  return { code, printed: printed.join('\n'), said: said.join('\n') };
}

beforeAll(async () => {
  started = await startPegel({ at: september });
  officer = await started.officer();
  const { wave } = await openedWave(officer);
  waveId = wave.id;
  await started.pegel.tick();
  for (const [email, level] of [
    ['a10@stadt.example', 3],
    ['a20@stadt.example', 2],
  ] as const) {
    const person = personWith(started.url, await linkTo(officer, waveId, email));
    await person.submit({ seen: {}, answers: allAt(level) }).expect(200);
  }
  store = await openDatabase(started.folder);
});
afterAll(async () => {
  await store.close();
  await started.stop();
});

describe('rescoring a wave', () => {
  it('writes beside what is there, and the wave goes on showing its own version', async () => {
    expect(await indexes()).toEqual([75, 50, null]);
    const done = await rescoreWave(await deps(), { waveId, version: '2099.1', versions });
    expect(done.offices.map(({ before, after, kept }) => [before, after, kept])).toEqual([
      [75, 37.5, 'written'],
      [50, 25, 'written'],
      [null, null, 'notSubmitted'],
    ]);
    expect(await indexes()).toEqual([75, 50, null]);
    const again = await rescoreWave(await deps(), { waveId, version: '2099.1', versions });
    expect(again.offices.map(({ kept }) => kept)).toEqual(['same', 'same', 'notSubmitted']);
  });

  it('reports figures that differ from what is kept, and replaces nothing', async () => {
    const found = store.connection.collection<{ _id: string; figures: string }>('officeFigures');
    const [first] = await found.find({ waveId, rules: '2026.1' }).toArray();
    const figures = String(first?.figures).replace(/"index":[\d.]+/, '"index":12');
    await found.updateOne({ _id: first?._id ?? '' }, { $set: { figures } });
    const { code, printed } = await cli('rescore', '--wave', waveId, '--json');
    expect(code).toBe(0);
    const { offices, shown, rules } = JSON.parse(printed);
    expect([shown, rules]).toEqual(['2026.1', '2026.1']);
    expect(offices.map(({ kept }: { kept: string }) => kept).sort()).toEqual([
      'different',
      'notSubmitted',
      'same',
    ]);
    expect(await found.findOne({ _id: first?._id ?? '' })).toMatchObject({ figures });
  });

  it('prints old and new index of every office', async () => {
    const { code, printed } = await cli('rescore', '--wave', waveId, '--rules', '2026.1');
    expect(code).toBe(0);
    expect(printed).toMatch(
      /^10 Amt 10 +(12,0 +75,0 {2}WEICHT AB, nicht überschrieben|75,0 +75,0 {2}stimmt überein)$/m,
    );
    expect(printed).toMatch(/^30 Amt 30 +\/ +\/ {2}nicht abgesendet$/m);
    expect(printed).toContain('Abweichungen: 1');
  });

  it('refuses a version and a wave it does not know', async () => {
    const version = await cli('rescore', '--wave', waveId, '--rules', '1999.1');
    expect(version).toMatchObject({ code: 1, printed: '' });
    expect(version.said).toContain('Erlaubt: 2026.1');
    expect(await cli('rescore', '--wave', 'unknown')).toMatchObject({ code: 1, printed: '' });
    expect((await cli('rescore')).code).toBe(2);
  });
});
