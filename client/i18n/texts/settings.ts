/** German, English: settings. */
export const settingsTexts = {
  'settings.heading_smtp': [
    '{{city}} ist bereit: Nachrichten gehen hinaus',
    '{{city}} is ready: messages go out',
  ],
  'settings.heading_folder': [
    '{{city}}: Nachrichten gehen in einen Ordner',
    '{{city}}: messages go into a folder',
  ],
  'settings.lead_smtp': [
    'Ein Postserver ist eingetragen. Stadt und Ansprechperson stehen in jeder Nachricht.',
    'A mail server is set up. City and contact stand in every message.',
  ],
  'settings.lead_folder': [
    'Zum Ausprobieren genügt das. Für eine echte Erhebung trägt die IT-Abteilung einen Postserver ein.',
    'That is enough to try things out. For a real wave your IT department sets up a mail server.',
  ],
  'settings.city': ['Stadt und Ansprechperson', 'City and contact'],
  'settings.contact': ['Wen können die Ämter fragen?', 'Whom can the offices ask?'],
  'settings.contactText': [
    'Steht in jeder Einladung und auf jeder Seite des Fragebogens.',
    'Stands in every invitation and on every page of the questionnaire.',
  ],
  'settings.save': ['Einstellungen speichern', 'Save settings'],
  'settings.saving': ['Wird gespeichert …', 'Saving …'],
  'settings.saved': ['Gespeichert', 'Saved'],
  'install.title': ['Post, Adresse und Ablage', 'Mail, address and storage'],
  'install.text': [
    'Das legt die IT-Abteilung beim Start fest. Rechts steht der Name der Einstellung.',
    'Your IT department sets this at the start. The name of each setting stands on the right.',
  ],
  'install.mail': ['Versand', 'Sending'],
  'install.mail_smtp': ['über den Postserver', 'through the mail server'],
  'install.mail_folder': ['in einen Ordner, kein Postserver', 'into a folder, no mail server'],
  'install.folder': ['Ordner der Nachrichten', 'Folder of the messages'],
  'install.from': ['Absender', 'Sender'],
  'install.url': ['Adresse in den Links', 'Address in the links'],
  'install.timeZone': ['Zeitzone', 'Time zone'],
  'install.store': ['Datenbank', 'Database'],
  'install.store_embedded': ['eingebaut', 'embedded'],
  'install.store_mongodb': ['MongoDB', 'MongoDB'],
  'install.data': ['Datenordner', 'Data folder'],
  'install.version': ['Version', 'Version'],
} as const;
