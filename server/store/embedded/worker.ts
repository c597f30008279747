import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { Catalog } from './catalog.ts';
import type { Store } from './commands/command.ts';
import { serve } from './connection.ts';
import { Cursors } from './cursors.ts';
import { Disk } from './disk.ts';
import { removeExpired } from './expiry.ts';
import { tidyUp } from './index-build.ts';

const sweepMs = 60_000;

const { file, address }: { file: string; address: string } = workerData;
const catalog = new Catalog();
const disk: Disk = new Disk(file, () => catalog.load(disk));
const store: Store = { disk, catalog, cursors: new Cursors(), address, plans: true };
catalog.load(disk);

const sockets = new Set<Socket>();
const server = createServer((socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  serve(store, socket);
});

const sweep = setInterval(() => {
  store.cursors.dropIdle(Date.now());
  removeExpired(store, new Date()).catch((error: unknown) => process.emitWarning(String(error)));
}, sweepMs);

await tidyUp({ disk, catalog });
rmSync(address, { force: true });
server.listen(address, () => {
  chmodSync(address, 0o600);
  parentPort?.postMessage({ ready: true });
});

parentPort?.on('message', () => {
  void stop();
});

/** A fault nobody caught ends this worker in order; its owner starts another. */
process.on('uncaughtException', (error) => {
  process.emitWarning(error);
  void stop();
});

async function stop(): Promise<void> {
  clearInterval(sweep);
  server.close();
  for (const socket of sockets) socket.destroy();
  await disk.close();
  process.exit();
}
