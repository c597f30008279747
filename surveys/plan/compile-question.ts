import type {
  CheckboxSource,
  LeafSource,
  PanelDynamicSource,
  QuestionSource,
  RadiogroupSource,
  RatingSource,
  RowSource,
  TextSource,
} from '../definition/question-shape.ts';
import { ratingChoices, ratingScale } from '../definition/rating-choices.ts';
import { reversed, type Scale } from '../scoring/2026.1/item-score.ts';
import { compileChoices, compileNone, compileWeights } from './compile-choices.ts';
import { dimensionOfItem } from './compile-maturity.ts';
import type {
  BooleanPlan,
  CheckboxPlan,
  Condition,
  QuestionPlan,
  RadiogroupPlan,
  RowQuestionPlan,
  TextPlan,
} from './plan.ts';

/** Bounds of typed answers when the questionnaire sets none, in characters. */
const standardLengths = {
  comment: 5_000,
  text: 500,
  number: 40,
  date: 40,
  email: 254,
  tel: 60,
  url: 2_000,
} as const;

export interface QuestionPlace {
  readonly source: QuestionSource;
  /** Path of the question, as the keys of `conditions` begin. */
  readonly path: string;
  readonly dimension: string | null;
  readonly onlyTagged: string | null;
  readonly scale: Scale;
  readonly conditions: ReadonlyMap<string, Condition>;
}

export function compileQuestion(place: QuestionPlace): QuestionPlan {
  const { source } = place;
  if (source.type === 'checkbox') return checkbox(source, place);
  if (source.type !== 'paneldynamic') return compileRow(source, place);
  return {
    ...base(source, place),
    type: 'paneldynamic',
    minPanels: source.minPanelCount,
    maxPanels: source.maxPanelCount,
    addText: source.addPanelText ?? { de: 'Hinzufügen', en: 'Add' },
    questions: rowQuestions(source, place),
  };
}

function rowQuestions(source: PanelDynamicSource, place: QuestionPlace): readonly RowQuestionPlan[] {
  return source.templateElements.map((row, index) =>
    compileRow(row, {
      ...place,
      source: row,
      path: `${place.path}/templateElements/${index}`,
      dimension: null,
      onlyTagged: null,
    }),
  );
}

function compileRow(source: RowSource, place: QuestionPlace): RowQuestionPlan {
  switch (source.type) {
    case 'radiogroup':
      return radiogroup(source, place);
    case 'rating':
      return rating(source, place);
    case 'boolean':
      return boolean(source, place);
    case 'text':
      return textInput(source, place);
    case 'comment':
      return {
        ...base(source, place),
        type: 'comment',
        maxLength: source.maxLength ?? standardLengths.comment,
      };
  }
}

function base(
  source: QuestionSource,
  place: QuestionPlace,
): Omit<RowQuestionPlan & { type: 'comment' }, 'type' | 'maxLength'> {
  const dimension = dimensionOfItem(place);
  const { path, conditions, onlyTagged } = place;
  return {
    name: source.name,
    title: source.title ?? { de: source.name, en: source.name },
    description: source.description ?? null,
    required: source.isRequired && source.requiredIf === undefined,
    visibleIf: conditions.get(`${path}/visibleIf`) ?? null,
    requiredIf: conditions.get(`${path}/requiredIf`) ?? null,
    dimension,
    ...extrasOf(source, dimension !== null),
    ...(onlyTagged === null ? {} : { onlyTagged }),
  };
}

/** Scored items may be commented, proven and aimed at, unless the questionnaire says no. */
function extrasOf(source: QuestionSource, scored: boolean) {
  if (source.type === 'comment' || source.type === 'paneldynamic') return noExtras;
  return {
    weight: source.weight,
    notApplicable: source.notApplicable,
    dontKnow: source.dontKnow,
    comment: source.showCommentArea ?? scored,
    evidence: source.evidence ?? scored,
    target: isLevelled(source) && (source.target ?? scored),
  };
}

function isLevelled({ type }: LeafSource): boolean {
  return type === 'radiogroup' || type === 'rating';
}

const noExtras = {
  weight: 1,
  notApplicable: false,
  dontKnow: false,
  comment: false,
  evidence: false,
  target: false,
} as const;

function radiogroup(source: RadiogroupSource, place: QuestionPlace): RadiogroupPlan {
  const question = base(source, place);
  const scale = question.dimension === null ? null : (source.scale ?? place.scale);
  return { ...question, type: 'radiogroup', choices: compileChoices(source.choices, scale, source) };
}

function rating(source: RatingSource, place: QuestionPlace): RadiogroupPlan {
  const question = base(source, place);
  const scale = question.dimension === null ? null : ratingScale(source);
  return { ...question, type: 'rating', choices: compileChoices(ratingChoices(source), scale, source) };
}

function checkbox(source: CheckboxSource, place: QuestionPlace): CheckboxPlan {
  return {
    ...base(source, place),
    type: 'checkbox',
    choices: compileWeights(source.choices),
    none: source.showNoneItem ? compileNone(source) : null,
    reverse: source.reverse,
  };
}

function boolean(source: LeafSource & { type: 'boolean' }, place: QuestionPlace): BooleanPlan {
  const question = base(source, place);
  const scores = source.reverse ? { true: 0, false: 100 } : { true: 100, false: 0 };
  return {
    ...question,
    type: 'boolean',
    labelTrue: source.labelTrue ?? { de: 'Ja', en: 'Yes' },
    labelFalse: source.labelFalse ?? { de: 'Nein', en: 'No' },
    scores: question.dimension === null ? null : scores,
  };
}

function textInput(source: TextSource, place: QuestionPlace): TextPlan {
  const points = source.points?.map(([at, score]): readonly [number, number] => [
    at,
    source.reverse ? reversed(score) : score,
  ]);
  return {
    ...base(source, place),
    type: 'text',
    inputType: source.inputType,
    maxLength: source.maxLength ?? standardLengths[source.inputType],
    min: source.min ?? source.points?.at(0)?.[0] ?? null,
    max: source.max ?? source.points?.at(-1)?.[0] ?? null,
    ...(points ? { points } : {}),
  };
}
