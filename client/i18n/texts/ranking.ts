/** German, English: ranking, targets and priorities. */
export const rankingTexts = {
  'ranking.title': ['Rangfolge je nach Gewichtung', 'Ranking by weighting'],
  'ranking.emptyTitle': [
    'Hier steht, wie fest die Reihenfolge ist',
    'This is where you see how firm the order is',
  ],
  'ranking.emptyText': [
    'Sobald mindestens zwei Ämter einen Index haben, zeigt diese Seite, auf welchen Plätzen sie je nach Gewichtung stehen.',
    'As soon as two offices have an index, this page shows which places they take, depending on the weighting.',
  ],
  'ranking.computing': ['Die Rangfolge wird berechnet', 'The ranking is being computed'],
  'ranking.progress': ['{{done}} von {{draws}} Gewichtungen', '{{done}} of {{draws}} weightings'],
  'ranking.leave': [
    'Sie können diese Seite verlassen. Die Berechnung läuft weiter.',
    'You can leave this page. The computation goes on.',
  ],
  'ranking.meaning': [
    'Eine Rangfolge hängt davon ab, wie wichtig man jedes Handlungsfeld nimmt. „3 bis 7“ heißt: In neun von zehn Gewichtungen steht das Amt auf Platz 3 bis 7. Ämter, deren Spannen sich überlappen, sollten Sie nicht gegeneinander ausspielen.',
    'A ranking depends on how important each dimension is taken to be. “3 to 7” means: in nine of ten weightings the office takes place 3 to 7. Do not play offices with overlapping ranges off against each other.',
  ],
  'ranking.notPublic': [
    'Nur für Sie: Berichte enthalten von sich aus keine Rangfolge der Ämter.',
    'For you only: reports hold no ranking of the offices unless you ask for one.',
  ],
  'ranking.place': ['nach Index', 'by index'],
  'ranking.median': ['Median', 'Median'],
  'ranking.interval': ['je nach Gewichtung', 'by weighting'],
  'ranking.places': ['Platz von – bis', 'Place from – to'],
  'ranking.fromTo': ['{{from}} bis {{to}}', '{{from}} to {{to}}'],
  'ranking.tied': ['gleichauf mit', 'tied with'],
  'ranking.notTied': ['niemandem', 'nobody'],
  'ranking.bar': [
    'Platz {{places}} von {{offices}}, je nach Gewichtung',
    'place {{places}} of {{offices}}, depending on the weighting',
  ],
  'ranking.legend': [
    'Links ist Platz 1. Balken: Plätze in 90 % der Gewichtungen, Strich: mittlerer Platz, Punkt: Platz nach dem Index mit den Gewichten des Fragebogens. Gleichauf: Die Reihenfolge dreht sich in mehr als 5 % der Gewichtungen um.',
    'Left is place 1. Bar: places in 90% of the weightings, stroke: median place, dot: place by the index with the questionnaire’s weights. Tied: the order flips in more than 5% of the weightings.',
  ],
  'ranking.made': [
    '{{draws}} Gewichtungen, Startwert {{seed}}, {{generator}}, Regelstand {{rules}}.',
    '{{draws}} weightings, seed {{seed}}, {{generator}}, rules {{rules}}.',
  ],
  'targets.none': ['Noch kein Handlungsfeld hat ein Ziel', 'No dimension has a target yet'],
  'targets.how': [
    'Tragen Sie unten Ziele ein, oder bitten Sie die Ämter im Fragebogen um Soll-Angaben. Dann steht hier, wo am meisten fehlt.',
    'Enter targets below, or ask the offices for their aims in the questionnaire. Then this place shows where most is missing.',
  ],
  'targets.reached': ['Alle Ziele sind erreicht', 'All targets are reached'],
  'targets.first': [
    'Zuerst {{dimension}}: {{gap}} Punkte fehlen zum Ziel',
    '{{dimension}} first: {{gap}} points short of the target',
  ],
  'targets.meaning': [
    'Vorn steht, wo am meisten fehlt und es am meisten zählt: Lücke mal Gewicht mal Bedeutung. Gleichstand entscheidet die gesetzliche Pflicht.',
    'First comes where most is missing and where it counts most: gap times weight times importance. A legal duty decides a tie.',
  ],
  'targets.legend': [
    '▬ Ist · ◇ Ziel · ┅ Lücke. Stammt das Ziel aus den Soll-Angaben, zählt das Ist auf denselben Fragen und kann vom Wert des Handlungsfelds abweichen.',
    '▬ actual · ◇ target · ┅ gap. Where the target comes from the offices’ aims, the actual value counts the same questions and may differ from the dimension’s score.',
  ],
  'targets.place': ['Rang', 'Rank'],
  'targets.picture': ['Ist und Ziel', 'Actual and target'],
  'targets.actual': ['Ist', 'Actual'],
  'targets.target': ['Ziel', 'Target'],
  'targets.source': ['Herkunft', 'Source'],
  'targets.gap': ['Lücke', 'Gap'],
  'targets.priority': ['Priorität', 'Priority'],
  'targets.from_officer': ['gesetzt', 'set'],
  'targets.from_answers': ['aus den Soll-Angaben', 'from the offices’ aims'],
  'targets.noSource': ['kein Ziel', 'no target'],
  'targets.noActual': ['ohne Wert', 'no value'],
  'targets.isAt': ['Ist {{points}}', 'actual {{points}}'],
  'targets.wants': ['Ziel {{points}}', 'target {{points}}'],
  'targets.set': ['Ziele setzen', 'Set targets'],
  'targets.setHint': [
    'Punkte von 0 bis 100. Ein leeres Feld heißt: Es gilt das Mittel der Soll-Angaben aus den Ämtern. Sie können Ziele jederzeit ändern.',
    'Points from 0 to 100. An empty field means: the mean of what the offices aim at. You can change targets at any time.',
  ],
  'targets.aims': ['Soll-Angaben: {{points}}', 'Offices’ aims: {{points}}'],
  'targets.wrong': [
    'Bitte eine Zahl von 0 bis 100, zum Beispiel 62,5.',
    'Please a number from 0 to 100, for example 62.5.',
  ],
  'targets.save': ['Ziele speichern', 'Save targets'],
  'targets.saved': ['Ziele gespeichert', 'Targets saved'],
  'targets.again': ['Neuen Stand laden, meine Eingaben behalten', 'Load the new state, keep my input'],
} as const;
