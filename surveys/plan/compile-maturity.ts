import type { OutlinedQuestion } from '../definition/outline.ts';
import type { Definition } from '../definition/read-definition.ts';
import type { DimensionPlan, FieldPlan, MaturityPlan } from './plan.ts';
import { standardLevels, standardReasons, standardSecuredLevels } from './standard-model.ts';

/** The maturity model with every default filled in and the items of each dimension in questionnaire order. */
export function compileMaturity({ source, outline }: Definition): MaturityPlan {
  const { maturity } = source;
  const { scale } = maturity;
  return {
    scale,
    levels: maturity.levels ?? standardLevels,
    fields: fieldsOf(maturity.fields),
    dimensions: dimensionsOf(maturity.dimensions, outline.questions),
    securedLevels:
      maturity.securedLevels?.map((level) => level.name) ?? standardSecuredLevels(scale.max - scale.min),
    notApplicableReasons: maturity.notApplicableReasons ?? standardReasons,
    minCoverage: maturity.minCoverage,
    provisionalBelow: maturity.provisionalBelow,
    minIndexWeight: maturity.minIndexWeight,
  };
}

type Maturity = Definition['source']['maturity'];

function fieldsOf(fields: Maturity['fields']): readonly FieldPlan[] {
  return fields.map(({ id, title, onlyTagged, askedOf }) => ({
    id,
    title,
    onlyTagged,
    askedOf: askedOf ?? null,
  }));
}

function dimensionsOf(
  dimensions: Maturity['dimensions'],
  questions: readonly OutlinedQuestion[],
): readonly DimensionPlan[] {
  return dimensions.map(({ id, title, shortTitle, field, weight, importance, legalDuty, reliability }) => ({
    id,
    title,
    shortTitle: shortTitle ?? title,
    field: field ?? '',
    weight,
    importance,
    legalDuty,
    ...(reliability === undefined ? {} : { reliability }),
    items: questions.filter((question) => dimensionOfItem(question) === id).map(({ source }) => source.name),
  }));
}

/** Dimension of a scored question; null for one that stands in a dimension without being scored. */
export function dimensionOfItem({
  source,
  dimension,
}: Pick<OutlinedQuestion, 'source' | 'dimension'>): string | null {
  switch (source.type) {
    case 'radiogroup':
    case 'rating':
    case 'checkbox':
    case 'boolean':
      return dimension;
    case 'text':
      return source.points ? dimension : null;
    default:
      return null;
  }
}
