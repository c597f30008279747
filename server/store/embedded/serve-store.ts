import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Catalog } from './catalog.ts';
import type { Store } from './commands/command.ts';
import { serve } from './connection.ts';
import { Cursors } from './cursors.ts';
import { Disk } from './disk.ts';
import { unusableBy } from './disk-fault.ts';
import { removeExpired } from './expiry.ts';
import { ownIdentity, releaseLock, tryLock } from './folder-lock.ts';
import { tidyUp } from './index-build.ts';
import type { ServerReport } from './store-process.ts';

/**
 * The process that owns a folder: `node serve-store.js <folder> <address>`. It serves until the process that started
 * it says so or is gone.
 */
const [home = '', address = ''] = process.argv.slice(2);
const file = join(home, 'store.mdb');
const sweepMs = 60_000;

const report = (said: ServerReport) => process.send?.(said);
const sockets = new Set<Socket>();
const server = createServer();
let store: Store | null = null;
let stopping = false;

async function start(): Promise<void> {
  const catalog = new Catalog();
  const disk: Disk = new Disk(file, () => catalog.load(disk));
  catalog.load(disk);
  const opened: Store = { disk, catalog, cursors: new Cursors(), address, plans: true };
  store = opened;
  await tidyUp(opened);
  const sweep = () => {
    opened.cursors.dropIdle(Date.now());
    removeExpired(opened, new Date()).catch((error: unknown) => process.emitWarning(String(error)));
  };
  setInterval(sweep, sweepMs);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(opened, socket);
  });
  rmSync(address, { force: true });
  server.listen(address, () => {
    chmodSync(address, 0o600);
    report({ kind: 'ready' });
  });
}

/** Nobody is answered any more, everything acknowledged is on disk, and only then the folder is free. */
async function stop(code = 0): Promise<void> {
  if (stopping) return;
  stopping = true;
  server.close();
  for (const socket of sockets) socket.destroy();
  await store?.disk.close().catch((error: unknown) => process.emitWarning(String(error)));
  rmSync(address, { force: true });
  releaseLock(home);
  process.exit(code);
}

function failed(error: unknown): void {
  const unusable = unusableBy(error, file);
  if (unusable === null) report({ kind: 'failed', message: String(error) });
  else report({ kind: 'unusable', reason: unusable.reason, ...unusable.sentences });
  void stop(1);
}

function guard(): void {
  // The terminal and the service manager signal the whole group; the store outlives whoever still writes to it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  process.on('message', () => void stop());
  process.on('disconnect', () => void stop());
  // Of a failed commit lmdb rejects, beside the promise of each writer, one that nobody can reach.
  process.on('unhandledRejection', (reason) => {
    if (!(reason instanceof Error && 'commitError' in reason)) throw reason;
  });
  process.on('uncaughtException', (error) => {
    process.emitWarning(error);
    void stop(1);
  });
}

if (tryLock(home, ownIdentity(address))) {
  guard();
  await start().catch(failed);
} else {
  // What lies in the folder belongs to somebody else.
  report({ kind: 'busy' });
  process.disconnect?.();
}
