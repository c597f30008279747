import { readFile } from 'node:fs/promises';
import { fieldIdsOf } from '../console-rooms.ts';
import { importOffices as importOfficesOf, previewImport } from '../offices/import-offices.ts';
import type { ImportResponse } from '../offices/offices.wire.ts';
import { loadCatalog } from '../questionnaires/catalog.ts';
import { catalogFolder } from '../questionnaires/catalog-folder.ts';
import { type Command, type CommandWorld, UsageError } from './command.ts';
import { unreadable } from './files/input-files.ts';
import { readOptions } from './options.ts';
import { withStores } from './with-stores.ts';

export const importOffices: Command = {
  async run(args, world) {
    const options = readOptions(args, { 'dry-run': 'flag' }, 1);
    const [path] = options.rest;
    if (path === undefined) throw new UsageError('<file.csv>');
    const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      throw unreadable(path, String(error.code));
    });
    const fieldIds = fieldIdsOf(await loadCatalog(catalogFolder()));
    const act = options.flag('dry-run') ? previewImport : importOfficesOf;
    const done = await withStores(world, (stores) =>
      act({ ...stores, fieldIds, now: () => new Date() }, file),
    );
    report(done, world);
  },
};

function report(done: ImportResponse, { json, language, print }: CommandWorld): void {
  if (json) {
    print(JSON.stringify(done));
    return;
  }
  const { created, changed, unchanged } = done.offices;
  const { contacts, notInFile, problems } = done;
  print(
    language === 'de'
      ? `Ämter: ${created.length} neu, ${changed.length} geändert, ${unchanged} unverändert. Ansprechpersonen: ${contacts.created} neu, ${contacts.changed} geändert.`
      : `Offices: ${created.length} new, ${changed.length} changed, ${unchanged} unchanged. Contacts: ${contacts.created} new, ${contacts.changed} changed.`,
  );
  if (notInFile.length > 0) {
    print(`${language === 'de' ? 'Nicht in der Datei' : 'Not in the file'}: ${notInFile.join(', ')}`);
  }
  for (const { row, column, found, detail } of problems) {
    print(`${language === 'de' ? 'Zeile' : 'Row'} ${row}, ${column} „${found}“: ${detail[language]}`);
  }
}
