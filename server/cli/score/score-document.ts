import type { Answers } from '../../../surveys/answers/answer.ts';
import type { Plan } from '../../../surveys/plan/plan.ts';
import type { AskedOffice } from '../../../surveys/scoring/2026.1/city.ts';
import type { Rules } from '../../../surveys/scoring/rules.ts';
import type { CityScore, DivisionScore, OfficeScore } from '../../../surveys/scoring/score.ts';
import { roundedScore } from '../../results/rounded-score.ts';
import type { FileOffice } from './read-offices.ts';

/** What `pegel score --json` prints (formats.md §4). */
export interface ScoreDocument {
  readonly rules: string;
  readonly questionnaire: { readonly id: string; readonly version: number };
  /** No chance is involved in what this version computes. */
  readonly seed: null;
  readonly generator: null;
  readonly offices: readonly ({ readonly office: string } & OfficeScore)[];
  readonly divisions: readonly ({ readonly office: string } & DivisionScore)[];
  readonly city: CityScore;
  readonly reliability: Readonly<Record<string, null>>;
}

interface ScoreInput {
  readonly plan: Plan;
  readonly rules: Rules;
  /** Sorted by code. */
  readonly offices: readonly FileOffice[];
  readonly answers: ReadonlyMap<string, Answers>;
}

interface Scored extends AskedOffice {
  readonly shown: OfficeScore;
}

/**
 * Scores of all offices asked, of divisions and the city. In a file an office was asked if it answered or has no
 * office below it; divisions that did not answer are only sums.
 */
export function scoreDocument({ plan, rules, offices, answers }: ScoreInput): ScoreDocument {
  const parents = new Set(offices.map((office) => office.parent));
  const scorer = rules.createScorer(plan);
  const asked = offices
    .filter(({ code }) => answers.has(code) || !parents.has(code))
    .map(({ code: id, headcount, tags }): Scored => {
      const given = answers.get(id);
      const exact = scorer.scoreExactly(given ?? {}, { tags });
      const shown = { ...roundedScore(exact), n: given ? 1 : 0 };
      return { id, headcount, score: given ? exact : null, shown };
    });
  return {
    rules: rules.version,
    questionnaire: { id: plan.id, version: plan.version },
    seed: null,
    generator: null,
    offices: asked.map(({ id, shown }) => ({ office: id, ...shown })),
    divisions: offices
      .filter(({ code }) => parents.has(code))
      .map(({ code }) => ({ office: code, ...rules.scoreDivision(plan, below(code, offices, asked)) })),
    city: rules.scoreCity(plan, asked),
    reliability: Object.fromEntries(plan.maturity.dimensions.map(({ id }) => [id, null])),
  };
}

/** The asked offices of a division: itself and everything below it, at any depth. */
function below(
  division: string,
  offices: readonly FileOffice[],
  asked: readonly Scored[],
): readonly Scored[] {
  const inside = new Set([division]);
  for (let size = 0; size < inside.size; ) {
    size = inside.size;
    for (const { code, parent } of offices) if (parent !== null && inside.has(parent)) inside.add(code);
  }
  return asked.filter(({ id }) => inside.has(id));
}
