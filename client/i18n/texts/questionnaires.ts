/** German, English: catalog and preview. */
export const questionnaireTexts = {
  'questionnaires.heading_one': ['{{count}} Fragebogen steht bereit', '{{count}} questionnaire is ready'],
  'questionnaires.heading_other': [
    '{{count}} Fragebögen stehen bereit',
    '{{count}} questionnaires are ready',
  ],
  'questionnaires.lead': [
    'Jede Frage hat fünf beschriebene Antworten. So wird aus Einschätzungen ein Punktwert, den man vergleichen kann.',
    'Every question has five described answers. That turns estimates into scores that can be compared.',
  ],
  'questionnaire.size': [
    '{{items}} Fragen, {{dimensions}} Handlungsfelder, etwa {{minutes}} Minuten.',
    '{{items}} questions, {{dimensions}} dimensions, about {{minutes}} minutes.',
  ],
  'questionnaire.version': ['Version {{version}}.', 'Version {{version}}.'],
  'questionnaire.read': ['Fragebogen ansehen', 'View questionnaire'],
  'questionnaire.preview': ['Ausprobieren', 'Try it out'],
  'questionnaire.unscored': ['Ohne Punkte', 'Not scored'],
  'questionnaire.unscoredText': [
    'Diese Angaben fließen in keinen Punktwert ein.',
    'These answers enter no score.',
  ],
  'questionnaire.step': ['Stufe', 'Step'],
  'questionnaire.otherType': ['Freie Angabe ohne Stufen', 'Free answer without steps'],
  'tryout.name': ['Vorschau', 'Preview'],
  'tryout.heading': ['So sehen die Befragten den Fragebogen', 'How respondents see the questionnaire'],
  'tryout.lead': [
    'Probieren Sie alles aus. Was Sie hier eingeben, wird nirgends gespeichert.',
    'Try everything. What you enter here is kept nowhere.',
  ],
  'tryout.width': ['Breite', 'Width'],
  'tryout.wide': ['Bildschirm', 'Screen'],
  'tryout.narrow': ['Telefon', 'Phone'],
  'tryout.allOffice': ['Beispielamt (alle Felder)', 'Sample office (all fields)'],
  'tryout.person': ['Beispielperson', 'Sample person'],
  'tryout.frame': ['Vorschau des Fragebogens', 'Preview of the questionnaire'],
} as const;
