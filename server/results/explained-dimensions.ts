import { howDimension } from '../../reports/findings/how-dimension.ts';
import type { ExplainedItem, OfficeFigures, OfficeScore } from '../../surveys/scoring/score.ts';
import type { Submission } from '../responses/response.ts';
import type { WaveResults } from '../scores/wave-results.ts';
import type { ExplainedDimension } from './results.wire.ts';

interface Explained {
  readonly items: readonly ExplainedItem[];
  readonly score: OfficeScore;
  /** What was said beside an answer, by item. */
  readonly commentOf: (item: string) => string | null;
  /** Whether people answered an item so differently that they should talk about it. */
  readonly isUnclear: (item: string) => boolean;
}

function explained(results: WaveResults, id: string, { items, score, commentOf, isUnclear }: Explained) {
  const { plan } = results.entry;
  const shown = items.map(({ item, reason, ...others }) => ({
    ...others,
    id: item,
    answer: others.answer ?? reason,
    comment: commentOf(item),
    unclear: isUnclear(item),
  }));
  const found = score.dimensions[id];
  const how = howDimension({
    status: found?.status ?? 'notApplicable',
    coverage: found?.coverage ?? null,
    items: shown,
    minCoverage: plan.maturity.minCoverage,
    rules: results.rules.version,
    questionnaire: { id: plan.id, version: plan.version },
  });
  return { id, how, items: shown };
}

/** The one answer of an office, item by item. */
export function explainedSubmission(
  results: WaveResults,
  { answers, tags }: Submission,
): ExplainedDimension[] {
  const { entry, rules } = results;
  const score = rules.createScorer(entry.plan).scoreExactly(answers, { tags });
  const commentOf = (item: string) =>
    Object.hasOwn(answers, item) ? (answers[item]?.comment ?? null) : null;
  return entry.plan.maturity.dimensions.map(({ id }) => {
    const items = rules.explainDimension(entry.plan, answers, { tags, dimension: id });
    return explained(results, id, { items, score, commentOf, isUnclear: () => false });
  });
}

/** What many people answered, as means; never what one of them said. */
export function explainedFigures(results: WaveResults, figures: OfficeFigures): ExplainedDimension[] {
  const { entry, rules } = results;
  return entry.plan.maturity.dimensions.map(({ id }) => {
    const items = rules.explainOfficeItems(entry.plan, figures, id);
    return explained(results, id, {
      items,
      score: figures.score,
      commentOf: () => null,
      isUnclear: (item) => figures.opinions?.[item]?.unclear ?? false,
    });
  });
}
