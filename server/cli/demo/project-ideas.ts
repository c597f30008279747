/** A project as an office would report it. Made up. */
export interface ProjectIdea {
  readonly title: string;
  readonly aim: string;
  readonly field: string;
  readonly status: string;
  readonly budget: number;
  readonly risk: string;
}

export const projectIdeas: readonly ProjectIdea[] = [
  {
    title: 'E-Akte einführen',
    aim: 'Vorgänge ohne Papier führen und von jedem Arbeitsplatz finden',
    field: 'd2',
    status: 'laufend',
    budget: 180_000,
    risk: 'Schulungen binden Personal im Herbst',
  },
  {
    title: 'Anträge online bis zum Bescheid',
    aim: 'Die fünf häufigsten Anträge ohne Medienbruch anbieten',
    field: 'd3',
    status: 'laufend',
    budget: 95_000,
    risk: 'Schnittstelle zum Fachverfahren fehlt noch',
  },
  {
    title: 'Terminbuchung für den Kundenbereich',
    aim: 'Wartezeiten unter 15 Minuten',
    field: 'd3',
    status: 'abgeschlossen',
    budget: 22_000,
    risk: '',
  },
  {
    title: 'Datenkatalog des Amtes',
    aim: 'Wissen, welche Daten es gibt, und offene Daten veröffentlichen',
    field: 'd5',
    status: 'geplant',
    budget: 15_000,
    risk: 'Zuständigkeit ist nicht geklärt',
  },
  {
    title: 'Digitale Lotsinnen und Lotsen',
    aim: 'Zwei Personen je Team helfen im Alltag mit neuen Werkzeugen',
    field: 'd4',
    status: 'laufend',
    budget: 8_000,
    risk: 'Zeitanteile sind nur bis Jahresende zugesagt',
  },
  {
    title: 'Mobiles Arbeiten im Außendienst',
    aim: 'Kontrollen vor Ort am Tablet erfassen',
    field: 'd6',
    status: 'geplant',
    budget: 60_000,
    risk: 'Funklöcher im Norden der Stadt',
  },
  {
    title: 'Ablage aufräumen vor der Umstellung',
    aim: 'Doppelte Dateien löschen, Aktenplan anwenden',
    field: 'd2',
    status: 'ruht',
    budget: 0,
    risk: 'Vertretung fehlt',
  },
  {
    title: 'Mitreden per Internet',
    aim: 'Anregungen zu Vorhaben einholen und beantworten',
    field: 'd9',
    status: 'geplant',
    budget: 30_000,
    risk: 'Aufwand für die Moderation',
  },
];

export const remarks = [
  'Hier warten wir auf die Vorgaben der Informationstechnik.',
  'Stand der letzten Amtsrunde, wird im Frühjahr geprüft.',
  'In einem Sachgebiet weiter, im anderen noch am Anfang.',
  'Die Mittel sind im Haushaltsentwurf angemeldet.',
  'Dazu läuft gerade ein Projekt, siehe Projektliste.',
] as const;
