import type { Facts, Finding } from './report.ts';

const fewBytes = 1_000_000_000;
const hardlyBytes = 100_000_000;
const staleBackupHours = 36;
const clockToleranceMs = 5_000;
const hourMs = 3_600_000;

type Rule = (facts: Facts) => Finding | null;

/** What is wrong with an installation, worst first, each with what to do. */
export function judgeFacts(facts: Facts): Finding[] {
  const found = rules.flatMap((rule) => rule(facts) ?? []);
  return [...found.filter(isProblem), ...found.filter((finding) => !isProblem(finding))];
}

const isProblem = ({ severity }: Finding) => severity === 'problem';

const problem = (id: string, de: string, en: string): Finding => ({
  id,
  severity: 'problem',
  detail: { de, en },
});
const warning = (id: string, de: string, en: string): Finding => ({
  id,
  severity: 'warning',
  detail: { de, en },
});

const rules: readonly Rule[] = [
  ({ store }) => (store.state === 'down' ? problem('store', store.why.de, store.why.en) : null),
  ({ store }) =>
    store.state === 'up' && store.schema.data !== null && store.schema.data > store.schema.program
      ? problem(
          'schema',
          `Die Daten haben Schema ${store.schema.data}, dieses Pegel kennt nur ${store.schema.program}. Nehmen Sie eine neuere Version.`,
          `The data has schema ${store.schema.data}, this Pegel knows ${store.schema.program} only. Use a newer version.`,
        )
      : null,
  ({ store }) =>
    store.state === 'up' && store.schema.data !== null && store.schema.data < store.schema.program
      ? warning(
          'schema',
          `Die Daten haben Schema ${store.schema.data}. Der nächste Start bringt sie auf ${store.schema.program}. Machen Sie vorher eine Sicherung.`,
          `The data has schema ${store.schema.data}. The next start brings it to ${store.schema.program}. Make a backup first.`,
        )
      : null,
  ({ store }) =>
    store.state === 'up' && !store.secretFits
      ? problem(
          'secret',
          'Die Datenbank gehört zu einem anderen Geheimnis. Legen Sie die richtige Datei „secret“ in den Datenordner, oder setzen Sie PEGEL_SECRET.',
          'The database belongs to another secret. Put the right file “secret” into the data folder, or set PEGEL_SECRET.',
        )
      : null,
  freeSpace,
  backups,
  ({ store }) =>
    store.state === 'up' && Math.abs(store.clockAheadMs) > clockToleranceMs
      ? warning(
          'clock',
          `Die Uhr der Datenbank weicht um ${seconds(store.clockAheadMs)} s ab. Gleichen Sie beide Rechner mit NTP ab, sonst schließen Erhebungen zur falschen Zeit.`,
          `The clock of the database is off by ${seconds(store.clockAheadMs)} s. Set both machines by NTP, or waves close at the wrong time.`,
        )
      : null,
  ...mailRules(),
  ({ dataFolder }) =>
    dataFolder.mode !== null && (dataFolder.mode & 0o077) !== 0
      ? problem(
          'folder-mode',
          `Der Datenordner steht anderen offen. Abhilfe: chmod 700 ${dataFolder.path}`,
          `The data folder is open to others. Remedy: chmod 700 ${dataFolder.path}`,
        )
      : null,
  ({ secretMode, dataFolder }) =>
    secretMode !== null && (secretMode & 0o077) !== 0
      ? problem(
          'secret-mode',
          `Die Datei „secret“ steht anderen offen. Abhilfe: chmod 600 ${dataFolder.path}/secret`,
          `The file “secret” is open to others. Remedy: chmod 600 ${dataFolder.path}/secret`,
        )
      : null,
  ({ url, trustsProxy }) =>
    url.startsWith('https:') && !trustsProxy
      ? warning(
          'proxy',
          'PEGEL_URL beginnt mit https, aber PEGEL_TRUST_PROXY ist nicht gesetzt. Hinter einem Proxy gelingt die Anmeldung so nicht.',
          'PEGEL_URL begins with https, but PEGEL_TRUST_PROXY is not set. Behind a proxy nobody can sign in like this.',
        )
      : null,
  ({ jobs }) => {
    const failing = jobs.filter(({ failingSince }) => failingSince !== null).map(({ name }) => name);
    if (failing.length === 0) return null;
    return problem(
      'jobs',
      `Hintergrundarbeit misslingt: ${failing.join(', ')}. Die Ursache steht im Protokoll.`,
      `Background work fails: ${failing.join(', ')}. The cause is in the log.`,
    );
  },
];

