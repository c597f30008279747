import { access } from 'node:fs/promises';
import { type Restored, restoreBackup } from '../backup/restore-backup.ts';
import { readConfig } from '../config.ts';
import { makeDataFolder, readSecret, subkey } from '../secret.ts';
import { connectStore } from '../store/connect.ts';
import { schemaVersion } from '../store/migrations/schema-version.ts';
import { createStores } from '../stores.ts';
import { type Command, type CommandWorld, UsageError } from './command.ts';
import { unreadable } from './files/input-files.ts';
import { readOptions } from './options.ts';

/** Puts a backup in the place of the database. */
export const restore: Command = {
  help: {
    de: `Spielt eine Sicherung zurück, in den Datenordner oder in die Datenbank von MONGODB_URI. Pegel muss beendet sein.

  <Datei>      wird zuerst ganz geprüft; stimmt etwas nicht, wird nichts geändert
  --replace    entfernt, was in der Datenbank liegt
  --new-links  nur wenn das Geheimnis verloren ist: Alle verschickten Links gelten nicht mehr

Danach bleibt der Versand von Nachrichten angehalten, bis ihn jemand freigibt: in der Oberfläche oder mit „pegel mail release“.`,
    en: `Restores a backup, into the data folder or into the database of MONGODB_URI. Pegel must be stopped.

  <file>       is checked as a whole first; if anything is wrong, nothing is changed
  --replace    removes what is in the database
  --new-links  only when the secret is lost: all links that are out stop working

Afterwards no mail is sent until somebody releases it: in the console or with “pegel mail release”.`,
  },
  async run(args, world) {
    const options = readOptions(args, { replace: 'flag', 'new-links': 'flag' }, 1);
    const [file] = options.rest;
    if (file === undefined) throw new UsageError('<file>');
    await access(file).catch((error: NodeJS.ErrnoException) => {
      throw unreadable(file, String(error.code));
    });
    const command = { file, replace: options.flag('replace'), newLinks: options.flag('new-links') };
    report(await restoreInto(world, command), world);
  },
};

async function restoreInto(
  { env }: CommandWorld,
  command: Parameters<typeof restoreBackup>[1],
): Promise<Restored> {
  const config = readConfig(env);
  await makeDataFolder(config.dataFolder);
  const secret = await readSecret({ dataFolder: config.dataFolder, given: config.secret });
  const store = await connectStore(config);
  try {
    const fingerprint = subkey(secret, 'fingerprint').toString('base64url');
    const now = () => new Date();
    const stores = createStores(store.connection);
    return await restoreBackup({ ...stores, store, now, fingerprint, schemaVersion }, command);
  } finally {
    await store.close();
  }
}

function report(restored: Restored, { json, language, print, say }: CommandWorld): void {
  if (json) {
    print(JSON.stringify({ ...restored, end: undefined }));
    return;
  }
  const count = Object.values(restored.documents).reduce((sum, one) => sum + one, 0);
  print(
    language === 'de'
      ? `${count} Dokumente zurückgespielt, Prüfsumme ${restored.sha256}`
      : `${count} documents restored, digest ${restored.sha256}`,
  );
  say(
    language === 'de'
      ? 'Der Versand von Nachrichten bleibt angehalten, bis ihn jemand freigibt: in der Oberfläche oder mit „pegel mail release“.'
      : 'No mail is sent until somebody releases it: in the console or with “pegel mail release”.',
  );
  if (restored.linksAreKept) return;
  say(
    language === 'de'
      ? 'Alle bisher verschickten Links gelten nicht mehr. Senden Sie neue.'
      : 'All links sent so far have stopped working. Send new ones.',
  );
}
