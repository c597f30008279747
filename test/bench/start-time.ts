import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../harness/free-port.ts';
import { type Figure, figure } from './report.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Milliseconds from starting a process until a GET is answered. */
async function untilAnswered(
  argsOn: (port: number) => readonly string[],
  path: string,
  dataFolder: string,
): Promise<number> {
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
      if (answer?.ok) return performance.now() - start;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('the process did not answer within its bound');
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

const bare = `
  import express from 'express';
  import 'mongoose';
  const app = express();
  app.get('/', (_req, res) => res.json({}));
  app.listen(Number(process.argv[1]), '127.0.0.1');
`;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Time from `npm start` (built already) to the first answer, against a bare Express server with mongoose loaded. */
export async function startTime(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pegel-bench-'));
  const pegel: number[] = [];
  const yardstick: number[] = [];
  for (let round = 0; round < 5; round++) {
    yardstick.push(
      await untilAnswered((port) => ['--input-type=module', '-e', bare, String(port)], '/', folder),
    );
    pegel.push(
      await untilAnswered(
        () => ['--disable-proto=delete', 'server/cli/pegel.mjs', 'start'],
        '/api/health',
        folder,
      ),
    );
  }
  await rm(folder, { recursive: true, force: true });
  return [
    figure({
      name: 'from start to listening, embedded store',
      value: median(pegel),
      unit: 'ms',
      yardstick: { name: 'bare Express with mongoose loaded, ms', value: median(yardstick) },
      budget: 'value ≤ 1500',
    }),
  ];
}
