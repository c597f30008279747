import { getHolidays } from 'feiertagejs';
import type { Text } from '../../surveys/plan/plan.ts';
import type { Region } from './regions.ts';

const english: Readonly<Record<string, string>> = {
  NEUJAHRSTAG: 'New Year’s Day',
  HEILIGEDREIKOENIGE: 'Epiphany',
  KARFREITAG: 'Good Friday',
  OSTERSONNTAG: 'Easter Sunday',
  OSTERMONTAG: 'Easter Monday',
  TAG_DER_ARBEIT: 'Labour Day',
  CHRISTIHIMMELFAHRT: 'Ascension Day',
  MARIAHIMMELFAHRT: 'Assumption Day',
  PFINGSTSONNTAG: 'Whit Sunday',
  PFINGSTMONTAG: 'Whit Monday',
  FRONLEICHNAM: 'Corpus Christi',
  DEUTSCHEEINHEIT: 'German Unity Day',
  REFORMATIONSTAG: 'Reformation Day',
  ALLERHEILIGEN: 'All Saints’ Day',
  BUBETAG: 'Day of Repentance',
  ERSTERWEIHNACHTSFEIERTAG: 'Christmas Day',
  ZWEITERWEIHNACHTSFEIERTAG: 'Second Day of Christmas',
  WELTKINDERTAG: 'World Children’s Day',
  WELTFRAUENTAG: 'International Women’s Day',
};

type Year = ReadonlyMap<string, Text>;

const years = new Map<string, Year>();
const rememberedYears = 100;

/** The library's dates are noon UTC; its own date texts depend on the time zone of the process. */
function yearOf(region: Region, year: string): Year {
  const key = `${region} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const made = new Map(
    getHolidays(year, region).map((holiday) => {
      const { name, date } = holiday;
      const de = holiday.translate('de') ?? name;
      return [date.toISOString().slice(0, 10), { de, en: english[name] ?? de }] as const;
    }),
  );
  if (years.size >= rememberedYears) years.clear();
  years.set(key, made);
  return made;
}

/** The public holiday on a local date, null on any other day. */
export function holidayOn(region: Region, localDate: string): Text | null {
  return yearOf(region, localDate.slice(0, 4)).get(localDate) ?? null;
}
