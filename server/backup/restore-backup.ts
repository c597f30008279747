import { EJSON } from 'bson';
import type { MailPauseStore } from '../mail/mail-pause-store.ts';
import { Refusal } from '../refusal.ts';
import { createClustered } from '../store/clustered.ts';
import type { Store } from '../store/connect.ts';
import type { LeaseStore } from '../store/lease-store.ts';
import { markRestore, restoreIsUnderWay, unmarkRestore } from '../store/restore-mark.ts';
import { countDocuments, emptyDatabase, type StoredLine, writeDatabase } from '../store/whole-database.ts';
import type { BackupTrailer } from './backup-format.ts';
import { checkBackup, documentsOf } from './read-backup.ts';

export interface RestoreDeps {
  readonly store: Store;
  readonly leases: Pick<LeaseStore, 'isHeld'>;
  readonly mailPauses: Pick<MailPauseStore, 'pause'>;
  readonly now: () => Date;
  /** Of the secret of this installation. */
  readonly fingerprint: string;
  /** The newest schema that this program can read. */
  readonly schemaVersion: number;
}

export interface RestoreCommand {
  readonly file: string;
  /** Whether what is there may be removed. */
  readonly replace: boolean;
  /** Whether the data may go over to the secret of this installation, which ends all links that are out. */
  readonly newLinks: boolean;
}

export interface Restored extends BackupTrailer {
  /** Whether links that are out go on working. */
  readonly linksAreKept: boolean;
}

/**
 * Puts a backup in the place of the database: checked as a whole first, then written under a mark that keeps everybody
 * out until it is complete. Mail stays paused afterwards.
 *
 * @throws Refusal `malformed-request` for a file that is not whole, `conflict` for a database that is in use or not
 *   empty, for a newer schema and for another secret
 */
export async function restoreBackup(deps: RestoreDeps, command: RestoreCommand): Promise<Restored> {
  const { connection } = deps.store;
  await refuseUse(deps);
  let fingerprint: string | null = null;
  const { header, trailer } = await checkBackup(command.file, (line) => {
    fingerprint ??= fingerprintIn(line);
  });
  if (header.schema > deps.schemaVersion) throw newerSchema(header.schema, deps.schemaVersion);
  const linksAreKept = fingerprint === null || fingerprint === deps.fingerprint;
  if (!linksAreKept && !command.newLinks) throw otherSecret();
  const isUnfinished = await restoreIsUnderWay(connection);
  if (!command.replace && !isUnfinished) await refuseData(deps.store);
  await markRestore(connection, deps.now());
  await emptyDatabase(connection);
  await createClustered(connection);
  await deps.mailPauses.pause(deps.now());
  await writeDatabase(connection, withFingerprint(documentsOf(command.file), deps.fingerprint));
  await unmarkRestore(connection);
  return { ...trailer, linksAreKept };
}

async function refuseUse({ store, leases, now }: RestoreDeps): Promise<void> {
  if (store.shared || (await leases.isHeld('ticker', now()))) throw inUse();
}

async function refuseData({ connection }: Store): Promise<void> {
  const counts = Object.entries(await countDocuments(connection));
  if (counts.length === 0) return;
  const list = counts.map(([name, count]) => `${name} ${count}`).join(', ');
  throw new Refusal('conflict', {
    de: `In der Datenbank liegt schon etwas: ${list}. Es wurde nichts geändert. Mit --replace wird es entfernt und durch die Sicherung ersetzt.`,
    en: `There is something in the database: ${list}. Nothing was changed. With --replace it is removed and replaced by the backup.`,
  });
}

function fingerprintIn({ collection, document }: StoredLine): string | null {
  if (collection !== 'fingerprints') return null;
  const { fingerprint }: { fingerprint?: unknown } = EJSON.parse(document);
  return typeof fingerprint === 'string' ? fingerprint : null;
}

async function* withFingerprint(
  lines: AsyncIterable<StoredLine>,
  fingerprint: string,
): AsyncGenerator<StoredLine> {
  for await (const line of lines) {
    if (fingerprintIn(line) === null) yield line;
    else {
      const document = { ...EJSON.parse(line.document, { relaxed: false }), fingerprint };
      yield { ...line, document: EJSON.stringify(document, { relaxed: false }) };
    }
  }
}

const inUse = () =>
  new Refusal('conflict', {
    de: 'Ein Pegel läuft auf dieser Datenbank, oder es lief bis eben. Beenden Sie es, warten Sie zehn Sekunden, und rufen Sie den Befehl noch einmal auf.',
    en: 'A Pegel runs on this database, or ran until a moment ago. Stop it, wait ten seconds, and run the command again.',
  });

const newerSchema = (found: number, known: number) =>
  new Refusal('conflict', {
    de: `Die Sicherung hat Schema ${found}, dieses Pegel kennt nur Schema ${known}. Nehmen Sie eine neuere Version von Pegel. Es wurde nichts geändert.`,
    en: `The backup has schema ${found}, this Pegel knows schema ${known} only. Use a newer version of Pegel. Nothing was changed.`,
  });

const otherSecret = () =>
  new Refusal('conflict', {
    de: 'Die Sicherung gehört zu einem anderen Geheimnis. Legen Sie die Datei „secret“ von damals in den Datenordner, oder setzen Sie PEGEL_SECRET. Ist das Geheimnis verloren: Mit --new-links gilt das jetzige, alle verschickten Links gelten dann nicht mehr und müssen neu gesendet werden. Es wurde nichts geändert.',
    en: 'The backup belongs to another secret. Put the file “secret” of that time into the data folder, or set PEGEL_SECRET. If the secret is lost: with --new-links the present one counts, all links that are out stop working and must be sent again. Nothing was changed.',
  });
