import { parentPort, workerData } from 'node:worker_threads';
import type { Plan } from '../../surveys/plan/plan.ts';
import { rulesOf } from '../../surveys/scoring/rules.ts';
import type { OfficeScore, Rank } from '../../surveys/scoring/score.ts';

/** What the thread is given. */
export interface RankTask {
  readonly plan: Plan;
  /** Version of the rules. */
  readonly rules: string;
  readonly offices: readonly { readonly id: string; readonly score: OfficeScore }[];
  readonly seed: number;
  readonly draws: number;
}

/** What it says: draws done, at last the ranks by office id. */
export type RankReport =
  | { readonly done: number }
  | { readonly ranks: readonly (readonly [id: string, rank: Rank])[] };

const { plan, rules, offices, seed, draws }: RankTask = workerData;
const say = (report: RankReport) => parentPort?.postMessage(report);

const run = rulesOf(rules)?.rankOffices(plan, offices, { seed, draws });
for (let step = run?.next(); step; step = run?.next()) {
  if (step.done) {
    say({ ranks: [...step.value] });
    break;
  }
  say({ done: step.value });
}
