import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { damaged } from './disk-fault.ts';
import type { Reach } from './store-address.ts';
import { StoreUnusable, type UnusableReason } from './store-unusable.ts';

/** What the store's process says once, when it is there or cannot be. */
export type ServerReport =
  | { kind: 'ready' }
  | { kind: 'busy' }
  | { kind: 'unusable'; reason: UnusableReason; de: string; en: string }
  | { kind: 'failed'; message: string };

export type StoreProcess = {
  /** Resolves when it has ended, in order or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts the process that serves a folder; null when another one has it.
 *
 * @throws StoreUnusable
 */
export async function startStoreProcess(home: string, reach: Reach): Promise<StoreProcess | null> {
  const child = forkServer([home, reach]);
  const ended = once(child, 'exit').then(() => {});
  const report = await Promise.race([firstReport(child), ended.then(() => null)]);
  if (report?.kind === 'ready') return { ended, stop: () => stop(child, ended) };
  await ended;
  if (report?.kind === 'busy') return null;
  if (report?.kind === 'unusable') throw new StoreUnusable(report.reason, report);
  if (child.signalCode !== null) throw damaged(join(home, 'store.mdb'), child.signalCode);
  throw new Error(`The embedded store did not start: ${report?.message ?? `exit ${child.exitCode}`}`);
}

/** The compiled file, or its TypeScript source where sources run. */
function forkServer(args: readonly string[]): ChildProcess {
  const isSource = import.meta.url.endsWith('.ts');
  const program = fileURLToPath(new URL(isSource ? './serve-store.ts' : './serve-store.js', import.meta.url));
  const execArgv = isSource ? ['--import', import.meta.resolve('tsx')] : [];
  return fork(program, args, {
    execArgv,
    serialization: 'json',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

async function firstReport(child: ChildProcess): Promise<ServerReport> {
  const [report] = await once(child, 'message');
  return report;
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.connected) child.disconnect();
  await ended;
}
