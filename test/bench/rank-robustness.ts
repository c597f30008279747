import { loadCatalog } from '../../server/questionnaires/catalog.ts';
import { catalogFolder } from '../../server/questionnaires/catalog-folder.ts';
import type { Plan } from '../../surveys/plan/plan.ts';
import { seededRandom } from '../../surveys/scoring/2026.1/random.ts';
import { type RankedOffice, ranksOf } from '../../surveys/scoring/2026.1/rank.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import { type Figure, figure } from './report.ts';

const offices = 500;
const draws = 2_000;

/** Offices with answers drawn from a seed. */
function randomOffices(plan: Plan): readonly RankedOffice[] {
  const scorer = createScorer(plan);
  const random = seededRandom(1, 'bench');
  const items = plan.maturity.dimensions.flatMap((dimension) => dimension.items);
  return Array.from({ length: offices }, (_, at) => {
    const answers = Object.fromEntries(items.map((name) => [name, { value: (random.next() >>> 0) % 5 }]));
    const tags = ['bildung', 'wirtschaft', 'beteiligung'];
    return { id: String(at), score: scorer.scoreExactly(answers, { tags }) };
  });
}

/** Seconds of the best of three runs. */
function secondsOf(work: () => void): number {
  const runs = [1, 2, 3].map(() => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1_000;
  });
  return Math.min(...runs);
}

/** Ranks of 500 offices under 2,000 sets of weights, against sorting 500 numbers as often. */
export async function rankRobustness(): Promise<Figure[]> {
  const entry = (await loadCatalog(catalogFolder())).find({ id: 'kommunal-digital', version: 1 });
  if (!entry) throw new Error('the built-in questionnaire is missing');
  const { plan } = entry;
  const ranked = randomOffices(plan);
  const numbers = Float64Array.from(ranked, ({ score }) => score.index ?? 0);
  const sorting = secondsOf(() => {
    for (let draw = 0; draw < draws; draw += 1) numbers.map((value) => (value * (draw + 1)) % 100).sort();
  });
  return [
    figure({
      name: `rank robustness of ${offices} offices, ${draws} draws`,
      value: secondsOf(() => void ranksOf(plan, ranked, { seed: 1, draws })),
      unit: 's',
      yardstick: { name: `sorting ${offices} numbers ${draws} times, s`, value: sorting },
      budget: 'value ≤ 4',
    }),
  ];
}
