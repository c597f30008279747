import type { Template } from '../template.ts';

const asked = `Sie erhalten diese Nachricht, weil Sie bei {city} als Ansprechperson für „{office}“ eingetragen sind. Der Link ist Ihr persönlicher Zugang. Bitte leiten Sie ihn nicht weiter.`;
const listed =
  'Sie erhalten diese Nachricht, weil Sie bei {city} als Ansprechperson eingetragen sind. Die Links sind Ihr persönlicher Zugang. Bitte leiten Sie sie nicht weiter.';

/** Reminders and escalation, in German. */
export const germanReminders = {
  'reminder-unseen': {
    subject: '{city}: Ihr Fragebogen wartet. Bis {deadlineShort}',
    body: `Guten Tag {person},

vor einigen Tagen haben wir Sie gebeten, den Fragebogen „{questionnaire}“ für „{office}“ zu beantworten. Vielleicht ist die Nachricht untergegangen. Hier ist Ihr Link noch einmal.

{button}

Frist: {deadline} ({timeLeft})

Dauer: {duration}

Wer die Antworten sieht: {whoSees}

Fragen: {contact}

Wenn jemand anderes die Fragen besser beantworten kann, sagen Sie es uns bitte auf der Seite, die der Link öffnet.

{signature}

--
${asked}`,
  },
  'reminder-started': {
    subject: '{city}: Bitte schließen Sie ab. Bis {deadlineShort}',
    body: `Guten Tag {person},

vielen Dank, dass Sie mit dem Fragebogen „{questionnaire}“ begonnen haben. {answered} sind beantwortet. Sie können dort weitermachen, wo Sie aufgehört haben.

{button}

Frist: {deadline} ({timeLeft})

Fragen: {contact}

{signature}

--
${asked}`,
  },
  'reminder-nearly': {
    subject: '{city}: Es fehlt nicht mehr viel. Bis {deadlineShort}',
    body: `Guten Tag {person},

Sie haben es fast geschafft: {answered} des Fragebogens „{questionnaire}“ sind beantwortet. Bitte sehen Sie Ihre Antworten noch einmal durch und senden Sie sie ab. Gezählt wird nur, was abgesendet ist.

{button}

Frist: {deadline} ({timeLeft})

Fragen: {contact}

{signature}

--
${asked}`,
  },
  'reminder-several-offices': {
    subject: '{city}: Ihre Fragebögen warten. Bis {deadlineShort}',
    body: `Guten Tag {person},

Sie sind für mehrere Ämter eingetragen. Für diese Ämter fehlen uns noch Antworten:

{offices}

Jedes Amt hat einen eigenen Link. Sie können jederzeit unterbrechen.

{button}

Frist: {deadline} ({timeLeft})

Fragen: {contact}

{signature}

--
${listed}`,
  },
  escalation: {
    subject: '{city}: Antworten fehlen noch. Bis {deadlineShort}',
    body: `Guten Tag {person},

für die Erhebung „{wave}“ fehlen uns noch Antworten aus Ihrem Bereich:

{offices}

Bitte sprechen Sie die Ansprechpersonen an. Die Links haben sie bereits erhalten.

Frist: {deadline} ({timeLeft})

Fragen: {contact}

{signature}

--
Sie erhalten diese Nachricht, weil Sie bei {city} als Leitung von „{office}“ eingetragen sind.`,
  },
} as const satisfies Readonly<Record<string, Template>>;
