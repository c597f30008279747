import type { Language } from '../../../surveys/plan/plan.ts';
import type { TemplateKind } from './template-kinds.ts';

const open = { de: 'Fragebogen öffnen', en: 'Open the questionnaire' } as const;
const goOn = { de: 'Weitermachen', en: 'Go on' } as const;

const labels: Readonly<Record<TemplateKind, Readonly<Record<Language, string>>>> = {
  invitation: open,
  test: open,
  'reminder-unseen': open,
  'reminder-started': goOn,
  'reminder-nearly': { de: 'Durchsehen und absenden', en: 'Review and submit' },
  'reminder-several-offices': open,
  escalation: open,
  'deadline-changed': open,
  thanks: { de: 'Quittung ansehen', en: 'See the receipt' },
  'link-again': open,
  'officer-delivery': { de: 'Nachrichten ansehen', en: 'See the messages' },
  'officer-first-answers': { de: 'Rücklauf ansehen', en: 'See the return' },
  'officer-closing': { de: 'Rücklauf ansehen', en: 'See the return' },
  'officer-complete': { de: 'Ergebnisse ansehen', en: 'See the results' },
  'officer-rerun': { de: 'Entwurf prüfen', en: 'Check the draft' },
};

/** What the button of a mail says. */
export function buttonLabel(kind: TemplateKind, language: Language): string {
  return labels[kind][language];
}
