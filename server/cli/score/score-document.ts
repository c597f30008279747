import type {
  CityScore,
  DivisionScore,
  OfficeScore,
  Rank,
  Reliability,
} from '../../../surveys/scoring/score.ts';
import { roundedNumbers, roundedScore } from '../../scores/rounded-score.ts';
import type { FileInput, ScoredFiles } from './score-files.ts';
import type { Chance } from './score-options.ts';

type PrintedReliability = Omit<Reliability, 'p'>;

/** What `pegel score --json` prints (formats.md §4); every number at 6 decimals. */
export interface ScoreDocument {
  readonly rules: string;
  readonly questionnaire: { readonly id: string; readonly version: number };
  readonly seed: number;
  readonly generator: string;
  readonly offices: readonly ({ readonly office: string } & OfficeScore)[];
  readonly divisions: readonly ({ readonly office: string } & DivisionScore)[];
  readonly city: CityScore;
  readonly reliability: Readonly<Record<string, PrintedReliability>>;
}

/** @returns offices and divisions by code; hidden offices without numbers */
export function scoreDocument(
  { plan, rules }: Pick<FileInput, 'plan' | 'rules'>,
  scored: ScoredFiles,
  { seed }: Chance,
): ScoreDocument {
  const { asked, divisions, organisation, ranks, reliability } = scored;
  const scorer = rules.createScorer(plan);
  return {
    rules: rules.version,
    questionnaire: { id: plan.id, version: plan.version },
    seed,
    generator: rules.generatorName,
    offices: asked.map(({ code, tags }) => {
      const score = organisation.offices.get(code) ?? { ...scorer.scoreExactly({}, { tags }), n: 0 };
      return { office: code, ...roundedScore(score), rank: roundedRank(ranks.get(code)) };
    }),
    divisions: divisions.flatMap(({ code }) => {
      const score = organisation.divisions.get(code);
      return score ? [{ office: code, ...score }] : [];
    }),
    city: organisation.city,
    reliability: Object.fromEntries(
      Object.entries(reliability).map(([id, { alpha, icc1, icc2, offices, items }]) => [
        id,
        roundedNumbers({ alpha, icc1, icc2, offices, items }),
      ]),
    ),
  };
}

function roundedRank(rank: Rank | undefined): Rank | null {
  return rank ? roundedNumbers(rank) : null;
}
