import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, figure, median } from './report.ts';
import { type Running, runningPegel, runningProgram } from './running-pegel.ts';

const bare = `
  import express from 'express';
  import 'mongoose';
  const app = express();
  app.get('/', (_req, res) => res.json({}));
  app.listen(Number(process.argv[1]), '127.0.0.1');
`;

const bareOn = (port: number) => ['--input-type=module', '-e', bare, String(port)];
const untilAnswered = ({ startedInMs }: Running) => startedInMs;

/** Time from `npm start` (built already) to the first answer, against a bare Express server with mongoose loaded. */
export async function startTime(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pegel-bench-'));
  const pegel: number[] = [];
  const yardstick: number[] = [];
  for (let round = 0; round < 5; round++) {
    yardstick.push(await runningProgram({ argsOn: bareOn, path: '/', dataFolder: folder }, untilAnswered));
    pegel.push(await runningPegel(folder, untilAnswered));
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
