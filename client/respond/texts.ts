import type { Language } from '../../surveys/plan/plan.ts';
import { english } from './texts-en.ts';

/** Every sentence of the answering page. German is the original; English has the same members by type. */
const german = {
  skipToContent: 'Zum Inhalt springen',
  otherLanguage: 'English',
  loading: 'Der Fragebogen wird geladen …',

  saved: (time: string) => `gespeichert, ${time}`,
  saving: 'wird gespeichert',
  notConnected: 'nicht verbunden, wird nachgeholt',
  notConnectedLong:
    'Keine Verbindung. Ihre Antworten bleiben auf diesem Gerät und werden gesendet, sobald die Verbindung wieder da ist.',
  connectedAgain: 'Wieder verbunden. Alles ist gespeichert.',
  savedHere: 'nur auf diesem Gerät gespeichert',
  notKept: 'nicht gespeichert',
  notKeptLong:
    'Dieser Browser speichert nichts. Bitte antworten und senden Sie in einem Zug, ohne die Seite zu schließen.',
  nothingSaved: 'Vorschau: Es wird nichts gespeichert',

  startTitle: (minutes: number) => `${minutes} Minuten für den Stand der Digitalisierung in Ihrem Amt`,
  greeting: (name: string, office: string) => `Guten Tag, ${name}. Sie antworten für das Amt ${office}.`,
  whoAsks: 'Wer fragt?',
  whoAsksText: (name: string, city: string) => `${name}, zuständig für die Digitalisierung, ${city}.`,
  why: 'Wozu?',
  whyText:
    'Die Antworten aller Ämter ergeben einen Überblick: Wo steht die Verwaltung, wo hilft Unterstützung am meisten? Ein niedriger Stand ist ein Ausgangspunkt, kein Versäumnis.',
  howLong: 'Wie lange dauert es?',
  howLongText: (minutes: number, pages: number) => `Etwa ${minutes} Minuten, ${pages} Seiten.`,
  pause: 'Kann ich unterbrechen?',
  pauseText:
    'Ja. Jede Antwort wird sofort gespeichert. Über denselben Link machen Sie später weiter, auch an einem anderen Gerät.',
  together: 'Antworten wir gemeinsam?',
  togetherText:
    'Ja. Ihr Amt gibt eine gemeinsame Antwort. Wer im Amt ebenfalls einen Link hat, sieht und ergänzt denselben Fragebogen.',
  whoSees: 'Wer sieht die Antworten?',
  whoSeesText: (_people: number) =>
    'Die oder der Digitalisierungsbeauftragte sieht die Antworten und die Punktwerte Ihres Amtes. Andere sehen nur Ergebnisse, keine Antworten.',
  anonymousTitle: 'Was ist anonym?',
  anonymousText: (people: number) =>
    `Ihre Antworten werden ohne Ihren Namen gespeichert. Ihr Amt erscheint nur, wenn mindestens ${people} Personen geantwortet haben.`,
  notAnonymousTitle: 'Was ist nicht anonym?',
  notAnonymousText:
    'Ihr Amt und das Datum stehen bei den Antworten. Ob Sie schon abgesendet haben, wissen wir: So erinnern wir nur, wer noch fehlt. Schreiben Sie in Textfelder keine Namen.',
  sharedDevice: 'Nutzen andere dieses Gerät? Dann senden Sie Ihre Antworten ab oder löschen Sie sie hier.',
  stillOnDevice: 'Ihre Antworten liegen noch auf diesem Gerät.',
  forget: 'Antworten auf diesem Gerät löschen',
  forgetTitle: 'Alle Antworten auf diesem Gerät löschen?',
  forgetText: 'Sie sind noch nicht abgesendet und lassen sich nicht zurückholen.',
  forgetYes: 'Ja, löschen',
  forgetNo: 'Behalten',
  forgotten: 'Auf diesem Gerät sind keine Antworten mehr.',
  noNames: 'Bitte nennen Sie keine Namen.',
  deadline: 'Bis wann?',
  deadlineText: (date: string) => `Bis ${date}.`,
  begin: 'Fragebogen beginnen',
  goOn: (page: string) => `Weitermachen: ${page}`,
  goOnReview: 'Weitermachen: Prüfen und absenden',
  alreadyAnswered: (answered: number, asked: number) =>
    `${answered} von ${asked} Fragen sind bereits beantwortet.`,

  pageOf: (page: number, pages: number, office: string) => `Seite ${page} von ${pages} · ${office}`,
  minutesLeft: (minutes: number) => (minutes === 1 ? 'noch etwa 1 Minute' : `noch etwa ${minutes} Minuten`),
  allAnswered: 'alles beantwortet',
  answeredOf: (answered: number, asked: number) => `${answered} von ${asked} Fragen beantwortet`,
  allPages: 'Alle Seiten',
  pageState: (answered: number, asked: number) => `${answered} von ${asked}`,
  back: 'Zurück',
  next: (page: string) => `Weiter: ${page}`,
  reviewPage: 'Prüfen und absenden',

  dontKnow: 'weiß nicht',
  notApplicable: 'trifft auf uns nicht zu',
  notApplicableShort: 'trifft nicht zu',
  reason: 'Warum trifft das nicht zu?',
  chooseReason: 'Bitte wählen',
  reasonText: 'Grund',
  tickAny: 'Mehrere Antworten sind möglich.',
  othersCleared: (none: string) => `„${none}“ gilt allein: Die anderen Antworten sind entfernt.`,
  noneCleared: (none: string) => `„${none}“ ist entfernt.`,
  clear: 'Antwort entfernen',
  clearOf: (question: string) => `Antwort entfernen: ${question}`,
  addComment: 'Anmerkung hinzufügen',
  comment: 'Anmerkung',
  addEvidence: 'Nachweis angeben',
  evidence: 'Nachweis (Link, Aktenzeichen)',
  addTarget: 'Ziel setzen',
  addEvidenceAndTarget: 'Nachweis oder Ziel angeben',
  target: 'Soll in 2–3 Jahren',
  noTarget: 'kein Ziel',
  required: '(Pflichtangabe)',
  numberHint: (min: string | null, max: string | null) =>
    min !== null && max !== null ? `Zahl von ${min} bis ${max}` : 'Zahl',

  row: (title: string, index: number) => `${index}. ${title}`,
  entry: (index: number) => `${index}. Eintrag`,
  rowUntitled: 'Ohne Namen',
  removeRow: (title: string) => `Entfernen: ${title}`,
  remove: 'Entfernen',
  rowRemoved: (title: string) => `Entfernt: ${title}`,
  undo: 'Rückgängig',
  rowsFull: (max: number) => `Mehr als ${max} Einträge sind nicht möglich.`,
  noRows: 'Noch kein Eintrag.',

  conflictTitle: 'Eine Kollegin oder ein Kollege hat hier inzwischen etwas anderes geantwortet',
  conflictText: 'Bitte entscheiden Sie, welche Antwort gilt.',
  mine: 'Ihre Antwort',
  theirs: 'Antwort im Amt',
  keepMine: 'Meine Antwort nehmen',
  takeTheirs: 'Andere Antwort übernehmen',
  blank: 'keine Antwort',

  reviewOpen: (open: number) => (open === 1 ? 'Eine Frage ist noch offen' : `${open} Fragen sind noch offen`),
  reviewComplete: 'Alle Fragen sind beantwortet',
  reviewMayStayOpen: 'Offene Fragen dürfen offen bleiben. Sie zählen dann nicht in den Punktwert.',
  reviewFinal: 'Nach dem Absenden lassen sich die Antworten nicht mehr ändern.',
  openQuestions: 'Noch offen',
  submit: 'Antworten absenden',
  submitting: 'Wird abgesendet …',
  confirmTitle: (answered: number, asked: number) => `${answered} von ${asked} Antworten absenden?`,
  confirmText: (office: string) =>
    `Die Antworten gelten dann für das ganze Amt ${office} und lassen sich nicht mehr ändern.`,
  confirmYes: 'Ja, absenden',
  confirmNo: 'Noch nicht',
  problemsTitle: (count: number) =>
    count === 1 ? 'Eine Angabe muss noch geändert werden' : `${count} Angaben müssen noch geändert werden`,
  conflictsTitle: 'Hier gibt es zwei verschiedene Antworten. Bitte entscheiden Sie.',
  changedElsewhere:
    'Im Amt wurde inzwischen noch etwas geändert. Bitte sehen Sie diese Fragen an und senden Sie dann ab.',
  notSubmittedOffline:
    'Keine Verbindung. Es wurde noch nichts abgesendet. Ihre Antworten bleiben auf diesem Gerät. Bitte versuchen Sie es gleich noch einmal.',
  notSubmitted: 'Das Absenden hat nicht geklappt. Bitte versuchen Sie es gleich noch einmal.',
  answerNotSaved: 'Diese Antwort konnte nicht gespeichert werden.',

  receiptTitle: 'Ihre Antworten sind angekommen',
  receiptLead: (city: string) => `Vielen Dank. ${city} hat den Fragebogen Ihres Amtes erhalten.`,
  submittedAt: 'Abgesendet',
  submittedBy: 'von',
  submittedQuietly: 'Ja, ohne Namen und Uhrzeit',
  receiptCode: 'Empfangscode',
  answeredItems: 'Beantwortet',
  answeredItemsText: (answered: number, asked: number) => `${answered} von ${asked} bewerteten Fragen`,
  office: 'Amt',
  wave: 'Erhebung',
  whatNext: 'Wie geht es weiter?',
  whatNextText: (date: string) =>
    `Die Erhebung endet am ${date}. Danach werden die Antworten aller Ämter ausgewertet und vorgestellt. Sie brauchen nichts weiter zu tun.`,
  whatNextChange: 'Etwas stimmt doch nicht? Bitte rufen Sie uns an.',
  print: 'Bestätigung drucken',

  questions: 'Fragen?',
  contact: (name: string, city: string) => `${name}, ${city}`,
  phone: (phone: string) => `Telefon ${phone}`,
  footPause: (date: string) =>
    `Sie können jederzeit unterbrechen und über denselben Link weitermachen. Einsenden bis ${date}.`,

  unknownTitle: 'Dieser Link führt zu keinem Fragebogen',
  unknownText:
    'Vielleicht wurde er beim Kopieren abgeschnitten. Bitte öffnen Sie den Link noch einmal direkt aus der Nachricht, die Sie bekommen haben.',
  replacedTitle: 'Für Sie gibt es einen neueren Link',
  replacedText: 'Dieser Link gilt nicht mehr. Bitte öffnen Sie den Link aus der neuesten Nachricht.',
  revokedTitle: 'Dieser Link gilt nicht mehr',
  revokedText: 'Sie sind an dieser Erhebung nicht mehr beteiligt. Wenn das nicht stimmt, rufen Sie bitte an.',
  closedTitle: 'Die Erhebung ist beendet',
  closedText: 'Antworten sind nicht mehr möglich. Wenn Sie noch etwas mitteilen möchten, rufen Sie bitte an.',
  busyTitle: 'Gerade gibt es zu viele Anfragen',
  busyText: 'Bitte warten Sie eine Minute und laden Sie die Seite dann neu.',
  offlineTitle: 'Keine Verbindung',
  offlineText: 'Der Fragebogen konnte nicht geladen werden. Bitte prüfen Sie die Verbindung.',
  brokenTitle: 'Der Fragebogen lässt sich gerade nicht öffnen',
  brokenText:
    'Ihre bisherigen Antworten sind gespeichert. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  tryAgain: 'Noch einmal versuchen',
  copyTitle: 'Ihre Antworten gehen nicht verloren',
  copyText:
    'Hier stehen alle Antworten, die auf dieser Seite zu sehen waren. Sie können sie kopieren und weitergeben.',
  copyLabel: 'Antworten als Text',
  copy: 'Text kopieren',
  copied: 'Kopiert.',
};

export type Texts = typeof german;

export const texts: Readonly<Record<Language, Texts>> = { de: german, en: english };
