import type { DimensionFacts, FactItem, Respondents } from '../../reports/explanations/dimension-facts.ts';
import { explainDimension } from '../../reports/explanations/explain-dimension.ts';
import { explainIndex } from '../../reports/explanations/explain-index.ts';
import type { Explanation } from '../../reports/explanations/explanation.ts';
import { explainHidden, explainNotSubmitted } from '../../reports/explanations/without-value.ts';
import type { Answers } from '../../surveys/answers/answer.ts';
import type { DimensionPlan } from '../../surveys/plan/plan.ts';
import type { DimensionScore, OfficeScore } from '../../surveys/scoring/score.ts';
import type { OfficeFiguresRecord } from '../figures/office-figures.ts';
import { lastSubmission } from '../responses/last-submission.ts';
import type { OfficeState, WaveResults } from '../scores/wave-results.ts';
import type { ExplanationsDeps } from './explanations-deps.ts';

/** Samples of the bootstrap: all of up to five people, else drawn ones. */
const enumeratedUpTo = 5;
const draws = 2_000;

interface Asked {
  readonly results: WaveResults;
  readonly state: OfficeState;
  readonly dimension: DimensionPlan;
}

/** What an item list and the shares behind the secured level are read from. */
interface Answered {
  readonly items: readonly FactItem[];
  readonly responses: readonly Answers[];
  readonly tags: readonly string[];
  readonly respondents: Respondents | null;
}

async function ofSubmission(deps: ExplanationsDeps, { results, state, dimension }: Asked): Promise<Answered> {
  const { wave, entry, rules } = results;
  const response = await deps.findResponse(wave.id, state.office.officeId);
  const submission = response?.state === 'submitted' ? lastSubmission(response.submissions) : null;
  const answers: Answers = submission?.answers ?? {};
  const tags = submission?.tags ?? state.office.fields;
  const items = rules.explainDimension(entry.plan, answers, { tags, dimension: dimension.id });
  return {
    items: items.map((item) => ({
      ...item,
      comment: Object.hasOwn(answers, item.item) ? (answers[item.item]?.comment ?? null) : null,
      opinion: null,
    })),
    responses: [answers],
    tags,
    respondents: null,
  };
}

function respondentsOf({ responses: n, chance, figures }: OfficeFiguresRecord, dimension: string) {
  if (chance === null) return null;
  const samples = n <= enumeratedUpTo ? n ** n : draws;
  return { n, ...chance, samples, dropped: figures?.dropped?.[dimension] ?? 0 };
}

/** Counts of what people said; never what one of them said. */
async function ofPeople(deps: ExplanationsDeps, { results, state, dimension }: Asked): Promise<Answered> {
  const { wave, entry, rules } = results;
  const { officeId, fields: tags } = state.office;
  const record = await deps.findFigures({ waveId: wave.id, rules: wave.rules }, officeId);
  const figures = record?.figures ?? null;
  const items = figures === null ? [] : rules.explainOfficeItems(entry.plan, figures, dimension.id);
  return {
    items: items.map((item) => ({
      ...item,
      comment: null,
      opinion: figures?.opinions?.[item.item] ?? null,
    })),
    responses: await deps.answersOf(wave.id, officeId),
    tags,
    respondents: record === null ? null : respondentsOf(record, dimension.id),
  };
}

async function dimensionFacts(
  deps: ExplanationsDeps,
  asked: Asked,
  score: DimensionScore,
): Promise<DimensionFacts> {
  const { results, dimension } = asked;
  const { plan } = results.entry;
  const answered = await (results.wave.mode === 'several'
    ? ofPeople(deps, asked)
    : ofSubmission(deps, asked));
  const { items, responses, tags, respondents } = answered;
  const reached = results.rules.explainSecured(plan, responses, { tags, dimension: dimension.id });
  return { title: dimension.title, score, items, reached, maturity: plan.maturity, respondents };
}

function indexOf({ entry }: WaveResults, { office }: OfficeState, score: OfficeScore): Explanation {
  const { dimensions, levels, minIndexWeight } = entry.plan.maturity;
  return explainIndex({ name: office.name, score, dimensions, levels, minIndexWeight });
}

/** Where a number of an office comes from; of a hidden one only why it is hidden. */
export async function explainOffice(
  deps: ExplanationsDeps,
  { results, state }: Omit<Asked, 'dimension'>,
  dimension: DimensionPlan | null,
): Promise<Explanation> {
  const { score, office } = state;
  if (score === null) return explainNotSubmitted(office.name);
  const minGroup = results.wave.several?.minGroup ?? 0;
  if (score.status === 'suppressed') return explainHidden(office.name, { n: score.n, minGroup });
  if (dimension === null) return indexOf(results, state, score);
  const own = score.dimensions[dimension.id];
  if (own === undefined) throw new Error(`office ${office.officeId} has no score for ${dimension.id}`);
  return explainDimension(await dimensionFacts(deps, { results, state, dimension }, own));
}
