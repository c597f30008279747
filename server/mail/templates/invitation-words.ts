import { longDate, shortDate } from '../../../reports/dates/written-date.ts';
import type { Language } from '../../../surveys/plan/plan.ts';
import { headerText, type Mailbox } from '../mailbox.ts';
import { type AnsweringWords, answeringWords, type Promised } from './answering-words.ts';

export interface InvitationMailInput {
  readonly occasion: 'invitation' | 'test';
  readonly language: Language;
  readonly city: string;
  /** Whom to call; answers to the mail go there. */
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  readonly questionnaireTitle: string;
  /** Estimate for the whole questionnaire. */
  readonly minutes: number;
  readonly several: Promised;
  /** Local date, `2026-10-16`. */
  readonly deadline: string;
  readonly office: { readonly code: string; readonly name: string };
  /** Who is greeted. */
  readonly person: string;
  readonly to: Mailbox;
  readonly link: string;
}

/** The mail as blocks, before it becomes text or HTML. */
export interface InvitationWords {
  readonly subject: string;
  readonly greeting: string;
  readonly why: string;
  readonly button: string;
  readonly linkHint: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly thanks: string;
  readonly reason: string;
}

const maxSubjectLength = 60;

/** The deadline always stands in the subject; a long city name gives way. */
function subjectOf({ occasion, city }: InvitationMailInput, rest: string): string {
  const mark = occasion === 'test' ? '[Test] ' : '';
  const room = maxSubjectLength - mark.length - rest.length - 2;
  return `${mark}${headerText(city, room)}: ${rest}`;
}

function reach({ name, phone, email }: InvitationMailInput['contact']): string {
  return [name, phone, email].filter((part) => part !== '').join(', ');
}

function answering(input: InvitationMailInput): AnsweringWords {
  const { language, several, minutes, questionnaireTitle: questionnaire } = input;
  const office = `${input.office.code} ${input.office.name}`;
  return answeringWords(language, { several, contact: input.contact.name, minutes, questionnaire, office });
}

function german(input: InvitationMailInput): InvitationWords {
  const { city, contact, deadline, office, person } = input;
  const { please, duration, facts } = answering(input);
  return {
    subject: subjectOf(input, `Wie digital ist Ihr Amt? Bis ${shortDate(deadline, 'de')}`),
    greeting: `Guten Tag ${person},`,
    why: `${please} ${city} möchte wissen, wie digital die Verwaltung heute arbeitet.`,
    button: 'Fragebogen öffnen',
    linkHint: 'Oder kopieren Sie diesen Link in Ihren Browser:',
    facts: [
      { label: 'Frist', text: longDate(deadline, 'de') },
      { label: 'Dauer', text: duration },
      ...facts,
      { label: 'Fragen', text: reach(contact) },
    ],
    thanks: 'Vielen Dank für Ihre Mitarbeit.',
    reason: `Sie erhalten diese Nachricht, weil Sie bei ${city} als Ansprechperson für „${office.name}“ eingetragen sind. Der Link ist Ihr persönlicher Zugang. Bitte leiten Sie ihn nicht weiter.`,
  };
}

function english(input: InvitationMailInput): InvitationWords {
  const { city, contact, deadline, office, person } = input;
  const { please, duration, facts } = answering(input);
  return {
    subject: subjectOf(input, `How digital is your office? By ${shortDate(deadline, 'en')}`),
    greeting: `Hello ${person},`,
    why: `${please} ${city} would like to know how digital its administration is today.`,
    button: 'Open the questionnaire',
    linkHint: 'Or copy this link into your browser:',
    facts: [
      { label: 'Deadline', text: longDate(deadline, 'en') },
      { label: 'Duration', text: duration },
      ...facts,
      { label: 'Questions', text: reach(contact) },
    ],
    thanks: 'Thank you for your help.',
    reason: `You get this message because you are listed at ${city} as a contact of “${office.name}”. The link is your personal access. Please do not forward it.`,
  };
}

export const invitationWords: Readonly<Record<Language, (input: InvitationMailInput) => InvitationWords>> = {
  de: german,
  en: english,
};
