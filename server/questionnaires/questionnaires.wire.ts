import { z } from 'zod';
import type { Plan } from '../../surveys/plan/plan.ts';
import type { Operation } from '../http/operation.ts';
import { id, text } from '../http/shapes.ts';

export const questionnaireRef = z.strictObject({ id, version: z.number().int().min(1) });

export const questionnaireSummary = z.strictObject({
  id,
  version: z.number().int(),
  title: text,
  items: z.number().int(),
  dimensions: z.number().int(),
  minutes: z.number().int(),
});

export const questionnairesResponse = z.strictObject({ questionnaires: z.array(questionnaireSummary) });

/** The definition as published (SurveyJS JSON) and its compiled plan. */
export const questionnaireResponse = z.strictObject({
  summary: questionnaireSummary,
  definition: z.record(z.string(), z.unknown()),
  plan: z.custom<Plan>(),
});

export type QuestionnaireRef = z.output<typeof questionnaireRef>;
export type QuestionnaireSummary = z.output<typeof questionnaireSummary>;
export type QuestionnairesResponse = z.output<typeof questionnairesResponse>;
export type QuestionnaireResponse = z.output<typeof questionnaireResponse>;

export const questionnairesOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/questionnaires',
    summary: 'Questionnaires of the catalog',
    access: 'officer',
    response: questionnairesResponse,
    status: 200,
  },
  {
    method: 'get',
    path: '/api/questionnaires/{id}/versions/{n}',
    summary: 'One version: definition and plan',
    access: 'officer',
    response: questionnaireResponse,
    status: 200,
  },
  {
    method: 'get',
    path: '/api/questionnaires/{id}/versions/{n}.json',
    summary: 'The definition alone, as `pegel score` reads it',
    access: 'officer',
    responseType: 'application/json',
    status: 200,
  },
];
