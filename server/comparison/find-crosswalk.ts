import type { Crosswalk } from '../../reports/comparison/comparison.ts';
import { identityCrosswalk } from '../../reports/comparison/crosswalk-links.ts';
import type { Catalog } from '../questionnaires/catalog.ts';
import { Refusal } from '../refusal.ts';
import type { WavePair } from './wave-pair.ts';

/**
 * How the questions of both waves belong together: the same version to itself, else what the catalog says.
 *
 * @throws Refusal naming the file that is missing
 */
export function findCrosswalk(catalog: Catalog, { from, to }: WavePair): Crosswalk {
  const [older, newer] = [from.entry.plan, to.entry.plan];
  if (older.version === newer.version) return identityCrosswalk(newer);
  const { id } = newer;
  const crosswalk = catalog.crosswalk({ id, fromVersion: older.version, toVersion: newer.version });
  if (crosswalk) return crosswalk;
  const file = `surveys/catalog/${id}/v${older.version}-to-v${newer.version}.json`;
  throw new Refusal('conflict', {
    de: `Der Fragebogen hat sich zwischen den Erhebungen geändert (Fassung ${older.version} und ${newer.version}), und es fehlt die Zuordnung der Fragen. Bitte legen Sie sie als ${file} ab.`,
    en: `The questionnaire changed between the waves (versions ${older.version} and ${newer.version}), and the crosswalk of its items is missing. Please add it as ${file}.`,
  });
}
