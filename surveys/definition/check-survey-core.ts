import { SurveyModel } from 'survey-core';
import { declareMaturityProperties } from './maturity-properties.ts';
import type { DefinitionProblem } from './problem.ts';

/**
 * What survey-core itself does not understand of a questionnaire that passed our checks: any SurveyJS tool must be
 * able to open it. Only for documents that are already known to be small and within the profile.
 */
export function* surveyCoreProblems(json: unknown): Generator<DefinitionProblem> {
  declareMaturityProperties();
  for (const { message } of new SurveyModel(json).jsonErrors ?? []) {
    yield {
      pointer: '',
      detail: { de: `SurveyJS meldet: ${message}`, en: `SurveyJS says: ${message}` },
    };
  }
}
