/** German, English: overview and first run. */
export const overviewTexts = {
  'overview.kicker': ['Stand {{date}} · {{wave}} · {{state}}', 'As of {{date}} · {{wave}} · {{state}}'],
  'overview.strengths': ['Stärken', 'Strengths'],
  'overview.gaps': ['Größte Lücken', 'Largest gaps'],
  'overview.years': ['Von Jahr zu Jahr', 'Year by year'],
  'overview.yearsWhat': [
    'Hier steht nach der zweiten Erhebung, wie sich der Pegel Ihrer Stadt verändert hat: eine Linie, ein Punkt je Jahr.',
    'After the second wave this place shows how your city’s gauge has moved: one line, one point a year.',
  ],
  'overview.yearsWhy': [
    'Diese Erhebung ist Ihre Ausgangsmessung. Wer sie im nächsten Jahr wiederholt, kann Fortschritt zeigen und belegen.',
    'This wave is your baseline. Repeat it next year, and you can show progress and prove it.',
  ],
  'overview.since': [
    'Was sich seit „{{wave}}“ verlässlich verändert hat, zeigt der Vergleich: gleiche Fragen, gleiche Ämter.',
    'The comparison shows what has reliably changed since “{{wave}}”: same questions, same offices.',
  ],
  'gauge.title': ['Der Pegel der Stadt', 'The city’s gauge'],
  'gauge.alt': [
    'Der Pegel steht bei {{points}} von 100 Punkten.',
    'The gauge stands at {{points}} of 100 points.',
  ],
  'gauge.none': [
    'Noch kein Wert: Dafür müssen Ämter absenden.',
    'No value yet: offices have to submit first.',
  ],
  'gauge.mean': [
    'Mittel aus {{answered}} von {{offices}} Ämtern',
    'Mean of {{answered}} of {{offices}} offices',
  ],
  'gauge.why': ['Woher kommt diese Zahl?', 'Where does this number come from?'],
  'gauge.level': ['Stufe', 'Level'],
  'gauge.from': ['ab Punkten', 'from points'],
  'next.title': ['Als Nächstes', 'What is next'],
  'next.nothing': ['Im Moment ist nichts zu tun.', 'Nothing to do at the moment.'],
  'first.welcome': ['Willkommen bei Pegel', 'Welcome to Pegel'],
  'first.heading': ['In vier Schritten zum Status quo', 'Four steps to the status quo'],
  'first.lead': [
    'Sie können jeden Schritt später ändern. Mit den Beispieldaten sehen Sie sofort, was am Ende herauskommt.',
    'You can change every step later. With the sample data you see at once what comes out in the end.',
  ],
  'first.done': ['Erledigt:', 'Done:'],
  'first.see': ['Ansehen', 'View'],
  'first.offices': ['Ämter und Ansprechpersonen', 'Offices and contacts'],
  'first.officesText': [
    'Aus einer CSV-Datei, die Vorlage liegt bereit. Sie sehen alle Änderungen, bevor etwas geschrieben wird',
    'From a CSV file, a template is ready. You see every change before anything is written',
  ],
  'first.officesDone': ['{{offices}}, {{people}} eingelesen', '{{offices}}, {{people}} imported'],
  'first.officesAction': ['Ämter einlesen', 'Import offices'],
  'first.questionnaire': ['Fragebogen wählen', 'Choose a questionnaire'],
  'first.questionnaireText': [
    '„{{title}}“: {{items}} Fragen, {{dimensions}} Handlungsfelder, {{minutes}} Minuten',
    '“{{title}}”: {{items}} questions, {{dimensions}} dimensions, {{minutes}} minutes',
  ],
  'first.questionnaireAction': ['Fragebogen ansehen', 'View questionnaire'],
  'first.mail': ['Post einrichten', 'Set up mail'],
  'first.mailText': [
    'Ohne Postserver legt Pegel die Nachrichten in einem Ordner ab, zum Ausprobieren genügt das',
    'Without a mail server Pegel puts the messages into a folder, which is enough to try it out',
  ],
  'first.mailDone': ['Ein Postserver ist eingetragen', 'A mail server is set up'],
  'first.mailAction': ['Postserver eintragen', 'Set up a mail server'],
  'first.wave': ['Erste Erhebung starten', 'Start the first wave'],
  'first.waveText': [
    'Wer wird gefragt, bis wann? Sie sehen jede Nachricht, bevor sie hinausgeht',
    'Who is asked, until when? You see every message before it leaves',
  ],
  'first.waveAction': ['Erhebung anlegen', 'Create a wave'],
  'first.demo': ['Mit der Beispielstadt Musterstadt ausprobieren', 'Try it with the sample city Musterstadt'],
  'first.demoHow': [
    'Beenden Sie Pegel mit Strg-C und starten Sie im selben Ordner:',
    'Stop Pegel with Ctrl-C and start in the same folder:',
  ],
  'first.demoSafe': [
    'Die Beispielstadt hat einen eigenen Datenordner. An Ihren Daten ändert sich nichts, und es geht keine E-Mail hinaus.',
    'The sample city has a data folder of its own. Your data stay as they are, and no email leaves.',
  ],
} as const;
