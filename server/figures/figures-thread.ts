import { parentPort, workerData } from 'node:worker_threads';
import type { Answers } from '../../surveys/answers/answer.ts';
import type { Plan } from '../../surveys/plan/plan.ts';
import { rulesOf } from '../../surveys/scoring/rules.ts';
import type { OfficeFigures } from '../../surveys/scoring/score.ts';

/** What the thread is given. */
export interface FiguresSetup {
  readonly plan: Plan;
  /** Version of the rules. */
  readonly rules: string;
}

/** Who the people of an office are to the rules, and what chance starts from. */
export interface People {
  readonly tags: readonly string[];
  readonly seed: number;
  /** Code of the office. */
  readonly office: string;
}

export interface FiguresTask {
  readonly id: number;
  readonly responses: readonly Answers[];
  readonly people: People;
}

export interface FiguresDone {
  readonly id: number;
  readonly figures: OfficeFigures;
}

const { plan, rules }: FiguresSetup = workerData;
const found = rulesOf(rules);
if (found === null) throw new Error(`there are no rules ${rules}`);
const scorer = found.createScorer(plan);

parentPort?.on('message', ({ id, responses, people }: FiguresTask) => {
  const done: FiguresDone = { id, figures: scorer.figuresOfOffice(responses, people) };
  parentPort?.postMessage(done);
});
