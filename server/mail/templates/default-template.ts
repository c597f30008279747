import type { Language } from '../../../surveys/plan/plan.ts';
import { germanAsked } from './defaults/asked-de.ts';
import { englishAsked } from './defaults/asked-en.ts';
import { germanOfficer } from './defaults/officer-de.ts';
import { englishOfficer } from './defaults/officer-en.ts';
import { germanReminders } from './defaults/reminders-de.ts';
import { englishReminders } from './defaults/reminders-en.ts';
import type { Template } from './template.ts';
import type { TemplateKind } from './template-kinds.ts';

const texts: Readonly<Record<Language, Readonly<Record<TemplateKind, Template>>>> = {
  de: { ...germanAsked, ...germanReminders, ...germanOfficer },
  en: { ...englishAsked, ...englishReminders, ...englishOfficer },
};

/** The text as Pegel brings it. */
export function defaultTemplate(kind: TemplateKind, language: Language): Template {
  return texts[language][kind];
}
