import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type FileRow, successorProblems } from '../../server/comparison/successor-rules.ts';
import { createRankingRuns, type RankingRun } from '../../server/ranking/ranking-runs.ts';
import { organisationPlan as plan, scoreBy } from '../scoring/organisations.ts';

const mostRows = 20_000;

/** A successor table as long as it may be: offices in one chain, each of which leads to some of the next. */
function chainOf(offices: number) {
  const codes = Array.from({ length: offices }, (_, at) => `A${at}`);
  const next = (at: number) => codes.slice(at + 1, at + 1 + mostRows / offices);
  const moves = codes.flatMap((from, at) => next(at).map((to) => ({ from, to })));
  let reads = 0;
  const rows = moves.map(({ from, to }, at): FileRow => {
    const row = { row: at + 2, to, shareText: '0,25', share: 0.25 };
    return Object.defineProperty({ ...row, from }, 'from', {
      get() {
        reads += 1;
        return from;
      },
    });
  });
  return { codes, rows, reads: () => reads };
}

const task = {
  plan,
  rules: '2026.1',
  seed: 1,
  draws: 2_000,
  offices: Array.from({ length: 60 }, (_, at) => ({
    id: `A${at}`,
    score: scoreBy(5, [at % 5, at % 3, at % 4, 2, 3, 1]),
  })),
};

const ending = new AbortController();
afterEach(() => ending.abort());

describe('T24: long work that one request can ask for', () => {
  it('looks at every row of a successor table a few times, however long its chains are', () => {
    const { codes, rows, reads } = chainOf(5_000);
    const problems = successorProblems(rows, { from: codes, to: codes });
    expect(problems.filter(({ detail }) => detail.de.includes('im Kreis'))).toEqual([]);
    expect(reads() / rows.length).toBeLessThan(40);
  });

  it('computes one ranking at a time, and forgets none that is waiting', async () => {
    const runs = createRankingRuns({ signal: ending.signal });
    const started = Array.from({ length: 3 }, (_, at) => runs.start(`w${at}`, 'now', task));
    const isUnderWay = ({ done, ranks }: RankingRun) => done > 0 && ranks === null;
    while (started.some(({ ranks }) => ranks === null)) {
      expect(started.filter(isUnderWay).length).toBeLessThan(2);
      await turn();
    }
    const many = Array.from({ length: 25 }, (_, at) => `v${at}`);
    for (const waveId of many) runs.start(waveId, 'now', task);
    expect(many.filter((waveId) => runs.find(waveId) === null)).toEqual([]);
  });
});
