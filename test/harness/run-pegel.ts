import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { databaseSettings } from './test-database.ts';

const launcher = fileURLToPath(new URL('../../server/cli/pegel.mjs', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Settings = Readonly<Record<string, string>>;

function pegel(words: readonly string[], settings: Settings) {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, ['--disable-proto=delete', launcher, ...words], {
    env: { PATH, ...databaseSettings(settings['PEGEL_DATA'] ?? ''), ...settings },
  });
}

/** Runs `pegel <words>` to its end. */
export async function runPegel(words: readonly string[], settings: Settings, input = ''): Promise<Run> {
  const child = pegel(words, settings);
  child.stdin.end(input);
  const ended = once(child, 'close');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await ended;
  return { code, stdout, stderr };
}

/** Starts `pegel start` and waits for its first lines. */
export async function startServer(settings: Settings, lines: number) {
  const child = pegel(['start'], settings);
  const ended = once(child, 'close');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length === lines) break;
  }
  return {
    said,
    async stop(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL') {
      child.kill(signal);
      const [code] = await ended;
      return code as number | null;
    },
  };
}
