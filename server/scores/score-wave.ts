import type { Rules } from '../../surveys/scoring/rules.ts';
import type { OfficeFigures, OfficeScore, Priority, Reliability } from '../../surveys/scoring/score.ts';
import type { OfficeFiguresRecord } from '../figures/office-figures.ts';
import type { CatalogEntry } from '../questionnaires/catalog.ts';
import type { StartedWave } from '../waves/wave.ts';
import type { WaveScores } from './remembered-scores.ts';
import { roundedNumbers, roundedScore } from './rounded-score.ts';
import type { ShownScore } from './scores.wire.ts';

interface ScoredWave {
  readonly wave: StartedWave;
  readonly entry: CatalogEntry;
  readonly rules: Rules;
}

/** Codes, not ids, are what secrecy decides ties by, so that a recomputation from files hides the same offices. */
function organisationOf({ wave, entry, rules }: ScoredWave, scores: ReadonlyMap<string, OfficeScore>) {
  const codes = new Map([...wave.divisions, ...wave.offices].map(({ officeId, code }) => [officeId, code]));
  const parentOf = (id: string | null) => (id === null ? null : (codes.get(id) ?? null));
  return rules.scoreOrganisation(entry.plan, {
    offices: wave.offices.map(({ officeId, code, parentId, headcount }) => ({
      id: code,
      parent: parentOf(parentId),
      headcount,
      score: scores.get(officeId) ?? null,
    })),
    nodes: wave.divisions.map(({ code, parentId }) => ({ id: code, parent: parentOf(parentId) })),
    minGroup: wave.several?.minGroup ?? null,
  });
}

function withoutItems(score: OfficeScore): ShownScore {
  const dimensions = Object.entries(score.dimensions).map(([id, { items: _, ...shown }]) => [id, shown]);
  return { ...score, dimensions: Object.fromEntries(dimensions) };
}

function roundedReliability(all: Readonly<Record<string, Reliability>>): WaveScores['reliability'] {
  return Object.fromEntries(Object.entries(all).map(([id, one]) => [id, roundedNumbers(one)]));
}

/**
 * Every number of a wave as it may leave. This is the only door from kept figures to numbers: what anonymity forbids
 * does not come through.
 */
export function scoreWave(scored: ScoredWave, records: ReadonlyMap<string, OfficeFiguresRecord>): WaveScores {
  const { wave, entry, rules } = scored;
  const figures = new Map<string, OfficeFigures>();
  for (const [officeId, record] of records) if (record.figures) figures.set(officeId, record.figures);
  const exact = new Map([...figures].map(([officeId, { score }]) => [officeId, score]));
  const organisation = organisationOf(scored, exact);
  const shown = wave.offices.flatMap(({ officeId, code }) => {
    const found = organisation.hidden.has(code) ? undefined : figures.get(officeId);
    return found ? [found] : [];
  });
  const priorities: readonly Priority[] = rules.priorities(entry.plan, shown, wave.targets);
  const offices = new Map(
    wave.offices.flatMap(({ officeId, code }) => {
      const score = organisation.offices.get(code);
      return score ? [[officeId, roundedScore(score)] as const] : [];
    }),
  );
  return {
    offices,
    shown: new Map([...offices].map(([officeId, score]) => [officeId, withoutItems(score)])),
    divisions: new Map(
      wave.divisions.flatMap(({ officeId, code }) => {
        const score = organisation.divisions.get(code);
        return score ? [[officeId, score] as const] : [];
      }),
    ),
    city: organisation.city,
    reliability: roundedReliability(rules.reliability(entry.plan, shown)),
    priorities: priorities.map(roundedNumbers),
  };
}
