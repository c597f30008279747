import { writeBackup } from '../backup/write-backup.ts';
import { programVersion } from '../paths.ts';
import { readSchemaVersion, schemaVersion } from '../store/migrations/schema-version.ts';
import { type Command, UsageError } from './command.ts';
import { readOptions } from './options.ts';
import { withStores } from './with-stores.ts';

/** All data in one file, beside a running server. */
export const backup: Command = {
  help: {
    de: `Schreibt alle Daten in eine Datei, auch während der Server läuft.

  <Datei>   wird angelegt, nur für den Benutzer lesbar; sie enthält Antworten und Adressen, aber nicht das Geheimnis
  --force   ersetzt eine Datei dieses Namens
  --json    ein JSON-Dokument: Datei, Größe, Prüfsumme des Inhalts, Dokumente je Sammlung

Zurück geht es mit „pegel restore“, auch in eine andere Art von Datenbank.`,
    en: `Writes all data into one file, also while the server runs.

  <file>    is made, readable for its user alone; it holds answers and addresses, but not the secret
  --force   replaces a file of that name
  --json    one JSON document: file, size, digest of the content, documents by collection

The way back is “pegel restore”, also into another kind of database.`,
  },
  async run(args, world) {
    const options = readOptions(args, { force: 'flag' }, 1);
    const [file] = options.rest;
    if (file === undefined) throw new UsageError('<file>');
    const made = await withStores(world, ({ backups }, { store }) =>
      writeBackup(
        {
          store,
          backups,
          now: () => new Date(),
          version: programVersion(),
          schemaVersion: async () => (await readSchemaVersion(store.connection)) ?? schemaVersion,
        },
        { file, force: options.flag('force'), signal: world.stop },
      ),
    );
    if (world.json) {
      world.print(JSON.stringify(made));
      return;
    }
    const documents = Object.values(made.documents).reduce((sum, count) => sum + count, 0);
    const kilobytes = Math.ceil(made.bytes / 1024);
    world.print(
      world.language === 'de'
        ? `${made.file}: ${documents} Dokumente, ${kilobytes} kB, Prüfsumme ${made.sha256}`
        : `${made.file}: ${documents} documents, ${kilobytes} kB, digest ${made.sha256}`,
    );
    if (made.consistent) return;
    world.say(
      world.language === 'de'
        ? 'Diese MongoDB ist kein Replica Set. Was während der Sicherung geändert wurde, kann teils enthalten sein.'
        : 'This MongoDB is not a replica set. What was changed during the backup may be in it in part.',
    );
  },
};
