import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Loopback = { readonly kind: 'loopback'; readonly port: number; readonly password: string };

const fileOf = (home: string) => join(home, 'store.address');

/** The port and password of a folder's store; null where it is reached by a socket. */
export function readLoopback(home: string): Loopback | null {
  try {
    const { port, password }: Record<string, unknown> = JSON.parse(readFileSync(fileOf(home), 'utf8'));
    if (typeof port !== 'number' || typeof password !== 'string') return null;
    return { kind: 'loopback', port, password };
  } catch {
    return null;
  }
}

/** For the owner of the folder alone, and whole at any moment. */
export function writeLoopback(home: string, { port, password }: Loopback): void {
  const draft = `${fileOf(home)}.new`;
  writeFileSync(draft, JSON.stringify({ port, password }), { mode: 0o600 });
  renameSync(draft, fileOf(home));
}