const seconds = (ms: number) => Math.round(Math.abs(ms) / 1000);

function freeSpace({ dataFolder: { path, freeBytes } }: Facts): Finding | null {
  if (freeBytes === null || freeBytes >= fewBytes) return null;
  const megabytes = Math.floor(freeBytes / 1_000_000);
  const de = `Auf der Platte von ${path} sind nur noch ${megabytes} MB frei. Schaffen Sie Platz.`;
  const en = `The disk of ${path} has only ${megabytes} MB left. Make room.`;
  return freeBytes < hardlyBytes ? problem('disk', de, en) : warning('disk', de, en);
}

function backups({ backups: known, store, at }: Facts): Finding | null {
  if (known === null || store.state !== 'up') return null;
  const { folder, last, failure } = known;
  if (failure !== null && (last === null || failure.at > last.finishedAt)) {
    return problem(
      'backup',
      `Die letzte Sicherung ist misslungen (${failure.error}). Prüfen Sie den Ordner ${folder ?? ''}.`,
      `The last backup failed (${failure.error}). Check the folder ${folder ?? ''}.`,
    );
  }
  if (last === null && store.hasWaves) {
    return warning(
      'backup',
      'Es gibt noch keine Sicherung. Setzen Sie PEGEL_BACKUP_FOLDER, dann sichert Pegel jede Nacht.',
      'There is no backup yet. Set PEGEL_BACKUP_FOLDER, and Pegel backs up every night.',
    );
  }
  const isStale = last !== null && at.getTime() - last.finishedAt.getTime() > staleBackupHours * hourMs;
  if (folder === null || !isStale) return null;
  return warning(
    'backup',
    `Die letzte Sicherung ist älter als ${staleBackupHours} Stunden. Prüfen Sie, ob Pegel nachts läuft.`,
    `The last backup is older than ${staleBackupHours} hours. Check whether Pegel runs at night.`,
  );
}

function mailRules(): Rule[] {
  return [
    ({ mail: { pausedSince, owed } }) =>
      pausedSince === null
        ? null
        : warning(
            'mail-paused',
            `Der Versand ist seit dem Zurückspielen einer Sicherung angehalten, ${owed} Nachrichten stehen aus. Freigeben: pegel mail release`,
            `Mail has been paused since a backup was restored, ${owed} messages are owed. Release: pegel mail release`,
          ),
    ({ mail: { server } }) =>
      server === null || server === 'works'
        ? null
        : problem(
            'mail-server',
            `Der Postserver nimmt uns nicht an: ${server.error}. Prüfen Sie SMTP_URL.`,
            `The mail server does not take us: ${server.error}. Check SMTP_URL.`,
          ),
    ({ mail: { refused } }) =>
      refused === 0
        ? null
        : warning(
            'mail-refused',
            `${refused} Nachrichten wurden abgelehnt. Die Gründe stehen bei der Erhebung unter „Nachrichten“.`,
            `${refused} messages were refused. The reasons stand at the wave, under “Messages”.`,
          ),
    ({ mail: { transport }, store }) =>
      transport === 'folder' && store.state === 'up' && store.hasWaves
        ? warning(
            'mail-folder',
            'Kein Postserver: Nachrichten werden nur in einen Ordner geschrieben. Setzen Sie SMTP_URL und MAIL_FROM.',
            'No mail server: messages are only written into a folder. Set SMTP_URL and MAIL_FROM.',
          )
        : null,
  ];
}
