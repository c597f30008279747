import { rankingFinding } from '../../reports/findings/ranking-finding.ts';
import { round6 } from '../../surveys/scoring/2026.1/numbers.ts';
import type { Rank } from '../../surveys/scoring/score.ts';
import { startedWave } from '../figures/started-wave.ts';
import { waveSeed } from '../figures/wave-seed.ts';
import { shownFigures } from '../scores/shown-figures.ts';
import { type WaveResults, waveResults } from '../scores/wave-results.ts';
import type { RankingResponse } from './ranking.wire.ts';
import type { RankingDeps } from './ranking-deps.ts';
import type { RankingRun } from './ranking-runs.ts';

const draws = 2_000;

async function startRun(deps: RankingDeps, results: WaveResults): Promise<RankingRun> {
  const { wave, entry, state } = results;
  const { figures } = await shownFigures(deps, wave);
  const offices = [...figures].map(([id, { score }]) => ({ id, score }));
  const known = deps.runs.find(wave.id);
  if (known?.state === state) return known;
  return deps.runs.start(wave.id, state, {
    plan: entry.plan,
    rules: wave.rules,
    offices,
    seed: waveSeed(wave.id),
    draws,
  });
}

function rankedOffices({ offices }: WaveResults, ranks: ReadonlyMap<string, Rank>) {
  const ranked = offices
    .flatMap(({ office: { officeId, code, name }, score }) => {
      const rank = ranks.get(officeId);
      const index = score?.index ?? null;
      return rank === undefined || index === null ? [] : [{ officeId, code, name, index, rank }];
    })
    .toSorted((a, b) => b.index - a.index);
  return ranked.map((office) => ({
    ...office,
    place: placeOf(office.index, ranked),
    rank: rounded(office.rank),
  }));
}

/** Mean rank where several have the same index. */
function placeOf(index: number, ranked: readonly { readonly index: number }[]): number {
  const better = ranked.filter((other) => other.index > index).length;
  const same = ranked.filter((other) => other.index === index).length;
  return better + (same + 1) / 2;
}

function rounded({ median, p5, p95, tiedWith }: Rank): Rank {
  return { median: round6(median), p5: round6(p5), p95: round6(p95), tiedWith };
}

/**
 * Ranks of the offices under random weights. The first request starts the computation and answers at once; one that is
 * under way is finished even when an office submits meanwhile.
 *
 * @throws Refusal `conflict` while the values of a wave of mode several are not shown
 */
export async function readRanking(deps: RankingDeps, waveId: string): Promise<RankingResponse> {
  const results = await waveResults(deps, await startedWave(deps, waveId));
  const known = deps.runs.find(waveId);
  const isCurrent = known !== null && (known.ranks === null || known.state === results.state);
  const run = isCurrent ? known : await startRun(deps, results);
  const about = { draws, seed: waveSeed(waveId), generator: results.rules.generatorName };
  if (run.ranks === null) return { state: 'computing', done: run.done, ...about, finding: null, offices: [] };
  const offices = rankedOffices(results, run.ranks);
  const finding = rankingFinding({ offices, draws });
  return { state: 'ready', done: draws, ...about, finding, offices };
}
