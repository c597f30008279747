import { formatPoints } from '../../../reports/numbers/format-number.ts';
import type { Language, Text } from '../../../surveys/plan/plan.ts';
import type { Report } from '../../health/report.ts';

const labels = {
  store: { de: 'Datenbank', en: 'database' },
  size: { de: 'Größe', en: 'size' },
  documents: { de: 'Dokumente', en: 'documents' },
  schema: { de: 'Schema', en: 'schema' },
  free: { de: 'Frei auf der Platte', en: 'free on the disk' },
  backup: { de: 'Letzte Sicherung', en: 'last backup' },
  mail: { de: 'Post', en: 'mail' },
  clock: { de: 'Uhr der Datenbank', en: 'clock of the database' },
  version: { de: 'Pegel', en: 'Pegel' },
} as const satisfies Record<string, Text>;

const words = {
  fine: { de: 'Es ist alles in Ordnung.', en: 'Everything is fine.' },
  problem: { de: 'PROBLEM', en: 'PROBLEM' },
  warning: { de: 'Hinweis', en: 'warning' },
  none: { de: 'keine', en: 'none' },
  owed: { de: 'stehen aus', en: 'owed' },
  refused: { de: 'abgelehnt', en: 'refused' },
  paused: { de: 'angehalten', en: 'paused' },
} as const satisfies Record<string, Text>;

/** The report for a terminal, what is wrong first. */
export function reportLines(report: Report, language: Language): string[] {
  const found = report.findings.map(({ id, severity, detail }) => {
    return `${words[severity][language]} (${id}): ${detail[language]}`;
  });
  const width = Math.max(...Object.values(labels).map((label) => label[language].length)) + 2;
  const facts = factsOf(report, language).map(
    ([label, fact]) => `${labels[label][language].padEnd(width)}${fact}`,
  );
  return [...(found.length === 0 ? [words.fine[language]] : found), '', ...facts];
}

type Fact = readonly [label: keyof typeof labels, fact: string];

function factsOf(report: Report, language: Language): Fact[] {
  const { store, mail, backups, dataFolder, version } = report;
  const say = (text: Text) => text[language];
  const paused = mail.pausedSince === null ? '' : ` · ${say(words.paused)}`;
  const rest: Fact[] = [
    ['free', dataFolder.freeBytes === null ? '?' : megabytes(dataFolder.freeBytes, language)],
    [
      'backup',
      backups?.last ? `${backups.last.finishedAt.toISOString()} ${backups.last.file}` : say(words.none),
    ],
    [
      'mail',
      `${mail.transport} · ${mail.owed} ${say(words.owed)} · ${mail.refused} ${say(words.refused)}${paused}`,
    ],
    ['version', version],
  ];
  if (store.state !== 'up') return [['store', `${store.kind} ${store.place}: ${say(store.why)}`], ...rest];
  const documents = Object.entries(store.documents).map(([name, count]) => `${name} ${count}`);
  return [
    ['store', `${store.kind} ${store.place}`],
    ['size', megabytes(store.sizeBytes, language)],
    ['documents', documents.join(', ') || say(words.none)],
    ['schema', `${store.schema.data ?? '–'} / ${store.schema.program}`],
    ['clock', `${store.clockAheadMs >= 0 ? '+' : ''}${store.clockAheadMs} ms`],
    ...rest,
  ];
}

const megabytes = (bytes: number, language: Language) => `${formatPoints(bytes / 1_000_000, language)} MB`;
