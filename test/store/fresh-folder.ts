import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach } from 'vitest';
import { type EmbeddedStore, openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';

type Closing = () => Promise<unknown>;

export interface FreshFolder {
  readonly path: string;
  open(options?: Parameters<typeof openEmbeddedStore>[1]): Promise<EmbeddedStore>;
  client(uri: string): Promise<MongoClient>;
  /** The process that serves the folder. */
  serverPid(): number;
  /** Runs after the test, the last one first. */
  later(close: Closing): void;
}

/** A folder of its own for each test of a file; what was opened in it is closed. */
export function freshFolder(): FreshFolder {
  let path = '';
  const closing: Closing[] = [];
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'pegel-'));
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    rmSync(path, { recursive: true, force: true });
  });
  return {
    get path() {
      return path;
    },
    async open(options) {
      const store = await openEmbeddedStore(path, options);
      closing.push(() => store.close());
      return store;
    },
    async client(uri) {
      const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 20_000 }).connect();
      closing.push(() => client.close());
      return client;
    },
    serverPid: () => serverPid(path),
    later: (close) => closing.push(close),
  };
}

export function serverPid(folder: string): number {
  return JSON.parse(readFileSync(join(folder, 'store.lock'), 'utf8')).pid;
}
