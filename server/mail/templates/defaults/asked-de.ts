import type { Template } from '../template.ts';

const asked = `Sie erhalten diese Nachricht, weil Sie bei {city} als Ansprechperson für „{office}“ eingetragen sind. Der Link ist Ihr persönlicher Zugang. Bitte leiten Sie ihn nicht weiter.`;

/** What people are asked, told and thanked, in German. */
export const germanAsked = {
  invitation: {
    subject: '{city}: Wie digital ist Ihr Amt? Bis {deadlineShort}',
    body: `Guten Tag {person},

{task} {city} möchte wissen, wie digital die Verwaltung heute arbeitet.

{button}

Frist: {deadline}

Dauer: {duration}

Wie Sie antworten: {howToAnswer}

Wer die Antworten sieht: {whoSees}

Fragen: {contact}

Vielen Dank für Ihre Mitarbeit.

{signature}

--
${asked}`,
  },
  test: {
    subject: '[Test] {invitation}',
    body: `Das ist eine Testnachricht zur Erhebung „{wave}“. So sieht die Einladung aus. Der Link führt zur Vorschau des Fragebogens.

{invitation}`,
  },
  'deadline-changed': {
    subject: '{city}: Neue Frist, jetzt bis {deadlineShort}',
    body: `Guten Tag {person},

die Frist für den Fragebogen „{questionnaire}“ hat sich geändert. Ihre bisherigen Antworten sind gespeichert, und Ihr Link gilt weiter.

{button}

Neue Frist: {deadline}

Bisherige Frist: {oldDeadline}

Fragen: {contact}

{signature}

--
${asked}`,
  },
  thanks: {
    subject: '{city}: Danke, Ihre Antworten sind da',
    body: `Guten Tag {person},

vielen Dank. Ihre Antworten zum Fragebogen „{questionnaire}“ sind abgesendet.

Quittung: {receipt}

Abgesendet: {submittedAt}

Amt: {office}

Fragen: {contact}

Nach der Frist ({deadline}) werten wir die Antworten aus. Über Ihren Link finden Sie die Quittung wieder.

{button}

{signature}

--
Sie erhalten diese Nachricht, weil Ihr Fragebogen abgesendet wurde. Bitte bewahren Sie die Quittung auf.`,
  },
  'link-again': {
    subject: '{city}: Ihr Link zum Fragebogen',
    body: `Guten Tag {person},

Sie haben Ihren Link noch einmal angefordert. Hier ist er.

{button}

Fragen: {contact}

{signature}

--
Sie erhalten diese Nachricht, weil jemand Ihre Adresse auf der Seite „Link noch einmal senden“ eingegeben hat. Waren Sie es nicht, können Sie die Nachricht löschen.`,
  },
} as const satisfies Readonly<Record<string, Template>>;
