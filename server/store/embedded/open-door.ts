import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import type { ListenOptions, Server } from 'node:net';
import { readLoopback, writeLoopback } from './loopback-record.ts';
import { socketPath } from './socket-path.ts';
import type { Reach, StoreAddress } from './store-address.ts';

/** Listens where clients look for the store of a folder; a folder that was once reached by loopback stays so. */
export async function openDoor(server: Server, home: string, reach: Reach): Promise<StoreAddress> {
  if (reach === 'socket' && readLoopback(home) === null) {
    const path = socketPath(home);
    rmSync(path, { force: true });
    if (await listens(server, { path }, hasNoSockets)) {
      chmodSync(path, 0o600);
      return { kind: 'socket', path };
    }
  }
  return openLoopback(server, home);
}

/** The same port and password as before where that is free: clients that go on find the store again. */
async function openLoopback(server: Server, home: string): Promise<StoreAddress> {
  const before = readLoopback(home);
  const host = '127.0.0.1';
  const isBack = before !== null && (await listens(server, { host, port: before.port }, isTaken));
  if (isBack) return before;
  await listens(server, { host, port: 0 }, () => false);
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the store has no port');
  const password = before?.password ?? randomBytes(32).toString('base64url');
  const address = { kind: 'loopback', port: bound.port, password } as const;
  writeLoopback(home, address);
  return address;
}

/** False when it cannot, for a reason that is expected. */
async function listens(
  server: Server,
  where: ListenOptions,
  isExpected: (code: string) => boolean,
): Promise<boolean> {
  server.listen(where);
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && isExpected(String(error.code))) return false;
    throw error;
  }
}

const isTaken = (code: string) => ['EADDRINUSE', 'EACCES'].includes(code);

/** File systems and systems that keep no sockets. */
const hasNoSockets = (code: string) =>
  ['ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EACCES', 'EAFNOSUPPORT', 'EINVAL'].includes(code);
