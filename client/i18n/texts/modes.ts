/** German, English: whether an office answers once or many of its people do. */
export const modeTexts = {
  'mode.legend': ['Wie wird geantwortet?', 'How is it answered?'],
  'mode.official': ['Ein Amt antwortet einmal', 'An office answers once'],
  'mode.officialHint': [
    'Die Ansprechpersonen eines Amtes füllen einen gemeinsamen Antwortbogen aus. Gut für den Status quo.',
    'The contacts of an office fill in one answer together. Good for the status quo.',
  ],
  'mode.several': ['Viele Personen je Amt antworten', 'Many people of an office answer'],
  'mode.severalHint': [
    'Jede eingeladene Person antwortet für sich. Gut, um zu sehen, ob sich ein Amt einig ist.',
    'Every invited person answers alone. Good to see whether an office agrees.',
  ],
  'mode.tagAnonymous': ['viele Personen, anonym', 'many people, anonymous'],
  'mode.tagNamed': ['viele Personen', 'many people'],
  'mode.noteOfficial': [
    'Befragungsart: Ein Amt antwortet einmal, mit einem gemeinsamen Antwortbogen.',
    'Mode: an office answers once, with one common answer.',
  ],
  'mode.noteAnonymous': [
    'Befragungsart: Viele Personen je Amt antworten, anonym. Bekannt ist nur, wer abgesendet hat. Werte gibt es nach dem Schließen, ab {{people}} je Gruppe.',
    'Mode: many people of an office answer, anonymously. All that is known is who has submitted. Scores come after closing, from {{people}} a group on.',
  ],
  'mode.noteNamed': [
    'Befragungsart: Viele Personen je Amt antworten, nicht anonym. Werte gibt es nach dem Schließen, ab {{people}} je Gruppe.',
    'Mode: many people of an office answer, not anonymously. Scores come after closing, from {{people}} a group on.',
  ],
  'mode.consent': ['Zustimmung: {{text}}', 'Consent: {{text}}'],
  'several.anonymous': ['Anonym antworten lassen', 'Let people answer anonymously'],
  'several.anonymousMeans': [
    'Niemand kann sehen, wer was geantwortet hat, auch Sie nicht. Sie sehen nur, wer schon abgesendet hat.',
    'Nobody can see who gave which answer, not even you. You only see who has submitted already.',
  ],
  'several.namedMeans': [
    'Die Antworten bleiben mit der Person verbunden. Sie sehen, wer begonnen und wer abgesendet hat. Werte zeigt Pegel auch dann nur für Gruppen.',
    'Answers stay linked to the person. You see who has begun and who has submitted. Even so, Pegel shows scores for groups only.',
  ],
  'several.minGroup': [
    'Kleinste Gruppe, deren Werte gezeigt werden',
    'Smallest group whose scores are shown',
  ],
  'several.minGroupHint': [
    'Antworten weniger Personen aus einem Amt, bleiben seine Werte geheim. Üblich sind {{standard}}. Weniger, bis {{lowest}}, geht nur mit Zustimmung.',
    'If fewer people of an office answer, its scores stay secret. {{standard}} is usual. Fewer, down to {{lowest}}, needs a consent.',
  ],
  'several.consent': ['Zustimmung zu kleinen Gruppen', 'Consent to small groups'],
  'several.consentHint': [
    'Wer hat Gruppen unter {{standard}} Personen zugestimmt, und wann? Zum Beispiel: Personalrat, Beschluss vom 3. September 2026. Pegel hält fest, wer das eingetragen hat.',
    'Who agreed to groups below {{standard}} people, and when? For example: staff council, decision of 3 September 2026. Pegel records who entered this.',
  ],
  'several.consentMissing': [
    'Bitte tragen Sie ein, wer zugestimmt hat, oder wählen Sie eine größere Gruppe.',
    'Please enter who agreed, or choose a larger group.',
  ],
} as const;
