import type { Language } from '../../../surveys/plan/plan.ts';

/** What the wave promises to the people who answer; null: the office answers once. */
export type Promised = { readonly anonymous: boolean; readonly minGroup: number } | null;

export interface AnsweringInput {
  readonly several: Promised;
  /** Name of the contact person. */
  readonly contact: string;
  readonly minutes: number;
  readonly questionnaire: string;
  /** Code and name. */
  readonly office: string;
}

/** What the mail says about answering: what is asked, how, and who sees it. It must be true of what Pegel does. */
export interface AnsweringWords {
  readonly task: string;
  readonly duration: string;
  /** For whom one answers, and who shares the form. */
  readonly howToAnswer: string;
  readonly whoSees: string;
}

type Words = Readonly<Record<'official' | 'named' | 'anonymous', (input: AnsweringInput) => AnsweringWords>>;

const german: Words = {
  official: ({ office, questionnaire, minutes, contact }) => ({
    task: `bitte beantworten Sie für „${office}“ den Fragebogen „${questionnaire}“.`,
    duration: `Etwa ${minutes} Minuten. Sie können jederzeit unterbrechen und mit demselben Link weitermachen. Jede Antwort wird sofort gespeichert.`,
    howToAnswer:
      'Ihr Amt gibt eine gemeinsame Antwort ab. Alle Ansprechpersonen Ihres Amtes bearbeiten denselben Bogen.',
    whoSees: `Die Ansprechpersonen Ihres Amtes und ${contact}. Ausgewertet werden sie als Punktwerte je Amt.`,
  }),
  named: ({ office, questionnaire, minutes, contact, several }) => ({
    task: `bitte beantworten Sie den Fragebogen „${questionnaire}“, für sich und aus Ihrer Arbeit in „${office}“.`,
    duration: `Etwa ${minutes} Minuten. Sie können jederzeit unterbrechen und mit demselben Link weitermachen. Jede Antwort wird sofort gespeichert.`,
    howToAnswer:
      'Sie antworten für sich. Andere in Ihrem Amt haben einen eigenen Link und einen eigenen Bogen.',
    whoSees: `Gespeichert werden Ihre Antworten mit Ihrer Einladung, also nicht anonym. ${contact} sieht, ob Sie begonnen und abgesendet haben. Werte Ihres Amtes zeigt Pegel erst nach dem Ende der Erhebung und nur, wenn mindestens ${several?.minGroup} Personen geantwortet haben. Dann lassen sich auch die Antwortbögen Ihres Amtes herunterladen, ohne Namen, Zeitpunkt und freie Texte.`,
  }),
  anonymous: ({ office, questionnaire, minutes, contact, several }) => ({
    task: `bitte beantworten Sie den Fragebogen „${questionnaire}“, für sich und aus Ihrer Arbeit in „${office}“.`,
    duration: `Etwa ${minutes} Minuten. Bis zum Absenden liegen Ihre Antworten nur in Ihrem Browser. Wenn Sie unterbrechen, machen Sie bitte auf demselben Gerät weiter.`,
    howToAnswer:
      'Sie antworten für sich. Andere in Ihrem Amt haben einen eigenen Link und einen eigenen Bogen. Nach dem Absenden lassen sich Ihre Antworten nicht mehr ändern.',
    whoSees: `Gespeichert werden sie ohne Ihren Namen, nur mit Ihrem Amt und dem Tag. ${contact} sieht, ob Sie abgesendet haben, aber nicht, welche Antworten von Ihnen sind. Werte Ihres Amtes zeigt Pegel erst nach dem Ende der Erhebung und nur, wenn mindestens ${several?.minGroup} Personen geantwortet haben. Dann lassen sich auch die Antwortbögen Ihres Amtes herunterladen, ohne Namen, Zeitpunkt und freie Texte. Schreiben Sie in freie Texte bitte nichts, woran man Sie erkennt.`,
  }),
};

const english: Words = {
  official: ({ office, questionnaire, minutes, contact }) => ({
    task: `Please answer the questionnaire “${questionnaire}” for “${office}”.`,
    duration: `About ${minutes} minutes. You can stop at any time and go on with the same link. Every answer is saved at once.`,
    howToAnswer: 'Your office gives one answer together. All contacts of your office work on the same form.',
    whoSees: `The contacts of your office and ${contact}. They are evaluated as scores per office.`,
  }),
  named: ({ office, questionnaire, minutes, contact, several }) => ({
    task: `Please answer the questionnaire “${questionnaire}”, for yourself and from your work in “${office}”.`,
    duration: `About ${minutes} minutes. You can stop at any time and go on with the same link. Every answer is saved at once.`,
    howToAnswer: 'You answer for yourself. Others in your office have a link and a form of their own.',
    whoSees: `Your answers are stored with your invitation, so they are not anonymous. ${contact} sees whether you have started and submitted. Pegel shows values of your office only after the survey has ended, and only if at least ${several?.minGroup} people have answered. Then the answer sheets of your office can be downloaded, too, without names, times and free texts.`,
  }),
  anonymous: ({ office, questionnaire, minutes, contact, several }) => ({
    task: `Please answer the questionnaire “${questionnaire}”, for yourself and from your work in “${office}”.`,
    duration: `About ${minutes} minutes. Until you submit, your answers stay in your browser only. If you stop, please go on with the same device.`,
    howToAnswer:
      'You answer for yourself. Others in your office have a link and a form of their own. After you have submitted, your answers cannot be changed any more.',
    whoSees: `They are stored without your name, with your office and the day only. ${contact} sees whether you have submitted, but not which answers are yours. Pegel shows values of your office only after the survey has ended, and only if at least ${several?.minGroup} people have answered. Then the answer sheets of your office can be downloaded, too, without names, times and free texts. Please write nothing into free texts that shows who you are.`,
  }),
};

const words: Readonly<Record<Language, Words>> = { de: german, en: english };

export function answeringWords(language: Language, input: AnsweringInput): AnsweringWords {
  if (input.several === null) return words[language].official(input);
  return words[language][input.several.anonymous ? 'anonymous' : 'named'](input);
}
