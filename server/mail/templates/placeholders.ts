import type { Text } from '../../../surveys/plan/plan.ts';

/** Everything a text can speak of, with the name the officer reads. */
export const placeholderLabels = {
  person: { de: 'Name der Person', en: 'Name of the person' },
  office: { de: 'Amt', en: 'Office' },
  city: { de: 'Stadt', en: 'City' },
  wave: { de: 'Name der Erhebung', en: 'Name of the wave' },
  questionnaire: { de: 'Titel des Fragebogens', en: 'Title of the questionnaire' },
  deadline: { de: 'Frist mit Wochentag', en: 'Deadline with weekday' },
  deadlineShort: { de: 'Frist kurz', en: 'Deadline, short' },
  oldDeadline: { de: 'Frist vorher', en: 'Deadline before' },
  timeLeft: { de: 'Zeit bis zur Frist', en: 'Time until the deadline' },
  minutes: { de: 'Dauer in Minuten', en: 'Duration in minutes' },
  answered: { de: 'Anteil beantwortet', en: 'Share answered' },
  contact: { de: 'Ansprechperson mit Telefon', en: 'Contact person with phone' },
  contactName: { de: 'Name der Ansprechperson', en: 'Name of the contact person' },
  task: { de: 'Bitte um Antwort', en: 'Request to answer' },
  duration: { de: 'Dauer und Unterbrechen', en: 'Duration and pauses' },
  howToAnswer: { de: 'Für wen man antwortet', en: 'For whom one answers' },
  whoSees: { de: 'Wer die Antworten sieht', en: 'Who sees the answers' },
  receipt: { de: 'Nummer der Quittung', en: 'Number of the receipt' },
  submittedAt: { de: 'Zeitpunkt des Absendens', en: 'Time of submission' },
  submitted: { de: 'Zahl der Abgesendeten', en: 'Number submitted' },
  asked: { de: 'Zahl der Befragten', en: 'Number asked' },
  count: { de: 'Anzahl', en: 'Count' },
  offices: { de: 'Liste der Ämter', en: 'List of offices' },
  mails: { de: 'Liste der Nachrichten', en: 'List of messages' },
  button: { de: 'Schaltfläche mit Link', en: 'Button with link' },
  invitation: { de: 'Text der Einladung', en: 'Text of the invitation' },
  signature: { de: 'Signatur', en: 'Signature' },
} as const satisfies Readonly<Record<string, Text>>;

export type PlaceholderName = keyof typeof placeholderLabels;

/** What the texts are filled with; lists have one entry a line. A name that is left out reads as nothing. */
export type Placeholders = Readonly<Partial<Record<PlaceholderName, string>>>;

/** These stand alone on their line. */
export const blockPlaceholders: ReadonlySet<string> = new Set<PlaceholderName>([
  'offices',
  'mails',
  'button',
  'invitation',
  'signature',
]);

/** `{name}`, whatever the name. */
export const placeholderForm = /\{([^{}\n]*)\}/g;

export const isPlaceholder = (name: string): name is PlaceholderName =>
  Object.hasOwn(placeholderLabels, name);
