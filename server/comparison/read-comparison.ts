import { compareWaves } from '../../reports/comparison/compare-waves.ts';
import type { Comparison, Crosswalk } from '../../reports/comparison/comparison.ts';
import { roundedComparison } from '../../reports/comparison/rounded-comparison.ts';
import { changedItems } from '../../reports/comparison/same-questions.ts';
import { compareFinding } from '../../reports/findings/compare-finding.ts';
import { comparisonFacts } from '../../reports/findings/comparison-facts.ts';
import { organisationSentences } from '../../reports/findings/organisation-sentences.ts';
import type { Plan } from '../../surveys/plan/plan.ts';
import { questionsOf } from '../../surveys/plan/questions.ts';
import { resultsDimensions, waveHeader } from '../scores/wave-parts.ts';
import { byCode } from '../scores/wave-results.ts';
import { comparedWave } from './compared-wave.ts';
import type { CompareQuery, CompareResponse, SuccessorRow } from './comparison.wire.ts';
import type { ComparisonDeps } from './comparison-deps.ts';
import { findCrosswalk } from './find-crosswalk.ts';
import { type AskedWave, type WavePair, wavePair } from './wave-pair.ts';

/** Like-for-like change between two waves, with the finding in words. */
export async function readComparison(deps: ComparisonDeps, query: CompareQuery): Promise<CompareResponse> {
  const pair = await wavePair(deps, query);
  const crosswalk = findCrosswalk(deps.catalog, pair);
  const [from, to, kept] = await Promise.all([
    comparedWave(deps, pair.from),
    comparedWave(deps, pair.to),
    deps.store.find(query),
  ]);
  const successors = { rows: withIds(kept, pair) };
  const exact = compareWaves({ from, to, crosswalk, successors });
  const comparison = roundedComparison(exact);
  const { entry } = pair.to;
  return {
    city: (await deps.readCity()).city,
    from: waveHeader(pair.from.wave, pair.from.entry),
    to: waveHeader(pair.to.wave, entry),
    finding: compareFinding(
      comparisonFacts(exact, entry.plan, { crosswalk, open: pair.to.wave.state === 'open' }),
    ),
    dimensions: resultsDimensions(entry),
    fields: entry.plan.maturity.fields.map(({ id, title }) => ({ id, title })),
    cityChanges: { ...comparison.city },
    ...namedChanges(comparison, pair),
    questionnaireChanges: questionnaireChanges(pair, crosswalk),
    organisation: [...organisationSentences(organisationFacts(comparison, pair, successors.rows))],
    successors: [...kept],
    rules: pair.to.wave.rules,
  };
}

/** Rows as the comparison takes them: codes become the ids that both waves share. */
function withIds(rows: readonly SuccessorRow[], { from, to }: WavePair): readonly SuccessorRow[] {
  const idsOf = ({ wave }: AskedWave) =>
    new Map(wave.offices.map(({ code, officeId }) => [code, officeId] as const));
  const [older, newer] = [idsOf(from), idsOf(to)];
  return rows.map((row) => ({
    from: older.get(row.from) ?? row.from,
    to: newer.get(row.to) ?? row.to,
    share: row.share,
  }));
}

type Named = Pick<CompareResponse, 'offices' | 'divisions' | 'onlyFrom' | 'onlyTo'>;

/** Offices in the order of their codes, with the names of the newer wave. */
function namedChanges({ offices, divisions, onlyFrom, onlyTo }: Comparison, { from, to }: WavePair): Named {
  const changes = new Map(offices.map((change) => [change.office, change]));
  const ofDivisions = new Map(divisions.map((change) => [change.office, change]));
  const named = ({ wave }: AskedWave, ids: readonly string[]) =>
    wave.offices
      .filter(({ officeId }) => ids.includes(officeId))
      .toSorted(byCode)
      .map(({ officeId, code, name }) => ({ officeId, code, name }));
  return {
    offices: to.wave.offices.toSorted(byCode).flatMap(({ officeId, code, name, parentId }) => {
      const change = changes.get(officeId);
      return change ? [{ officeId, code, name, divisionId: parentId, change }] : [];
    }),
    divisions: to.wave.divisions.toSorted(byCode).flatMap(({ officeId, code, name }) => {
      const change = ofDivisions.get(officeId);
      return change ? [{ officeId, code, name, change }] : [];
    }),
    onlyFrom: named(from, onlyFrom),
    onlyTo: named(to, onlyTo),
  };
}

function questionnaireChanges({ from, to }: WavePair, crosswalk: Crosswalk) {
  const titles = (plan: Plan) => new Map(questionsOf(plan).map(({ name, title }) => [name, title]));
  const versions = {
    older: { plan: from.entry.plan, titles: titles(from.entry.plan) },
    newer: { plan: to.entry.plan, titles: titles(to.entry.plan) },
  };
  return changedItems(to.entry.plan, crosswalk).map(({ item, version, class: change, reason }) => {
    const { plan, titles: known } = versions[version];
    return {
      item,
      dimension: plan.maturity.dimensions.find(({ items }) => items.includes(item))?.id ?? null,
      class: change,
      title: known.get(item) ?? { de: item, en: item },
      reason,
    };
  });
}

function organisationFacts(
  { onlyFrom, onlyTo }: Comparison,
  { from, to }: WavePair,
  successors: readonly SuccessorRow[],
) {
  const named = ({ wave }: AskedWave) =>
    wave.offices.toSorted(byCode).map(({ officeId, code, name }) => ({ id: officeId, code, name }));
  return { from: named(from), to: named(to), successors, onlyFrom, onlyTo };
}
