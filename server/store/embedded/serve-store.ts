import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Catalog } from './catalog.ts';
import { checkPages } from './check-pages.ts';
import type { Store } from './commands/command.ts';
import { answer, refusal } from './commands/dispatch.ts';
import { type Answer, serve } from './connection.ts';
import { Cursors } from './cursors.ts';
import { Disk } from './disk.ts';
import { unusableBy } from './disk-fault.ts';
import { removeExpired } from './expiry.ts';
import { ownIdentity, releaseLock, tryLock } from './folder-lock.ts';
import { tidyUp } from './index-build.ts';
import { openDoor } from './open-door.ts';
import { passwordGate } from './password-gate.ts';
import { endedInOrder, markEnded, markRunning } from './running-mark.ts';
import type { Reach, StoreAddress } from './store-address.ts';
import type { ServerReport } from './store-process.ts';

/**
 * The process that owns a folder: `node serve-store.js <folder> socket|loopback`. It serves until the process that started
 * it says so or is gone.
 */
const [home = '', wanted] = process.argv.slice(2);
const reach: Reach = wanted === 'loopback' ? 'loopback' : 'socket';
const file = join(home, 'store.mdb');
const sweepMs = 60_000;

const report = (said: ServerReport) => process.send?.(said);
const sockets = new Set<Socket>();
const server = createServer();
let store: Store | null = null;
let address: StoreAddress | null = null;
let stopping = false;

async function start(): Promise<void> {
  checkPages(file, endedInOrder(home) ? 'branches' : 'all');
  markRunning(home);
  const catalog = new Catalog();
  const disk: Disk = new Disk(file, () => catalog.load(disk));
  catalog.load(disk);
  const opened: Store = { disk, catalog, cursors: new Cursors(), address: home, plans: true };
  store = opened;
  await tidyUp(opened);
  const sweep = () => {
    opened.cursors.dropIdle(Date.now());
    removeExpired(opened, new Date()).catch((error: unknown) => process.emitWarning(String(error)));
  };
  setInterval(sweep, sweepMs);
  const door = await openDoor(server, home, reach);
  address = door;
  opened.address = door.kind === 'socket' ? door.path : `127.0.0.1:${door.port}`;
  const answerFor = answererOf(opened, door);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(answerFor(), socket);
  });
  report({ kind: 'ready' });
}

/** What answers a connection: whoever reaches the socket may ask, a port asks for the password. */
function answererOf(opened: Store, door: StoreAddress): () => Answer {
  const open: Answer = (command) => answer(opened, command);
  if (door.kind === 'socket') return () => open;
  return passwordGate(door.password, { answer: open, refuse: refusal });
}

/** Nobody is answered any more, everything acknowledged is on disk, and only then the folder is free. */
async function stop(code = 0): Promise<void> {
  if (stopping) return;
  stopping = true;
  server.close();
  for (const socket of sockets) socket.destroy();
  await close().catch((error: unknown) => process.emitWarning(String(error)));
  if (address?.kind === 'socket') rmSync(address.path, { force: true });
  releaseLock(home);
  process.exit(code);
}

async function close(): Promise<void> {
  if (store === null) return;
  await store.disk.close();
  markEnded(home);
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

if (tryLock(home, ownIdentity())) {
  guard();
  await start().catch(failed);
} else {
  // What lies in the folder belongs to somebody else.
  report({ kind: 'busy' });
  process.disconnect?.();
}
