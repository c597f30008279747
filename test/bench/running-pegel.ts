import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../harness/free-port.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Running {
  readonly pid: number;
  /** From the start of the process to its first answer. */
  readonly startedInMs: number;
}

/** Runs a Node program on a free port until `use` is done with it. */
export async function runningProgram<Result>(
  { argsOn, path, dataFolder }: { argsOn(port: number): readonly string[]; path: string; dataFolder: string },
  use: (running: Running) => Result | Promise<Result>,
): Promise<Result> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, argsOn(port), {
    cwd: root,
    stdio: 'ignore',
    env: { PATH: '/usr/bin:/bin', PORT: String(port), PEGEL_DATA: dataFolder },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    for (let attempt = 0; attempt < 3_000; attempt++) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
      if (answer?.ok) return await use({ pid: child.pid ?? 0, startedInMs: performance.now() - start });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('the process did not answer within its bound');
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** As `npm start` does, built already. */
export function runningPegel<Result>(
  dataFolder: string,
  use: (running: Running) => Result | Promise<Result>,
): Promise<Result> {
  const argsOn = () => ['--disable-proto=delete', 'server/cli/pegel.mjs', 'start'];
  return runningProgram({ argsOn, path: '/api/health', dataFolder }, use);
}
