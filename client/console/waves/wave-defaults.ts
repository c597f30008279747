import { localDay } from '../../i18n/dates.ts';

const friday = 5;
const dayMilliseconds = 86_400_000;

/** A Friday about three weeks from today, as a local date. */
export function usualDeadline(now: Date): string {
  const date = new Date(Date.parse(localDay(now)) + 21 * dayMilliseconds);
  const untilFriday = (friday - date.getUTCDay() + 7) % 7;
  return new Date(date.getTime() + untilFriday * dayMilliseconds).toISOString().slice(0, 10);
}

/** Name of a wave that nobody has named yet: the questionnaire and the year. */
export function usualTitle(questionnaire: string, now: Date): string {
  return `${questionnaire} ${localDay(now).slice(0, 4)}`.slice(0, 120);
}
