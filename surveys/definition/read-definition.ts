import { type Conditions, readConditions } from './check-conditions.ts';
import { matrixProblems, problemOfMatrices } from './check-matrices.ts';
import { modelProblems } from './check-model.ts';
import { nameProblems } from './check-names.ts';
import { scoreProblems } from './check-scores.ts';
import { surveyCoreProblems } from './check-survey-core.ts';
import { definitionLimits, problemOfSize } from './limits.ts';
import { type Outline, outlineOf } from './outline.ts';
import { collectProblems, type DefinitionProblem } from './problem.ts';
import { type QuestionnaireSource, questionnaire } from './questionnaire-shape.ts';
import { shapeProblems } from './shape-problems.ts';

/** A questionnaire that has passed every check; `compilePlan` cannot fail on it. */
export interface Definition {
  readonly source: QuestionnaireSource;
  readonly outline: Outline;
  readonly conditions: Conditions;
}

export type ReadDefinition =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/**
 * Reads SurveyJS JSON with maturity properties. Accepts the profile of this version and refuses everything else by
 * name, with a JSON pointer, at most 50 problems at once.
 *
 * @param json parsed JSON of unknown origin; size and depth are bounded before anything looks inside
 */
export function readDefinition(json: unknown): ReadDefinition {
  const size = problemOfSize(json);
  if (size) return { ok: false, problems: [size] };
  const parsed = questionnaire.safeParse(json);
  if (!parsed.success) return { ok: false, problems: shapeProblems(parsed.error.issues, json).slice(0, 50) };
  return checked(parsed.data, json);
}

function checked(source: QuestionnaireSource, json: unknown): ReadDefinition {
  const outline = outlineOf(source);
  const count = outline.questions.length + outline.rowQuestions.length;
  if (count > definitionLimits.questions) return { ok: false, problems: [tooManyQuestions(count)] };
  const size = problemOfMatrices(outline);
  if (size) return { ok: false, problems: [size] };
  const problems = collectProblems();
  for (const problem of nameProblems(outline)) problems.add(problem);
  for (const problem of modelProblems(source.maturity, outline)) problems.add(problem);
  for (const problem of matrixProblems(outline)) problems.add(problem);
  for (const problem of scoreProblems(source.maturity, outline)) problems.add(problem);
  const read = readConditions(outline);
  for (const problem of read.problems) problems.add(problem);
  if (problems.all.length === 0) for (const problem of surveyCoreProblems(json)) problems.add(problem);
  if (problems.all.length > 0) return { ok: false, problems: problems.all };
  return { ok: true, definition: { source, outline, conditions: read.conditions } };
}

function tooManyQuestions(count: number): DefinitionProblem {
  return {
    pointer: '/pages',
    detail: {
      de: `Höchstens ${definitionLimits.questions} Fragen, gefunden: ${count}.`,
      en: `At most ${definitionLimits.questions} questions, found: ${count}.`,
    },
  };
}
