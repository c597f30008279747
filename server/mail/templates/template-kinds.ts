import type { PlaceholderName } from './placeholders.ts';

/** Every text that the officer can edit, in the order of a wave's life. */
export const templateKinds = [
  'invitation',
  'test',
  'reminder-unseen',
  'reminder-started',
  'reminder-nearly',
  'reminder-several-offices',
  'escalation',
  'deadline-changed',
  'thanks',
  'link-again',
  'officer-delivery',
  'officer-first-answers',
  'officer-closing',
  'officer-complete',
  'officer-rerun',
] as const;

export type TemplateKind = (typeof templateKinds)[number];

interface KindRules {
  readonly placeholders: readonly PlaceholderName[];
  /** Without these the mail would be of no use, or hide what a person must know. */
  readonly required: readonly PlaceholderName[];
}

const city = ['city', 'contact', 'contactName', 'signature'] as const;
const wave = ['wave', 'questionnaire', 'deadline', 'deadlineShort', 'minutes', ...city] as const;
const asked = ['person', 'office', ...wave] as const;
const promised = ['task', 'duration', 'howToAnswer', 'whoSees'] as const;
const reminded: KindRules = {
  placeholders: ['button', ...asked, 'timeLeft', 'answered', ...promised],
  required: ['button'],
};
const officer = ['button', 'person', 'wave', 'deadline', 'deadlineShort', 'city', 'signature'] as const;

export const kindRules: Readonly<Record<TemplateKind, KindRules>> = {
  invitation: { placeholders: ['button', ...asked, ...promised], required: ['button', 'whoSees'] },
  test: { placeholders: ['invitation', ...asked], required: ['invitation'] },
  'reminder-unseen': reminded,
  'reminder-started': reminded,
  'reminder-nearly': reminded,
  'reminder-several-offices': {
    placeholders: ['button', 'offices', 'person', 'timeLeft', ...wave],
    required: ['button'],
  },
  escalation: { placeholders: ['offices', 'person', 'office', 'timeLeft', ...wave], required: ['offices'] },
  'deadline-changed': {
    placeholders: ['button', ...asked, 'oldDeadline', 'timeLeft'],
    required: ['deadline'],
  },
  thanks: {
    placeholders: ['button', ...asked, 'receipt', 'submittedAt'],
    required: ['receipt'],
  },
  'link-again': { placeholders: ['button', 'person', ...city], required: ['button'] },
  'officer-delivery': { placeholders: [...officer, 'count', 'mails'], required: ['mails'] },
  'officer-first-answers': { placeholders: [...officer, 'submitted', 'asked'], required: [] },
  'officer-closing': { placeholders: [...officer, 'submitted', 'asked', 'offices'], required: [] },
  'officer-complete': { placeholders: [...officer, 'submitted', 'asked'], required: [] },
  'officer-rerun': { placeholders: [...officer], required: [] },
};
