import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { isAlive, ownIdentity, readOwner, releaseLock, removeStaleLock, tryLock } from './folder-lock.ts';
import { startThread } from './start-thread.ts';

export type EmbeddedStore = {
  /** Where mongoose or the driver connects, without a database name's options changed. */
  uri: string;
  /** False when another process owns the folder and this one is its client. */
  owner: boolean;
  close(): Promise<void>;
};

const maxSocketPath = 100;
const patienceMs = 15_000;
const restartMs = 1_000;

/**
 * Opens the store in a folder. The first process owns it and serves it from a worker thread; every
 * further one becomes its client. A folder whose owner is gone is taken over.
 */
export async function openEmbeddedStore(folder: string): Promise<EmbeddedStore> {
  const home = resolve(folder);
  claimFolder(home);
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const store = (await own(home)) ?? (await joinOwner(home));
    if (store !== null) return store;
    await wait(25);
  }
  throw new Error(
    `Der Datenordner ${home} ist belegt, antwortet aber nicht. / The data folder ${home} is in use but does not answer.`,
  );
}

function claimFolder(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    chmodSync(home, 0o700);
    accessSync(home, constants.W_OK);
  } catch (error) {
    throw new Error(
      `Der Datenordner ${home} ist nicht beschreibbar. / The data folder ${home} is not writable. (${String(error)})`,
    );
  }
}

async function own(home: string): Promise<EmbeddedStore | null> {
  const address = socketAddress(home);
  if (!tryLock(home, ownIdentity(address.path))) {
    if (address.folder !== null) rmSync(address.folder, { recursive: true });
    return null;
  }
  const release = () => {
    rmSync(address.folder ?? address.path, { recursive: true, force: true });
    releaseLock(home);
  };
  try {
    const service = await startService(join(home, 'store.mdb'), address.path);
    return {
      uri: uriOf(address.path),
      owner: true,
      close: async () => {
        await service.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function joinOwner(home: string): Promise<EmbeddedStore | null> {
  const owner = readOwner(home);
  if (owner === null || !isAlive(owner)) {
    removeStaleLock(home);
    return null;
  }
  if (!(await answers(owner.address))) return null;
  return { uri: uriOf(owner.address), owner: false, close: async () => {} };
}

/** In the folder itself, or in a short 0700 folder of its own: Node cuts socket paths at 107 bytes. */
function socketAddress(home: string): { path: string; folder: string | null } {
  const path = join(home, 'store.sock');
  if (Buffer.byteLength(path) <= maxSocketPath) return { path, folder: null };
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  return { path: join(folder, 's.sock'), folder };
}

/** A client looks every second whether the store is there: it is soon back after the worker starts again. */
function uriOf(path: string): string {
  const options = 'directConnection=true&retryWrites=false&heartbeatFrequencyMS=1000&socketTimeoutMS=60000';
  return `mongodb://${encodeURIComponent(path)}/pegel?${options}`;
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const settle = (reached: boolean) => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}

type Service = { stop(): Promise<void> };

async function startService(file: string, address: string): Promise<Service> {
  let stopping = false;
  let worker = await startWorker(file, address);
  const watch = () => {
    worker.once('exit', () => {
      if (!stopping) void restart();
    });
  };
  const restart = async () => {
    try {
      worker = await startWorker(file, address);
      watch();
      if (stopping) await worker.terminate();
    } catch (error) {
      process.emitWarning(`The embedded store did not start again: ${String(error)}`);
      if (!stopping) setTimeout(restart, restartMs).unref();
    }
  };
  watch();
  return {
    stop: async () => {
      stopping = true;
      if (worker.threadId < 0) return;
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage('stop');
      await ended;
    },
  };
}

function startWorker(file: string, address: string): Promise<Worker> {
  const worker = startThread({
    beside: import.meta.url,
    name: 'worker',
    workerData: { file, address },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker));
    worker.once('error', reject);
  });
}
