import type { Template } from '../template.ts';

const officer =
  'Sie erhalten diese Nachricht, weil Sie bei {city} ein Konto in Pegel haben. In den Einstellungen können Sie sie abschalten.';

/** Mails to the officer, in German. */
export const germanOfficer = {
  'officer-delivery': {
    subject: '{wave}: {count} Nachrichten kamen nicht an',
    body: `Guten Tag {person},

in der Erhebung „{wave}“ konnten {count} Nachrichten nicht zugestellt werden:

{mails}

Bitte prüfen Sie die Adressen. Mit „Erneut senden“ geht die Einladung an die berichtigte Adresse.

{button}

--
${officer}`,
  },
  'officer-first-answers': {
    subject: '{wave}: Die ersten Antworten sind da',
    body: `Guten Tag {person},

die Erhebung „{wave}“ kommt in Gang: {submitted} von {asked} haben abgesendet.

Frist: {deadline}

{button}

--
${officer}`,
  },
  'officer-closing': {
    subject: '{wave}: Morgen ist die Frist',
    body: `Guten Tag {person},

morgen endet die Erhebung „{wave}“. {submitted} von {asked} haben abgesendet.

Es fehlen noch:
{offices}

{button}

--
${officer}`,
  },
  'officer-complete': {
    subject: '{wave}: Alle haben abgesendet',
    body: `Guten Tag {person},

in der Erhebung „{wave}“ haben alle {asked} abgesendet. Sie können die Erhebung schließen und die Ergebnisse ansehen.

{button}

--
${officer}`,
  },
  'officer-rerun': {
    subject: '{wave}: Der Entwurf für dieses Jahr ist da',
    body: `Guten Tag {person},

wie geplant hat Pegel den Entwurf „{wave}“ angelegt. Bitte prüfen Sie Ämter, Ansprechpersonen und Frist. Es geht keine Nachricht hinaus, bevor Sie die Erhebung freigeben.

{button}

--
${officer}`,
  },
} as const satisfies Readonly<Record<string, Template>>;
