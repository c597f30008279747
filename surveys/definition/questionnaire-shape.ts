import { z } from 'zod';
import { definitionLimits } from './limits.ts';
import { maturity, modelId } from './maturity-shape.ts';
import {
  expression,
  type MatrixSource,
  matrix,
  name,
  type QuestionSource,
  question,
} from './question-shape.ts';
import { text } from './texts.ts';

const { elementsPerContainer, panelDepth, pages } = definitionLimits;

/** A titled group of elements; its dimension is inherited by what stands inside. */
export interface PanelSource {
  readonly type: 'panel';
  readonly name: string;
  readonly title?: { readonly de: string; readonly en: string } | undefined;
  readonly description?: { readonly de: string; readonly en: string } | undefined;
  readonly visibleIf?: string | undefined;
  readonly dimension?: string | undefined;
  readonly elements: readonly ElementSource[];
}

export type ElementSource = QuestionSource | MatrixSource | PanelSource;

const container = {
  name,
  title: text.optional(),
  description: text.optional(),
  visibleIf: expression.optional(),
  dimension: modelId.optional(),
};

function elementAt(depth: number): z.ZodType<ElementSource> {
  const askable = [...question.options, matrix] as const;
  if (depth === 0) return z.discriminatedUnion('type', askable);
  const panel = z.strictObject({
    type: z.literal('panel'),
    ...container,
    elements: z.array(elementAt(depth - 1)).max(elementsPerContainer),
  });
  return z.discriminatedUnion('type', [...askable, panel]);
}

const page = z.strictObject({
  ...container,
  elements: z.array(elementAt(panelDepth)).max(elementsPerContainer),
});

/** The profile of SurveyJS JSON that Pegel accepts, one shape for one file. */
export const questionnaire = z.strictObject({
  title: text,
  description: text.optional(),
  maturity,
  pages: z.array(page).min(1).max(pages),
});

export type QuestionnaireSource = z.output<typeof questionnaire>;
export type PageSource = z.output<typeof page>;
