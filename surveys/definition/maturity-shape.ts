import { z } from 'zod';
import { isDangerousName } from './limits.ts';
import { text } from './texts.ts';

/** Ids of the maturity model: short, plain, safe as a key of an object or a document. */
export const modelId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, { message: 'badId' })
  .refine((id) => !isDangerousName(id), { message: 'takenId' });

/** In a comparison `index` stands beside the dimensions. */
const dimensionId = modelId.refine((id) => id !== 'index', { message: 'takenId' });

const level = z.number().min(-1_000).max(1_000);
const weight = z.number().positive().max(1_000);
const share = z.number().min(0).max(1);

/** The scale of an item. */
export const scale = z
  .strictObject({ min: level, max: level })
  .refine(({ min, max }) => max > min, { message: 'badScale' });

/** The scale of a questionnaire; its steps are the secured levels. */
const wholeScale = scale.refine(({ min, max }) => Number.isInteger(max - min) && max - min <= 20, {
  message: 'badModelScale',
});

const reason = z.strictObject({ id: modelId, text, needsText: z.boolean().default(false) });

const dimension = z.strictObject({
  id: dimensionId,
  title: text,
  shortTitle: text.optional(),
  field: modelId.optional(),
  weight: weight.default(1),
  importance: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(2),
  legalDuty: z.boolean().default(false),
  reliability: z.number().gt(0).lt(1).optional(),
});

const field = z.strictObject({
  id: modelId,
  title: text,
  onlyTagged: z.boolean().default(false),
  askedOf: text.optional(),
});

/** `maturity` of a questionnaire (the custom property that carries the model). */
export const maturity = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, { message: 'badId' }),
  version: z.int().min(1).max(10_000),
  scale: wholeScale.default({ min: 0, max: 4 }),
  levels: z
    .array(z.strictObject({ from: z.number().min(0).lt(100), name: text }))
    .min(1)
    .max(20)
    .optional(),
  fields: z.array(field).max(20).default([]),
  dimensions: z.array(dimension).min(1).max(50),
  securedLevels: z
    .array(z.strictObject({ name: text }))
    .min(2)
    .max(21)
    .optional(),
  notApplicableReasons: z.array(reason).min(1).max(20).optional(),
  minCoverage: share.default(0.5),
  provisionalBelow: share.default(0.8),
  minIndexWeight: share.default(0.75),
});

export type MaturitySource = z.output<typeof maturity>;
export { weight };
