import type { Language } from '../../../surveys/plan/plan.ts';
import type { OpenAnswer } from '../../reminders/open-answers-of.ts';
import type { MailButton } from '../templates/render-template.ts';
import type { RenderDeps } from './mail-writer.ts';

const percentLocales = { de: 'de-DE', en: 'en-GB' } as const;

export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(percentLocales[language], { style: 'percent' }).format(share);
}

/** The office, and the wave where there are several. */
export function officeLabel({ office, wave }: OpenAnswer, all: readonly OpenAnswer[]): string {
  const name = `${office.code} ${office.name}`;
  return all.every((one) => one.wave.id === wave.id) ? name : `${name} (${wave.title})`;
}

/** One link for each office. */
export function officeButtons(
  { linkOf }: Pick<RenderDeps, 'linkOf'>,
  answers: readonly OpenAnswer[],
): readonly MailButton[] {
  return answers.map((one) => ({ label: officeLabel(one, answers), link: linkOf(one.invitation) }));
}
