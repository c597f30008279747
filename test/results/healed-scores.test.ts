import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFigures } from '../../server/figures/keep-figures.ts';
import { createOfficeFiguresStore } from '../../server/figures/office-figures-store.ts';
import { recordScore } from '../../server/figures/record-score.ts';
import { createSettledWaves } from '../../server/figures/settled-waves.ts';
import { catalogOf } from '../../server/questionnaires/catalog.ts';
import type { Submission, Submitted } from '../../server/responses/response.ts';
import { createResponseStore, responseId } from '../../server/responses/response-store.ts';
import { rulesOf } from '../../surveys/scoring/rules.ts';
import { startedWave as wave } from '../builders/started-wave.ts';
import { openTempStore, type TempStore } from '../harness/temp-store.ts';
import { builtIn } from './catalog-entry.ts';

const now = new Date('2026-09-20T10:00:00Z');
let temp: TempStore;
beforeAll(async () => {
  temp = await openTempStore();
});
afterAll(() => temp.close());

async function submissionAt(at: string): Promise<Submission> {
  const { scorer, rules } = await builtIn();
  const answers = { d1_1: { value: 3 }, d1_2: { value: 1 }, d1_3: { value: 2 } };
  const score = scorer.scoreExactly(answers, { tags: [] });
  return {
    at: new Date(at),
    invitationId: 'i1',
    answers,
    tags: [],
    rules: rules.version,
    score,
    receipt: 'AAAA-BBBB',
  };
}

function submitted(officeId: string, submission: Submission): Submitted {
  return {
    id: responseId('w1', officeId),
    waveId: 'w1',
    officeId,
    invitationId: null,
    state: 'submitted',
    draft: {},
    savedAt: submission.at,
    answered: 1,
    revision: 1,
    submissions: [submission],
  };
}

async function parts() {
  const responses = createResponseStore(temp.store.connection);
  const store = createOfficeFiguresStore(temp.store.connection);
  const catalog = catalogOf([await builtIn()]);
  return {
    responses,
    deps: {
      store,
      catalog,
      rulesOf,
      findWave: async () => wave,
      listWaves: async () => [wave],
      responseStates: responses.states,
      findResponse: responses.find,
      submissionCounts: async () => new Map<string, number>(),
      answersOf: async () => [],
      settled: createSettledWaves(),
      endSubmissions: async () => {},
      wake: () => {},
      signal: new AbortController().signal,
    },
  };
}

const under = { waveId: 'w1', rules: '2026.1' };

describe('the figures kept for overviews', () => {
  it('are brought up to the submissions after the server stopped between the two writes', async () => {
    const { responses, deps } = await parts();
    const submission = await submissionAt('2026-09-10T10:00:00Z');
    expect(await responses.insert(submitted('o1', submission))).toBe(true);
    expect(await responses.insert(submitted('o1', submission))).toBe(false);
    expect((await deps.store.list(under)).size).toBe(0);
    await keepFigures(deps, now);
    const { scorer } = await builtIn();
    expect(await deps.store.find(under, 'o1')).toEqual({
      waveId: 'w1',
      officeId: 'o1',
      rules: '2026.1',
      submittedAt: submission.at,
      responses: 1,
      chance: null,
      figures: scorer.figuresOfResponse(submission.answers, { tags: [] }),
    });
    await keepFigures(deps, now);
    expect((await deps.store.list(under)).size).toBe(1);
  });

  it('are made anew where an earlier release kept the score alone', async () => {
    const { responses, deps } = await parts();
    const submission = await submissionAt('2026-09-10T10:00:00Z');
    await responses.insert(submitted('o2', submission));
    const old = { waveId: 'w1', officeId: 'o2', submittedAt: submission.at, rules: '2026.1' };
    await temp.store.connection.collection<{ _id: string; score: unknown }>('officeScores').insertOne({
      _id: 'w1:o2',
      ...old,
      score: submission.score,
    });
    expect((await deps.store.bases(under)).has('o2')).toBe(false);
    await keepFigures(deps, now);
    expect((await deps.store.find(under, 'o2'))?.figures?.score.index).toBe(submission.score.index);
  });

  it('are never replaced by an older submission', async () => {
    const { deps } = await parts();
    const [newer, older] = [
      await submissionAt('2026-09-12T10:00:00Z'),
      await submissionAt('2026-09-11T10:00:00Z'),
    ];
    await recordScore(deps, { waveId: 'w1', officeId: 'o3', submission: newer });
    await recordScore(deps, { waveId: 'w1', officeId: 'o3', submission: older });
    expect((await deps.store.bases(under)).get('o3')?.submittedAt).toEqual(newer.at);
  });
});
