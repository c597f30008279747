/** German, English: mails and outbox. */
export const mailTexts = {
  'mail.from': ['Von', 'From'],
  'mail.to': ['An', 'To'],
  'mail.subject': ['Betreff', 'Subject'],
  'mail.test': ['Testnachricht an {{to}} senden', 'Send a test message to {{to}}'],
  'mail.testBusy': ['Wird gesendet …', 'Sending …'],
  'mail.testSent': ['Testnachricht an {{to}} ist unterwegs', 'Test message to {{to}} is on its way'],
  'mail.toOutbox': ['Zum Postausgang', 'To the outbox'],
  'mail.isTest': ['Test', 'test'],
  'mail.show': ['Nachricht zeigen', 'Show message'],
  'mail.copy': ['Link kopieren', 'Copy link'],
  'mail.copied': ['Kopiert', 'Copied'],
  'mail.openAs': ['Als Person öffnen', 'Open as this person'],
  'mail.attempts_one': ['{{count}} Versuch', '{{count}} attempt'],
  'mail.attempts_other': ['{{count}} Versuche', '{{count}} attempts'],
  'outbox.none': ['Noch keine Nachrichten', 'No messages yet'],
  'outbox.sending': ['{{sent}} von {{all}} Nachrichten sind hinaus', '{{sent}} of {{all}} messages are out'],
  'outbox.refused_one': [
    '{{count}} von {{all}} Nachrichten ist unzustellbar',
    '{{count}} of {{all}} messages bounced',
  ],
  'outbox.refused_other': [
    '{{count}} von {{all}} Nachrichten sind unzustellbar',
    '{{count}} of {{all}} messages bounced',
  ],
  'outbox.done_one': ['Die Nachricht ist hinaus', 'The message is out'],
  'outbox.done_other': ['Alle {{count}} Nachrichten sind hinaus', 'All {{count}} messages are out'],
  'outbox.folderLead': [
    'Es ist kein Postserver eingetragen: Pegel schreibt jede Nachricht als Datei. Mit den Links probieren Sie alles allein aus.',
    'No mail server is set up: Pegel writes every message to a file. The links let you try everything alone.',
  ],
  'outbox.smtpLead': [
    'Pegel sendet über Ihren Postserver und versucht es bei Störungen von selbst noch einmal.',
    'Pegel sends through your mail server and tries again by itself when there is trouble.',
  ],
  'outbox.folder': ['Ordner der Nachrichten', 'Folder of the messages'],
  'outbox.search': ['Adresse oder Betreff suchen', 'Search address or subject'],
  'outbox.nothingFound': ['Keine Nachricht passt zu dieser Auswahl.', 'No message matches this selection.'],
  'outbox.emptyTitle': [
    'Hier steht jede Nachricht mit ihrem Stand',
    'Every message will be here with its state',
  ],
  'outbox.emptyText': [
    'Nach dem Öffnen der Erhebung sehen Sie, was hinausging, was noch aussteht und was nicht ankam.',
    'After opening the wave you see what went out, what is still owed and what did not arrive.',
  ],
} as const;
