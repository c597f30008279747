import { hrefWith, type Place } from '../../router.ts';

/** Which number is explained: of the whole city without an office, the index without a dimension. */
export interface NumberAddress {
  readonly waveId: string;
  /** Id of an office or a division. */
  readonly office: string | null;
  readonly dimension: string | null;
}

/** Stands in the address for the index. */
const indexName = 'index';

/** What `?zahl=` holds for a number. */
export function numberName(dimension: string | null): string {
  return dimension ?? indexName;
}

/** The dimension that `?zahl=` names; null: the index. */
export function dimensionNamed(zahl: string): string | null {
  return zahl === indexName ? null : zahl;
}

export function explainPath({ waveId, office, dimension }: NumberAddress): string {
  const query = new URLSearchParams();
  if (office !== null) query.set('office', office);
  if (dimension !== null) query.set('dimension', dimension);
  const text = query.toString();
  return `/api/waves/${waveId}/results/explain${text === '' ? '' : `?${text}`}`;
}

/** The page of an office with one of its numbers explained. */
export function officeNumberHref(waveId: string, officeId: string, dimension: string | null): string {
  return `/ergebnisse/${waveId}/amt/${officeId}?zahl=${numberName(dimension)}`;
}

/** The page as it is with a number of the city or of a division explained. */
export function cityNumberHref(place: Place, division: string | null, dimension: string | null): string {
  return hrefWith(place, { zahl: numberName(dimension), von: division });
}
