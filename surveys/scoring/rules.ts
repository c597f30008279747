import { scoreCity } from './2026.1/city.ts';
import { explainDimension, explainOfficeItems } from './2026.1/explain-dimension.ts';
import { explainSecured } from './2026.1/explain-secured.ts';
import { scoreOrganisation } from './2026.1/organisation.ts';
import { officePriorities, priorities } from './2026.1/priority.ts';
import { generatorName } from './2026.1/random.ts';
import { rankOffices, ranksOf } from './2026.1/rank.ts';
import { reliability } from './2026.1/reliability.ts';
import { createScorer } from './2026.1/scorer.ts';

/** One released version of the rules; it is never edited, a change is a new version. */
const rules20261 = {
  version: '2026.1',
  createScorer,
  scoreCity,
  scoreOrganisation,
  rankOffices,
  ranksOf,
  generatorName,
  explainDimension,
  explainOfficeItems,
  explainSecured,
  reliability,
  priorities,
  officePriorities,
} as const;

export type Rules = typeof rules20261;

/** The version new scores are made with; it travels with every number. */
export const currentRules = '2026.1';

const released: ReadonlyMap<string, Rules> = new Map([[rules20261.version, rules20261]]);

/** Versions this release knows, oldest first. */
export const rulesVersions: readonly string[] = [...released.keys()];

/** The rules of a version, to recompute what was published with them; null: unknown here. */
export function rulesOf(version: string): Rules | null {
  return released.get(version) ?? null;
}
