import { join } from 'node:path';
import { BSON, type Document } from 'bson';
import { Catalog } from '../../server/store/embedded/catalog.ts';
import type { Store } from '../../server/store/embedded/commands/command.ts';
import { answer } from '../../server/store/embedded/commands/dispatch.ts';
import { Cursors } from '../../server/store/embedded/cursors.ts';
import { Disk } from '../../server/store/embedded/disk.ts';
import { readMessage } from '../../server/store/embedded/wire.ts';

export type InProcess = { store: Store; run(command: Document): Promise<Document>; close(): Promise<void> };

/** The embedded store without worker and socket; commands still pass through the wire format. */
export function inProcess(folder: string, plans = true): InProcess {
  const catalog = new Catalog();
  const disk: Disk = new Disk(join(folder, 'store.mdb'), () => catalog.load(disk));
  catalog.load(disk);
  const store: Store = { disk, catalog, cursors: new Cursors(), address: 'none', plans };
  return {
    store,
    run: async (command) =>
      BSON.deserialize(await answer(store, readMessage(message({ ...command, $db: 'test' })).command)),
    close: () => disk.close(),
  };
}

/** An OP_MSG with one body section. */
export function message(command: Document): Buffer {
  const body = BSON.serialize(command);
  const head = Buffer.alloc(21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(7, 4);
  head.writeInt32LE(2013, 12);
  return Buffer.concat([head, body]);
}
