import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Submission, Submitted } from '../../server/responses/response.ts';
import { createResponseStore, responseId } from '../../server/responses/response-store.ts';
import { healScores } from '../../server/results/heal-scores.ts';
import { createOfficeScoreStore } from '../../server/results/office-score-store.ts';
import { recordScore } from '../../server/results/record-score.ts';
import { startedWave as wave } from '../builders/started-wave.ts';
import { openTempStore, type TempStore } from '../harness/temp-store.ts';
import { builtIn } from './catalog-entry.ts';

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
    state: 'submitted',
    draft: {},
    savedAt: submission.at,
    answered: 1,
    revision: 1,
    submissions: [submission],
  };
}

describe('the scores kept for overviews', () => {
  it('are brought up to the submissions after the server stopped between the two writes', async () => {
    const responses = createResponseStore(temp.store.connection);
    const store = createOfficeScoreStore(temp.store.connection);
    const submission = await submissionAt('2026-09-10T10:00:00Z');
    expect(await responses.insert(submitted('o1', submission))).toBe(true);
    expect(await responses.insert(submitted('o1', submission))).toBe(false);
    const deps = {
      store,
      listWaves: async () => [wave],
      responseStates: responses.states,
      findResponse: responses.find,
    };
    expect((await store.list('w1')).size).toBe(0);
    await healScores(deps);
    expect((await store.list('w1')).get('o1')).toMatchObject({
      submittedAt: submission.at,
      score: submission.score,
    });
    await healScores(deps);
    expect((await store.list('w1')).size).toBe(1);
  });

  it('are never replaced by an older submission', async () => {
    const store = createOfficeScoreStore(temp.store.connection);
    const [newer, older] = [
      await submissionAt('2026-09-12T10:00:00Z'),
      await submissionAt('2026-09-11T10:00:00Z'),
    ];
    await recordScore({ store }, { waveId: 'w2', officeId: 'o1', submission: newer });
    await recordScore({ store }, { waveId: 'w2', officeId: 'o1', submission: older });
    expect((await store.submittedAt('w2')).get('o1')).toEqual(newer.at);
  });
});
