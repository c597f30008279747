import { z } from 'zod';
import type { ItemOpinion } from '../../surveys/scoring/score.ts';
import type { Operation } from '../http/operation.ts';
import { id, text } from '../http/shapes.ts';

/** `office`: code or id of an office or division, absent: the city. `dimension`: absent: the index. */
export const explainQuery = z.strictObject({
  office: z.string().min(1).max(80).optional(),
  dimension: z.string().min(1).max(64).optional(),
});

/** One line of a calculation: an item of a dimension, a dimension of an index, an office of a mean. */
export const explainedPart = z.strictObject({
  id: z.string(),
  title: text,
  /** State of an item, status of a score. */
  state: z.enum([
    ...(['level', 'na', 'dk', 'missing', 'notAsked'] as const),
    ...(['scored', 'provisional', 'insufficient', 'notApplicable', 'suppressed', 'notSubmitted'] as const),
  ]),
  /** Text of the chosen answer, or of the reason for "does not apply". */
  answer: text.nullable(),
  comment: z.string().nullable(),
  weight: z.number(),
  /** Points 0–100. */
  value: z.number().nullable(),
  /** weight · value, where it counts. */
  contribution: z.number().nullable(),
  /** Whether it counts in the denominator, and why not. */
  counted: z.boolean(),
  why: text,
  /** Mode several: how the people answered an item. */
  opinion: z.custom<ItemOpinion>().nullable(),
});

/** Where one number comes from, complete enough to compute it again by hand. */
export const explainResponse = z.strictObject({
  of: z.strictObject({
    kind: z.enum(['office', 'division', 'city']),
    officeId: id.nullable(),
    code: z.string().nullable(),
    name: z.string(),
    dimension: z.string().nullable(),
    title: text,
  }),
  value: z.number().nullable(),
  status: z.string(),
  /** The number in one sentence for a committee member. */
  sentence: text,
  /** The rule as a formula, and the same with this number's figures put in. */
  formula: z.strictObject({ rule: z.string(), inserted: text, section: z.string() }),
  /** Further steps, in order: coverage, bounds, secured level, level name, interval, agreement; each with its formula. */
  steps: z.array(
    z.strictObject({ name: text, rule: z.string(), inserted: text, value: text, section: z.string() }),
  ),
  parts: z.array(explainedPart),
  counts: z.strictObject({
    responses: z.number().int(),
    counted: z.number().int(),
    notCounted: z.number().int(),
  }),
  rules: z.string(),
  questionnaire: z.strictObject({ id: z.string(), version: z.number().int() }),
});

export type ExplainQuery = z.output<typeof explainQuery>;
export type ExplainResponse = z.output<typeof explainResponse>;
export type ExplainedPart = z.output<typeof explainedPart>;

export const explanationsOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/waves/{id}/results/explain',
    summary: 'Where a number comes from',
    access: 'officer',
    query: explainQuery,
    response: explainResponse,
    status: 200,
  },
];
