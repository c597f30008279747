import { shortDate } from '../../reports/dates/written-date.ts';
import type { Text } from '../../surveys/plan/plan.ts';
import type { Office } from '../offices/office.ts';
import { daysLeft, deadlineEnd } from './deadline.ts';
import { checkSeveral } from './several-checks.ts';
import type { DraftWave } from './wave.ts';
import type { WaveCheck } from './waves.wire.ts';

export interface CheckInput {
  readonly wave: DraftWave;
  readonly offices: readonly Office[];
  readonly questionnaireKnown: boolean;
  readonly mailTransport: 'smtp' | 'folder';
  readonly city: string;
  /** Who stands in every mail. */
  readonly contact: { readonly name: string; readonly email: string };
  readonly now: Date;
  readonly timeZone: string;
}

type Finding = (severity: WaveCheck['severity'], detail: Text, officeIds?: readonly string[]) => WaveCheck;

const finding =
  (kind: string): Finding =>
  (severity, detail, officeIds = []) => ({ kind, severity, detail, officeIds: [...officeIds] });

function checkQuestionnaire({ questionnaireKnown, wave }: CheckInput): WaveCheck[] {
  if (questionnaireKnown) return [];
  const { id, version } = wave.questionnaire;
  return [
    finding('questionnaire')('error', {
      de: `Den Fragebogen ${id}, Version ${version}, gibt es nicht mehr. Bitte wählen Sie einen anderen.`,
      en: `The questionnaire ${id}, version ${version}, no longer exists. Please choose another one.`,
    }),
  ];
}

function checkOffices({ wave }: CheckInput): WaveCheck {
  const said = finding('offices');
  const count = wave.officeIds.length;
  return count === 0
    ? said('error', { de: 'Es ist noch kein Amt ausgewählt.', en: 'No office is selected yet.' })
    : said('ok', {
        de: count === 1 ? 'Ein Amt wird befragt.' : `${count} Ämter werden befragt.`,
        en: count === 1 ? 'One office is asked.' : `${count} offices are asked.`,
      });
}

function checkStillThere({ wave, offices }: CheckInput): WaveCheck[] {
  const known = new Set(offices.map(({ id }) => id));
  const gone = wave.officeIds.filter((id) => !known.has(id));
  if (gone.length === 0) return [];
  return [
    finding('removed-offices')(
      'error',
      {
        de: `${gone.length} der ausgewählten Ämter gibt es nicht mehr. Bitte prüfen Sie die Auswahl.`,
        en: `${gone.length} of the selected offices no longer exist. Please check the selection.`,
      },
      gone,
    ),
  ];
}

const named = (offices: readonly Office[]): string =>
  offices
    .slice(0, 5)
    .map(({ code, name }) => `${code} ${name}`)
    .join(', ') + (offices.length > 5 ? ', …' : '');

function checkContacts(asked: readonly Office[]): WaveCheck[] {
  if (asked.length === 0) return [];
  const said = finding('contacts');
  const without = asked.filter(({ contacts }) => contacts.length === 0);
  const ids = without.map(({ id }) => id);
  const mails = asked.reduce((sum, { contacts }) => sum + contacts.length, 0);
  if (mails === 0) {
    return [
      said(
        'error',
        {
          de: 'Keines der ausgewählten Ämter hat eine Ansprechperson. Es ginge keine Nachricht hinaus.',
          en: 'None of the selected offices has a contact. No message would be sent.',
        },
        ids,
      ),
    ];
  }
  if (without.length > 0) {
    return [
      said(
        'warning',
        {
          de: `Ohne Ansprechperson und damit ohne Nachricht: ${named(without)}.`,
          en: `Without a contact and therefore without a message: ${named(without)}.`,
        },
        ids,
      ),
    ];
  }
  return [
    said('ok', {
      de: `Jedes Amt hat eine Ansprechperson. Nachrichten: ${mails}.`,
      en: `Every office has a contact. Messages: ${mails}.`,
    }),
  ];
}

/** One person may speak for several offices: a mail and a link for each of them. */
function checkSharedAddresses(asked: readonly Office[]): WaveCheck[] {
  const officesOf = new Map<string, Set<string>>();
  for (const { id, contacts } of asked) {
    for (const { email } of contacts) officesOf.set(email, (officesOf.get(email) ?? new Set()).add(id));
  }
  const shared = [...officesOf.values()].filter((ids) => ids.size > 1);
  if (shared.length === 0) return [];
  return [
    finding('shared-address')(
      'ok',
      {
        de: `E-Mail-Adressen, die bei mehreren Ämtern stehen: ${shared.length}. Dort kommt je Amt eine Nachricht an.`,
        en: `E-mail addresses that stand at several offices: ${shared.length}. They get one message per office.`,
      },
      [...new Set(shared.flatMap((ids) => [...ids]))],
    ),
  ];
}

function checkDeadline({ wave, now, timeZone }: CheckInput): WaveCheck {
  const said = finding('deadline');
  if (deadlineEnd(wave.deadline, timeZone) <= now) {
    return said('error', {
      de: `Die Frist ${shortDate(wave.deadline, 'de')} liegt in der Vergangenheit.`,
      en: `The deadline ${shortDate(wave.deadline, 'en')} lies in the past.`,
    });
  }
  const days = daysLeft(wave.deadline, now, timeZone);
  if (days < 7) {
    return said('warning', {
      de: `Bis zur Frist sind es nur ${days} Tage. Üblich sind zwei bis vier Wochen.`,
      en: `Only ${days} days are left until the deadline. Two to four weeks are usual.`,
    });
  }
  return said('ok', {
    de: `Bis zur Frist sind es ${days} Tage.`,
    en: `${days} days are left until the deadline.`,
  });
}

function checkCity({ city, contact }: CheckInput): WaveCheck[] {
  if (city !== '' && contact.name !== '' && contact.email !== '') return [];
  return [
    finding('contact-person')('error', {
      de: 'In den Einstellungen fehlen der Name der Stadt oder die Ansprechperson. Sie stehen in jeder Nachricht.',
      en: 'The settings lack the name of the city or the contact person. They stand in every message.',
    }),
  ];
}

function checkMail({ mailTransport }: CheckInput): WaveCheck {
  const said = finding('mail');
  return mailTransport === 'smtp'
    ? said('ok', { de: 'Ein Postserver ist eingerichtet.', en: 'A mail server is set up.' })
    : said('warning', {
        de: 'Es ist kein Postserver eingerichtet. Die Nachrichten werden nur in den Ordner „outbox“ geschrieben.',
        en: 'No mail server is set up. The messages are only written to the folder “outbox”.',
      });
}

/** The check list before opening; an `error` prevents opening. */
export function checkWave(input: CheckInput): WaveCheck[] {
  const selected = new Set(input.wave.officeIds);
  const asked = input.offices.filter(({ id }) => selected.has(id));
  return [
    ...checkQuestionnaire(input),
    checkOffices(input),
    ...checkStillThere(input),
    ...checkContacts(asked),
    ...checkSharedAddresses(asked),
    ...checkSeveral(input.wave, asked, input.mailTransport),
    checkDeadline(input),
    ...checkCity(input),
    checkMail(input),
  ];
}
