import { type Reading, setting } from '../setting.ts';
import { type Region, regions } from './regions.ts';

/** `PEGEL_HOLIDAYS`, e.g. `DE-NW`; `DE` or nothing: the holidays of all German states. */
export function readHolidays({ env, report }: Reading): Region {
  const value = setting(env, 'PEGEL_HOLIDAYS');
  if (value === null || value === 'DE') return 'BUND';
  const known = regions.find((region) => `DE-${region}` === value && region !== 'BUND');
  if (known !== undefined) return known;
  report('PEGEL_HOLIDAYS', {
    de: `„${value}“ ist kein Bundesland wie DE-NW. Erlaubt: DE oder DE- mit ${regions.slice(1).join(', ')}.`,
    en: `“${value}” is no German state like DE-NW. Allowed: DE or DE- with ${regions.slice(1).join(', ')}.`,
  });
  return 'BUND';
}
