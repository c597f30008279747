import { longDate, shortDate } from '../../../reports/dates/written-date.ts';
import type { Language } from '../../../surveys/plan/plan.ts';
import { daysLeft } from '../../waves/deadline.ts';
import type { Wave } from '../../waves/wave.ts';
import type { ComposeDeps } from '../compose-mail.ts';
import { answeringWords } from '../templates/answering-words.ts';
import type { Placeholders } from '../templates/placeholders.ts';

export interface Asked {
  readonly wave: Wave;
  readonly office: { readonly code: string; readonly name: string };
  /** Name of who is greeted. */
  readonly person: string;
  /** Local date. */
  readonly deadline: string;
}

/** "noch 3 Tage" */
export function timeLeftText(days: number, language: Language): string {
  if (days < 0) return language === 'de' ? 'vorbei' : 'over';
  if (days === 0) return language === 'de' ? 'heute' : 'today';
  if (days === 1) return language === 'de' ? 'noch 1 Tag' : '1 day left';
  return language === 'de' ? `noch ${days} Tage` : `${days} days left`;
}

type ValueDeps = Pick<ComposeDeps, 'findQuestionnaire' | 'now' | 'timeZone' | 'readCity'>;

export type WaveValues = Placeholders & { readonly questionnaire: string; readonly minutes: string };

/** What a text can say of a wave. */
export function waveValues(
  { findQuestionnaire, now, timeZone }: Omit<ValueDeps, 'readCity'>,
  { wave, deadline }: Pick<Asked, 'wave' | 'deadline'>,
  language: Language,
): WaveValues {
  const { id, version } = wave.questionnaire;
  const summary = findQuestionnaire({ id, version })?.summary;
  return {
    wave: wave.title,
    questionnaire: summary?.title[language] ?? wave.title,
    minutes: String(summary?.minutes ?? 30),
    deadline: longDate(deadline, language),
    deadlineShort: shortDate(deadline, language),
    timeLeft: timeLeftText(daysLeft(deadline, now(), timeZone), language),
  };
}

/** What a text can say to somebody who is asked for an office. */
export async function askedValues(deps: ValueDeps, asked: Asked, language: Language): Promise<WaveValues> {
  const values = waveValues(deps, asked, language);
  const { contact } = await deps.readCity();
  const office = `${asked.office.code} ${asked.office.name}`;
  const words = answeringWords(language, {
    several: asked.wave.several,
    contact: contact.name,
    minutes: Number(values.minutes),
    questionnaire: values.questionnaire,
    office,
  });
  return { ...values, ...words, person: asked.person, office };
}
