import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Who owns a data folder. `started` tells a process from a later one with the same id. */
export type Owner = { pid: number; boot: string; started: string };

const freshMs = 5_000;

function lockFile(folder: string): string {
  return join(folder, 'store.lock');
}

export function ownIdentity(): Owner {
  return { pid: process.pid, boot: bootId(), started: startTime(process.pid) };
}

/** Makes this process the owner; false when a lock file is there already. */
export function tryLock(folder: string, owner: Owner): boolean {
  return createExclusive(lockFile(folder), JSON.stringify(owner));
}

export function releaseLock(folder: string): void {
  rmSync(lockFile(folder), { force: true });
}

/** The owner written in the lock file; null when there is none or it is not readable. */
export function readOwner(folder: string): Owner | null {
  try {
    const owner: Partial<Owner> = JSON.parse(readFileSync(lockFile(folder), 'utf8'));
    const { pid, boot, started } = owner;
    if (typeof pid !== 'number' || typeof boot !== 'string') return null;
    return typeof started === 'string' ? { pid, boot, started } : null;
  } catch {
    return null;
  }
}

export function isAlive(owner: Owner): boolean {
  if (owner.boot !== bootId()) return false;
  return startTime(owner.pid) === owner.started && signalReaches(owner.pid);
}

function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Removes the lock of a dead owner. Only one process does so at a time, and it looks again under
 * `takeover.lock`, so a lock that somebody just took is never removed.
 */
export function removeStaleLock(folder: string): void {
  const guard = join(folder, 'takeover.lock');
  if (!createExclusive(guard, String(process.pid))) {
    if (age(guard) > freshMs) rmSync(guard, { force: true });
    return;
  }
  try {
    const owner = readOwner(folder);
    const dead = owner === null ? age(lockFile(folder)) > freshMs : !isAlive(owner);
    if (dead) rmSync(lockFile(folder), { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function age(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function createExclusive(file: string, content: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, content);
    closeSync(handle);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** Clock ticks between boot and the start of a process; '' where /proc does not tell. */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
