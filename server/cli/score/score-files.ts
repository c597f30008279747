import type { Plan } from '../../../surveys/plan/plan.ts';
import type { OrganisationScore } from '../../../surveys/scoring/2026.1/organisation.ts';
import type { Rules } from '../../../surveys/scoring/rules.ts';
import type { OfficeFigures, Rank, Reliability } from '../../../surveys/scoring/score.ts';
import type { FileOffice } from '../files/read-offices.ts';
import type { FileResponses } from '../files/read-responses.ts';

export interface ScoreSettings {
  /** What chance starts from; stored with the result. */
  readonly seed: number;
  /** Draws of the bootstrap and of the ranks. */
  readonly draws: number;
  /** Smallest group with values of its own; null in mode official. */
  readonly minGroup: number | null;
}

export interface FileInput {
  readonly plan: Plan;
  readonly rules: Rules;
  /** Sorted by code. */
  readonly offices: readonly FileOffice[];
  readonly responses: FileResponses;
}

/** Exact scores of the offices that a set of files speaks of. */
export interface ScoredOffices {
  /** Offices asked, by code: those that answered, and those without an office below. */
  readonly asked: readonly FileOffice[];
  /** Offices with others below them, by code. */
  readonly divisions: readonly FileOffice[];
  /** By code, of offices that answered, hidden ones too. */
  readonly figures: ReadonlyMap<string, OfficeFigures>;
  readonly organisation: OrganisationScore;
}

export interface ScoredFiles extends ScoredOffices {
  /** By code, of offices with a published index. */
  readonly ranks: ReadonlyMap<string, Rank>;
  /** By dimension, over the offices with published values. */
  readonly reliability: Readonly<Record<string, Reliability>>;
}

/** Scores files, with what is said about the offices among each other: ranks and reliability. */
export function scoreFiles(input: FileInput, settings: ScoreSettings): ScoredFiles {
  const { plan, rules } = input;
  const scored = scoreOffices(input, settings);
  const { hidden } = scored.organisation;
  const shown = [...scored.figures].filter(([code]) => !hidden.has(code));
  const ranked = shown.map(([id, { score }]) => ({ id, score }));
  const figures = shown.map(([, own]) => own);
  return {
    ...scored,
    ranks: rules.ranksOf(plan, ranked, settings),
    reliability: rules.reliability(plan, figures),
  };
}

/**
 * Scores the offices of files. In a file an office was asked if it answered or has no office below it; divisions that did
 * not answer are only sums.
 */
export function scoreOffices(input: FileInput, settings: ScoreSettings): ScoredOffices {
  const { plan, rules, offices, responses } = input;
  const parents = new Set(offices.map((office) => office.parent));
  const asked = offices.filter(({ code }) => responses.answers.has(code) || !parents.has(code));
  const divisions = offices.filter(({ code }) => parents.has(code));
  const figures = figuresOf(input, settings);
  const organisation = rules.scoreOrganisation(plan, {
    offices: asked.map(({ code: id, parent, headcount }) => {
      return { id, parent, headcount, score: figures.get(id)?.score ?? null };
    }),
    nodes: divisions.map(({ code: id, parent }) => ({ id, parent })),
    minGroup: settings.minGroup,
  });
  return { asked, divisions, figures, organisation };
}

function figuresOf(
  { plan, rules, offices, responses: { mode, answers } }: FileInput,
  { seed, draws }: ScoreSettings,
): ReadonlyMap<string, OfficeFigures> {
  const scorer = rules.createScorer(plan);
  return new Map(
    offices.flatMap(({ code, tags }) => {
      const given = answers.get(code) ?? [];
      const [first] = given;
      if (first === undefined) return [];
      if (mode === 'official') return [[code, scorer.figuresOfResponse(first, { tags })]];
      return [[code, scorer.figuresOfOffice(given, { tags, office: code, seed, draws })]];
    }),
  );
}
