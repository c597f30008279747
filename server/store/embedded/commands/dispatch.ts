import { cannotWrite } from '../disk-fault.ts';
import { StoreError } from '../store-error.ts';
import { type Doc, encode } from '../values.ts';
import { maxMessageBytes } from '../wire.ts';
import { aggregate } from './aggregate.ts';
import * as collections from './collections.ts';
import type { Handler, Store } from './command.ts';
import { copyStore } from './copy-store.ts';
import { count, distinct } from './counting.ts';
import { explain } from './explain.ts';
import { findAndModify } from './find-and-modify.ts';
import * as indexes from './indexes.ts';
import { insert } from './insert.ts';
import * as reading from './reading.ts';
import { collStats, dbStats } from './statistics.ts';
import { remove, update } from './update-delete.ts';

const maxWireVersion = 21;
const invalidBson = 22;

const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['hello', hello],
  ['ismaster', hello],
  ['ping', () => ({ ok: 1 })],
  ['buildinfo', () => ({ version: '7.0.0', versionArray: [7, 0, 0, 0], modules: ['pegel-embedded'], ok: 1 })],
  ['endsessions', () => ({ ok: 1 })],
  ['insert', insert],
  ['find', reading.find],
  ['getmore', reading.getMore],
  ['killcursors', reading.killCursors],
  ['aggregate', aggregate],
  ['count', count],
  ['distinct', distinct],
  ['update', update],
  ['delete', remove],
  ['findandmodify', findAndModify],
  ['create', collections.create],
  ['drop', collections.drop],
  ['dropdatabase', collections.dropDatabase],
  ['createindexes', indexes.createIndexes],
  ['dropindexes', indexes.dropIndexes],
  ['listindexes', indexes.listIndexes],
  ['listcollections', collections.listCollections],
  ['copystore', copyStore],
  ['explain', explain],
  ['dbstats', dbStats],
  ['collstats', collStats],
]);

function hello(store: Store): Doc {
  return {
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    secondary: false,
    setName: 'embedded',
    setVersion: 1,
    hosts: [store.address],
    me: store.address,
    primary: store.address,
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: maxMessageBytes,
    maxWriteBatchSize: 1_000,
    localTime: new Date(),
    minWireVersion: 0,
    maxWireVersion,
    readOnly: false,
    ok: 1,
  };
}

/** Runs one command; refusals and faults become MongoDB's error reply. */
export async function answer(store: Store, command: Doc): Promise<Buffer> {
  try {
    const [name = ''] = Object.keys(command);
    const handler = handlers.get(name.toLowerCase());
    if (handler === undefined) throw new StoreError(59, `no such command: '${name}'`);
    const reply = await handler(store, command);
    return Buffer.isBuffer(reply) ? reply : encode(reply);
  } catch (error) {
    return refusal(placed(error, command));
  }
}

/** A document that cannot be read is named by its collection. */
function placed(error: unknown, command: Doc): unknown {
  if (!(error instanceof StoreError) || error.code !== invalidBson) return error;
  const [name = ''] = Object.keys(command);
  return new StoreError(invalidBson, `${error.message} (${name} in ${command['$db']}.${command[name]})`);
}

export function refusal(error: unknown): Buffer {
  return encode(errorReply(error));
}

function errorReply(error: unknown): Doc {
  if (error instanceof StoreError) {
    return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra };
  }
  const [code, codeName] = cannotWrite(error) ? [14031, 'OutOfDiskSpace'] : [8, 'UnknownError'];
  return { ok: 0, errmsg: `internal error: ${String(error)}`, code, codeName };
}
