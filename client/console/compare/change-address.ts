import { hrefWith, type Place } from '../router.ts';
import type { ComparedNumber } from './compared-number.ts';

/** The address that explains one change over the page; `officeId` null: the city's. */
export function changeHref(place: Place, officeId: string | null, number: ComparedNumber): string {
  return hrefWith(place, { zahl: number, von: officeId });
}
