import type { Language } from '../../surveys/plan/plan.ts';

/** Sentences around the person: somebody else is right, or the link is lost. */
const german = {
  notMe: 'Ich bin nicht die richtige Person',
  notMeText:
    'Sagen Sie uns, wer die Fragen besser beantworten kann. Wir prüfen das und schreiben dann dieser Person. Bis dahin gilt Ihr Link weiter.',
  colleagueName: 'Name der Kollegin oder des Kollegen',
  colleagueEmail: 'E-Mail',
  colleagueHint: 'Wenn Sie es nicht wissen, lassen Sie beide Felder leer.',
  note: 'Hinweis',
  bothOrNone: 'Bitte geben Sie Name und E-Mail an oder lassen Sie beides leer.',
  sendNotMe: 'Mitteilen, dass jemand anderes richtig ist',
  notMeSent: 'Danke, das ist angekommen',
  notMeSentText: 'Die Ansprechperson entscheidet und meldet sich, wenn etwas unklar ist.',
  preview: 'Vorschau: Es wird nichts gesendet.',
  failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal oder rufen Sie an.',
  handedOverTitle: 'Für Ihr Amt antwortet jetzt jemand anderes',
  handedOverText:
    'Ihre bisherigen Antworten sind gespeichert und an die neue Ansprechperson übergegangen. Sie müssen nichts mehr tun. Vielen Dank.',
  linkTitle: 'Link noch einmal senden',
  linkText:
    'Geben Sie die E-Mail-Adresse ein, an die die Einladung ging. Wenn für sie noch ein Fragebogen offen ist, kommt der Link in wenigen Minuten dorthin.',
  linkEmail: 'Ihre dienstliche E-Mail-Adresse',
  linkSend: 'Link senden',
  linkSentTitle: 'Bitte sehen Sie in Ihr Postfach',
  linkSentText: (email: string) =>
    `Wenn für ${email} ein Fragebogen offen ist, kommt gleich eine Nachricht mit dem Link. Kommt nichts an, sehen Sie bitte im Spam-Ordner nach oder fragen Sie die Stelle, die die Umfrage macht.`,
  linkWrong: 'Das ist keine einzelne E-Mail-Adresse wie name@stadt.example.',
  linkOften: 'Zu viele Versuche. Bitte warten Sie eine Viertelstunde.',
  toLinkAgain: 'Link noch einmal senden lassen',
};

export type PersonTexts = typeof german;

const english: PersonTexts = {
  notMe: 'I am not the right person',
  notMeText:
    'Tell us who can answer the questions better. We check that and then write to that person. Until then your link stays valid.',
  colleagueName: 'Name of your colleague',
  colleagueEmail: 'Email',
  colleagueHint: 'If you do not know, leave both fields empty.',
  note: 'Note',
  bothOrNone: 'Please give name and email, or leave both empty.',
  sendNotMe: 'Tell that somebody else is right',
  notMeSent: 'Thank you, that has arrived',
  notMeSentText: 'The contact person decides and gets in touch if anything is unclear.',
  preview: 'Preview: nothing is sent.',
  failed: 'That did not work. Please try again or call.',
  handedOverTitle: 'Somebody else answers for your office now',
  handedOverText:
    'Your answers so far are saved and have moved to the new contact. You need not do anything. Thank you.',
  linkTitle: 'Send the link again',
  linkText:
    'Enter the email address the invitation went to. If a questionnaire is still open for it, the link arrives there in a few minutes.',
  linkEmail: 'Your email address at work',
  linkSend: 'Send the link',
  linkSentTitle: 'Please look at your inbox',
  linkSentText: (email) =>
    `If a questionnaire is open for ${email}, a message with the link arrives soon. If nothing arrives, please look in the spam folder or ask whoever runs the survey.`,
  linkWrong: 'This is not one email address like name@stadt.example.',
  linkOften: 'Too many attempts. Please wait a quarter of an hour.',
  toLinkAgain: 'Have the link sent again',
};

export const personTexts: Readonly<Record<Language, PersonTexts>> = { de: german, en: english };
