import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lies in the folder while its store runs; one that is found there was left by a store that did not end in order. */
const markOf = (home: string) => join(home, 'store.running');

export function endedInOrder(home: string): boolean {
  return !existsSync(markOf(home));
}

export function markRunning(home: string): void {
  writeFileSync(markOf(home), '', { mode: 0o600 });
}

export function markEnded(home: string): void {
  rmSync(markOf(home), { force: true });
}
