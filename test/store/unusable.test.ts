import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BSON } from 'bson';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownIdentity, tryLock } from '../../server/store/embedded/folder-lock.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { claimFolder, networkFileSystem } from '../../server/store/embedded/store-folder.ts';
import { runPegel } from '../harness/run-pegel.ts';
import { serverPid } from './fresh-folder.ts';
import { inProcess } from './in-process.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
  file = join(folder, 'store.mdb');
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

async function fill(): Promise<Buffer> {
  const opened = inProcess(folder);
  const documents = Array.from({ length: 300 }, (_, n) => ({ _id: n, text: 'x'.repeat(500) }));
  await opened.run({ insert: 'things', documents });
  await opened.close();
  return readFileSync(file);
}

const refusal = async (reason: string) => {
  await expect(openEmbeddedStore(folder, { patienceMs: 2_000 })).rejects.toMatchObject({
    name: 'StoreUnusable',
    reason,
  });
};

/** What `pegel start` says, and nothing but that. */
async function said(): Promise<string> {
  const { code, stderr } = await runPegel(['start'], {
    PEGEL_DATA: folder,
    MONGODB_URI: '',
    PORT: '0',
    LANG: 'en',
  });
  expect(code).toBe(1);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  return stderr;
}

describe('a damaged file', () => {
  it.each([
    ['foreign', () => Buffer.alloc(40_000, 'not a store ')],
    ['without its first page', (whole: Buffer) => whole.subarray(8192)],
    [
      'with zeros in both heads',
      (whole: Buffer) => Buffer.concat([Buffer.alloc(16_384), whole.subarray(16_384)]),
    ],
    ['with a bit turned in its head', (whole: Buffer) => turned(whole, 25)],
  ])('%s is named, with what to do, and left as it is', async (_how, damage) => {
    const bytes = damage(await fill());
    writeFileSync(file, bytes);
    await refusal('damaged');
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('cut short is refused in a sentence by whoever starts Pegel', async () => {
    const whole = await fill();
    truncateSync(file, 3 * 8192);
    writeFileSync(file, Buffer.concat([withLastPage(whole.subarray(0, 3 * 8192), 9_000n)]));
    expect(await said()).toMatch(/store\.mdb is damaged .*restore/);
  });

  it('damaged anywhere else answers, refuses or says so, and never takes its program down', async () => {
    const whole = await fill();
    const ends = new Set<string>();
    for (let at = 16_384; at < whole.length; at += 41_234) {
      writeFileSync(file, turned(turned(whole, at), at + 12));
      ends.add(await endOf());
    }
    for (const end of ends) expect(['read', 'refused', 'damaged']).toContain(end);
  });

  /** What the next start says of a file that ended its store. */
  async function reopened(): Promise<string> {
    const store = await openEmbeddedStore(folder, { patienceMs: 5_000 }).catch((error: Error) => error);
    if (store instanceof Error) return 'reason' in store ? String(store.reason) : String(store);
    await store.close();
    return 'gone';
  }

  /** Opens the folder and reads all of it. */
  async function endOf(): Promise<string> {
    const { MongoClient } = await import('mongodb');
    const store = await openEmbeddedStore(folder, { patienceMs: 2_000 }).catch((error: Error) => error);
    if (store instanceof Error) return 'reason' in store ? String(store.reason) : String(store);
    const client = new MongoClient(store.uri, { serverSelectionTimeoutMS: 300 });
    try {
      await client.db('test').collection('things').find().toArray();
      return 'read';
    } catch (error) {
      if (!(error instanceof Error) || !error.name.startsWith('MongoNetwork')) return 'refused';
    } finally {
      await client.close();
      await store.close();
    }
    return reopened();
  }
});

function turned(whole: Buffer, at: number): Buffer {
  const bytes = Buffer.from(whole);
  bytes[at] = 0xff ^ (bytes[at] ?? 0);
  return bytes;
}

/** Both heads say that the file goes up to a page. */
function withLastPage(bytes: Buffer, page: bigint): Buffer {
  const changed = Buffer.from(bytes);
  for (const head of [0, 8192]) changed.writeBigUInt64LE(page, head + 144);
  return changed;
}

describe('a data folder', () => {
  it('of a newer format is left alone', async () => {
    await fill();
    const opened = inProcess(folder);
    const { disk } = opened.store;
    const header = BSON.serialize({ version: 2, lastId: 9 });
    await disk.write(() => disk.catalog.put(Buffer.from('!format'), Buffer.from(header)));
    await opened.close();
    const before = readFileSync(file);
    await refusal('newer-format');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(await said()).toContain('newer version');
  });

  it('that cannot be one is refused at once', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(openEmbeddedStore(join(folder, 'file'))).rejects.toMatchObject({ reason: 'not-writable' });
    await expect(openEmbeddedStore('/proc/pegel')).rejects.toMatchObject({ reason: 'not-writable' });
    const { code, stderr } = await runPegel(['start'], {
      PEGEL_DATA: '/proc/pegel',
      MONGODB_URI: '',
      PORT: '0',
    });
    expect([code, stderr]).toEqual([1, expect.stringContaining('/proc/pegel')]);
  });

  it('whose owner does not answer is named', async () => {
    expect(tryLock(folder, ownIdentity())).toBe(true);
    await refusal('not-answering');
  });

  it('whose store hangs is named too, and served again when it goes on', async () => {
    const hanging = await openEmbeddedStore(folder);
    process.kill(serverPid(folder), 'SIGSTOP');
    await refusal('not-answering');
    process.kill(serverPid(folder), 'SIGCONT');
    const second = await openEmbeddedStore(folder);
    expect(second).toMatchObject({ owner: false, uri: hanging.uri });
    await second.close();
    await hanging.close();
  });

  it('on a network share is refused by name', () => {
    expect([0x6969, 0xff534d42, -11_317_950, 0x65735546].map(networkFileSystem)).toEqual([
      ...['NFS', 'CIFS', 'CIFS', 'FUSE'],
    ]);
    expect(networkFileSystem(statfsSync(folder).type)).toBeNull();
    claimFolder(folder);
  });
});
