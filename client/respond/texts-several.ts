import type { AnsweringResponse } from '../../server/responses/responses.wire.ts';
import type { Language } from '../../surveys/plan/plan.ts';
import { type Texts, texts } from './texts.ts';

type Several = AnsweringResponse['several'];

/** Where everybody answers for themselves, these sentences replace those of an office that answers once. */
const oneself: Readonly<Record<Language, Partial<Texts>>> = {
  de: {
    startTitle: (minutes) => `${minutes} Minuten für Ihre Sicht auf die Digitalisierung`,
    greeting: (name, office) =>
      `Guten Tag, ${name}. Sie antworten für sich, aus Ihrer Arbeit im Amt ${office}.`,
    together: 'Antworten wir gemeinsam?',
    togetherText:
      'Nein, Sie antworten für sich. Andere im Amt haben einen eigenen Link und einen eigenen Fragebogen.',
    whoSeesText: (people) =>
      `Ihre Antworten werden mit Ihrem Namen gespeichert. Die oder der Digitalisierungsbeauftragte sieht nach dem Ende der Erhebung, was Ihr Amt zusammen geantwortet hat, und kann die Antwortbögen Ihres Amtes ohne Namen, Zeitpunkt und freie Texte herunterladen. Beides nur, wenn mindestens ${people} Personen geantwortet haben.`,
    conflictTitle: 'Hier wurde mit Ihrem Link inzwischen etwas anderes geantwortet',
    theirs: 'Andere Antwort',
    changedElsewhere:
      'Mit Ihrem Link wurde inzwischen noch etwas geändert. Bitte sehen Sie diese Fragen an und senden Sie dann ab.',
    confirmText: () => 'Sie antworten für sich. Danach lassen sich die Antworten nicht mehr ändern.',
    receiptLead: (city) => `Vielen Dank. ${city} hat Ihren Fragebogen erhalten.`,
    whatNextText: (date) =>
      `Die Erhebung endet am ${date}. Danach werden alle Antworten gemeinsam ausgewertet und vorgestellt. Sie brauchen nichts weiter zu tun.`,
  },
  en: {
    startTitle: (minutes) => `${minutes} minutes for your view of digitalisation`,
    greeting: (name, office) =>
      `Hello ${name}. You answer for yourself, from your work in the office ${office}.`,
    together: 'Do we answer together?',
    togetherText:
      'No, you answer for yourself. Others in the office have a link and a questionnaire of their own.',
    whoSeesText: (people) =>
      `Your answers are stored with your name. After the survey has ended, the digitalisation officer sees what your office answered together, and can download the answer sheets of your office without names, times and free texts. Both only if at least ${people} people have answered.`,
    conflictTitle: 'A different answer was given through your link in the meantime',
    theirs: 'Other answer',
    changedElsewhere:
      'Something was changed through your link in the meantime. Please look at these questions and submit then.',
    confirmText: () => 'You answer for yourself. After this the answers cannot be changed.',
    receiptLead: (city) => `Thank you. ${city} has received your questionnaire.`,
    whatNextText: (date) =>
      `The survey ends on ${date}. Then all answers are evaluated and presented together. There is nothing more for you to do.`,
  },
};

/** Without names: nothing leaves the device before the submission, which is final. */
const anonymous: Readonly<Record<Language, Partial<Texts>>> = {
  de: {
    pauseText:
      'Ja. Bis zum Absenden bleiben Ihre Antworten nur auf diesem Gerät. Öffnen Sie denselben Link später hier und im selben Browser.',
    whoSeesText: (people) =>
      `Bei Ihren Antworten steht nicht, von wem sie sind. Die oder der Digitalisierungsbeauftragte sieht nach dem Ende der Erhebung, was Ihr Amt zusammen geantwortet hat, und kann die Antwortbögen Ihres Amtes ohne Namen, Zeitpunkt und freie Texte herunterladen. Beides nur, wenn mindestens ${people} Personen geantwortet haben.`,
    connectedAgain: 'Wieder verbunden.',
    brokenText:
      'Ihre Antworten bleiben auf diesem Gerät. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    confirmText: () =>
      'Ihre Antworten werden ohne Ihren Namen gespeichert. Danach kann niemand sie ändern oder zurückholen, auch Sie nicht. Auf diesem Gerät werden sie gelöscht.',
    receiptLead: () =>
      'Vielen Dank. Ihre Antworten sind ohne Ihren Namen gespeichert und auf diesem Gerät gelöscht.',
    whatNextChange:
      'Ändern lässt sich nichts mehr: Niemand weiß, welche Antworten Ihre sind. Fragen zur Erhebung beantworten wir gern.',
    footPause: (date) =>
      `Ihre Antworten bleiben bis zum Absenden nur auf diesem Gerät. Einsenden bis ${date}.`,
  },
  en: {
    pauseText:
      'Yes. Until you submit, your answers stay on this device only. Open the same link here later, in the same browser.',
    whoSeesText: (people) =>
      `Your answers do not say whose they are. After the survey has ended, the digitalisation officer sees what your office answered together, and can download the answer sheets of your office without names, times and free texts. Both only if at least ${people} people have answered.`,
    connectedAgain: 'Connected again.',
    brokenText: 'Your answers stay on this device. Please try again in a few minutes.',
    confirmText: () =>
      'Your answers are stored without your name. After this nobody can change them or take them back, not even you. They are deleted on this device.',
    receiptLead: () => 'Thank you. Your answers are stored without your name and deleted on this device.',
    whatNextChange:
      'Nothing can be changed any more: nobody knows which answers are yours. We are happy to answer questions about the survey.',
    footPause: (date) => `Until you submit, your answers stay on this device only. Submit by ${date}.`,
  },
};

/** The sentences that fit how this survey is answered. */
export function textsFor(language: Language, several: Several): Texts {
  if (several === null) return texts[language];
  const own = { ...texts[language], ...oneself[language] };
  return several.anonymous ? { ...own, ...anonymous[language] } : own;
}
