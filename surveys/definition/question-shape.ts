import { z } from 'zod';
import { definitionLimits } from './limits.ts';
import { modelId, scale, weight } from './maturity-shape.ts';
import { text } from './texts.ts';

const {
  nameLength,
  expressionLength,
  choices: maxChoices,
  rows,
  matrixRows,
  textAnswerLength,
} = definitionLimits;

/** Names of pages, panels and questions: a letter first, then letters, digits and `_ - / ~`. */
export const name = z
  .string()
  .max(nameLength)
  .transform((value) => value.normalize('NFC'))
  .refine((value) => /^\p{L}[\p{L}\p{N}_/~-]*$/u.test(value), { message: 'badName' });

export const expression = z.string().min(1).max(expressionLength);

const choiceValue = z.union([z.number(), z.string().min(1).max(100)]);
const choice = z.union([
  choiceValue.transform((value) => ({ value })),
  z.strictObject({ value: choiceValue, text: text.optional(), score: z.number().optional() }),
]);

const asked = {
  name,
  title: text.optional(),
  description: text.optional(),
  isRequired: z.boolean().default(false),
  visibleIf: expression.optional(),
  requiredIf: expression.optional(),
};

const scored = {
  dimension: modelId.optional(),
  weight: weight.default(1),
  reverse: z.boolean().default(false),
  notApplicable: z.boolean().default(false),
  dontKnow: z.boolean().default(false),
  showCommentArea: z.boolean().optional(),
  evidence: z.boolean().optional(),
  target: z.boolean().optional(),
};

const radiogroup = z.strictObject({
  type: z.literal('radiogroup'),
  ...asked,
  ...scored,
  scale: scale.optional(),
  choices: z.array(choice).min(1).max(maxChoices),
});

const rateLevel = z.int().min(-1_000).max(1_000);

const rating = z.strictObject({
  type: z.literal('rating'),
  ...asked,
  ...scored,
  scale: scale.optional(),
  rateMin: rateLevel.optional(),
  rateMax: rateLevel.optional(),
  rateStep: z.int().min(1).max(1_000).optional(),
  rateCount: z.int().optional(),
  rateValues: z.array(choice).min(2).max(maxChoices).optional(),
  autoGenerate: z.boolean().optional(),
  minRateDescription: text.optional(),
  maxRateDescription: text.optional(),
});

const weightedChoice = z.union([
  choiceValue.transform((value) => ({ value })),
  z.strictObject({ value: choiceValue, text: text.optional(), weight: weight.optional() }),
]);

const checkbox = z.strictObject({
  type: z.literal('checkbox'),
  ...asked,
  ...scored,
  choices: z.array(weightedChoice).min(1).max(maxChoices),
  showNoneItem: z.boolean().default(false),
  noneText: text.optional(),
});

const boolean = z.strictObject({
  type: z.literal('boolean'),
  ...asked,
  ...scored,
  labelTrue: text.optional(),
  labelFalse: text.optional(),
});

const bound = z.union([z.number(), z.iso.date()]);
const point = z.tuple([z.number(), z.number().min(0).max(100)]);
const inputTypes = ['text', 'number', 'date', 'email', 'tel', 'url'] as const;

const textInput = z.strictObject({
  type: z.literal('text'),
  ...asked,
  ...scored,
  inputType: z.enum(inputTypes).default('text'),
  maxLength: z.int().min(1).max(textAnswerLength).optional(),
  min: bound.optional(),
  max: bound.optional(),
  points: z.array(point).min(2).max(50).optional(),
});

const comment = z.strictObject({
  type: z.literal('comment'),
  ...asked,
  maxLength: z.int().min(1).max(textAnswerLength).optional(),
});

const row = z.discriminatedUnion('type', [radiogroup, rating, boolean, textInput, comment]);

const paneldynamic = z.strictObject({
  type: z.literal('paneldynamic'),
  ...asked,
  minPanelCount: z.int().min(0).max(rows).default(0),
  maxPanelCount: z.int().min(1).max(rows).default(rows),
  addPanelText: text.optional(),
  templateElements: z.array(row).min(1).max(60),
});

export const question = z.discriminatedUnion('type', [...row.options, checkbox, paneldynamic]);

const { isRequired: _required, requiredIf: _requiredIf, ...shown } = asked;

/** A matrix asks the same question for every row; each row has an answer of its own. */
export const matrix = z.strictObject({
  type: z.literal('matrix'),
  ...shown,
  ...scored,
  scale: scale.optional(),
  columns: z.array(choice).min(1).max(maxChoices),
  rows: z
    .array(
      z.union([
        name.transform((value) => ({ value })),
        z.strictObject({ value: name, text: text.optional() }),
      ]),
    )
    .min(1)
    .max(matrixRows),
  eachRowRequired: z.boolean().optional(),
  isAllRowRequired: z.boolean().optional(),
});

export type RowSource = z.output<typeof row>;
export type QuestionSource = z.output<typeof question>;
export type LeafSource = Exclude<QuestionSource, { type: 'paneldynamic' }>;
export type ChoiceSource = z.output<typeof choice>;
export type RadiogroupSource = z.output<typeof radiogroup>;
export type RatingSource = z.output<typeof rating>;
export type CheckboxSource = z.output<typeof checkbox>;
export type TextSource = z.output<typeof textInput>;
export type PanelDynamicSource = z.output<typeof paneldynamic>;
export type MatrixSource = z.output<typeof matrix>;
