import { longDate, shortDate } from '../../../reports/dates/written-date.ts';
import type { Language } from '../../../surveys/plan/plan.ts';
import { headerText, type Mailbox } from '../mailbox.ts';

export interface InvitationMailInput {
  readonly occasion: 'invitation' | 'test';
  readonly language: Language;
  readonly city: string;
  /** Whom to call; answers to the mail go there. */
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  readonly questionnaireTitle: string;
  /** Estimate for the whole questionnaire. */
  readonly minutes: number;
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

function german(input: InvitationMailInput): InvitationWords {
  const { city, contact, questionnaireTitle, minutes, deadline, office, person } = input;
  return {
    subject: subjectOf(input, `Wie digital ist Ihr Amt? Bis ${shortDate(deadline, 'de')}`),
    greeting: `Guten Tag ${person},`,
    why: `bitte beantworten Sie für „${office.code} ${office.name}“ den Fragebogen „${questionnaireTitle}“. ${city} möchte wissen, wie digital die Verwaltung heute arbeitet.`,
    button: 'Fragebogen öffnen',
    linkHint: 'Oder kopieren Sie diesen Link in Ihren Browser:',
    facts: [
      { label: 'Frist', text: longDate(deadline, 'de') },
      {
        label: 'Dauer',
        text: `Etwa ${minutes} Minuten. Sie können jederzeit unterbrechen und mit demselben Link weitermachen. Jede Antwort wird sofort gespeichert.`,
      },
      {
        label: 'Eine Antwort je Amt',
        text: 'Ihr Amt gibt eine gemeinsame Antwort ab. Alle Ansprechpersonen Ihres Amtes bearbeiten denselben Bogen.',
      },
      {
        label: 'Wer die Antworten sieht',
        text: `Die Ansprechpersonen Ihres Amtes und ${contact.name}. Ausgewertet werden sie als Punktwerte je Amt.`,
      },
      { label: 'Fragen', text: reach(contact) },
    ],
    thanks: 'Vielen Dank für Ihre Mitarbeit.',
    reason: `Sie erhalten diese Nachricht, weil Sie bei ${city} als Ansprechperson für „${office.name}“ eingetragen sind. Der Link ist Ihr persönlicher Zugang. Bitte leiten Sie ihn nicht weiter.`,
  };
}

function english(input: InvitationMailInput): InvitationWords {
  const { city, contact, questionnaireTitle, minutes, deadline, office, person } = input;
  return {
    subject: subjectOf(input, `How digital is your office? By ${shortDate(deadline, 'en')}`),
    greeting: `Hello ${person},`,
    why: `Please answer the questionnaire “${questionnaireTitle}” for “${office.code} ${office.name}”. ${city} would like to know how digital its administration is today.`,
    button: 'Open the questionnaire',
    linkHint: 'Or copy this link into your browser:',
    facts: [
      { label: 'Deadline', text: longDate(deadline, 'en') },
      {
        label: 'Duration',
        text: `About ${minutes} minutes. You can stop at any time and go on with the same link. Every answer is saved at once.`,
      },
      {
        label: 'One answer per office',
        text: 'Your office gives one answer together. All contacts of your office work on the same form.',
      },
      {
        label: 'Who sees the answers',
        text: `The contacts of your office and ${contact.name}. They are evaluated as scores per office.`,
      },
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
