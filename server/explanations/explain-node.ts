import { explainGroup } from '../../reports/explanations/explain-group.ts';
import type { Explanation } from '../../reports/explanations/explanation.ts';
import type { GroupOffice } from '../../reports/explanations/group-facts.ts';
import { nodesAbove } from '../../reports/organisation/nodes-above.ts';
import type { DimensionPlan } from '../../surveys/plan/plan.ts';
import { cityScoreOf } from '../scores/wave-parts.ts';
import type { OfficeState, WaveResults } from '../scores/wave-results.ts';
import type { WaveDivision } from '../waves/wave.ts';

function officesOf(states: readonly OfficeState[], dimension: DimensionPlan | null): readonly GroupOffice[] {
  return states.map(({ office, score }) => {
    const { officeId: id, code, name, headcount } = office;
    const own = dimension === null ? score : score?.dimensions[dimension.id];
    const value = dimension === null ? score?.index : score?.dimensions[dimension.id]?.score;
    return {
      id,
      name: `${code} ${name}`,
      headcount,
      value: value ?? null,
      status: own?.status ?? 'notSubmitted',
    };
  });
}

const submissionsIn = (states: readonly OfficeState[]) =>
  states.reduce((sum, { submissions }) => sum + submissions, 0);

/** Where a number of the city comes from. */
export function explainCity(
  results: WaveResults,
  { name, dimension }: { readonly name: string; readonly dimension: DimensionPlan | null },
): Explanation {
  const city = cityScoreOf(results);
  const value = dimension === null ? city.index : (city.dimensions[dimension.id]?.score ?? null);
  return explainGroup({
    kind: 'city',
    name,
    dimension: dimension?.title ?? null,
    value,
    status: value === null ? 'insufficient' : 'scored',
    responses: submissionsIn(results.offices),
    offices: officesOf(results.offices, dimension),
    aggregate: dimension === null ? city : null,
    reliability: dimension === null ? null : (results.scores.reliability[dimension.id] ?? null),
    levels: results.entry.plan.maturity.levels,
  });
}

/** Where a number of a division comes from. */
export function explainDivision(
  results: WaveResults,
  division: WaveDivision,
  dimension: DimensionPlan | null,
): Explanation {
  const { offices, divisions } = results.wave;
  const nodes = [...divisions, ...offices].map(({ officeId: id, parentId: parent }) => ({ id, parent }));
  const above = nodesAbove(nodes);
  const below = results.offices.filter(({ office }) => above(office.officeId).has(division.officeId));
  const score = results.scores.divisions.get(division.officeId);
  const own = dimension === null ? score : score?.dimensions[dimension.id];
  const value = dimension === null ? score?.index : score?.dimensions[dimension.id]?.score;
  return explainGroup({
    kind: 'division',
    name: division.name,
    dimension: dimension?.title ?? null,
    value: value ?? null,
    status: own?.status ?? 'insufficient',
    responses: submissionsIn(below),
    offices: officesOf(below, dimension),
    aggregate: dimension === null ? (score ?? null) : null,
    reliability: null,
    levels: results.entry.plan.maturity.levels,
  });
}
