import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { run } from '../../server/cli/run.ts';

// biome-ignore lint/suspicious/noExplicitAny: files of any content
export type Json = any;

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface ScoreFiles {
  readonly questionnaire: Json;
  readonly offices: string;
  readonly responses: Json;
}

/** Runs `pegel <words>` in this process. */
export async function pegel(words: readonly string[], language: 'de' | 'en' = 'de'): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(words, {
    env: { LANG: `${language}.UTF-8` },
    print: (line) => out.push(line),
    say: (line) => err.push(line),
    readInput: async () => '',
    stop: new AbortController().signal,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** Writes the files into a folder of the test file, and runs `pegel score` on them. */
export function scoreOnFiles(usual: ScoreFiles) {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pegel-score-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return async (files: Partial<ScoreFiles>, more: readonly string[] = []): Promise<Ran> => {
    const paths = {
      questionnaire: join(folder, 'q.json'),
      offices: join(folder, 'o.csv'),
      responses: join(folder, 'r.json'),
    };
    const asText = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value));
    await writeFile(paths.questionnaire, asText(files.questionnaire ?? usual.questionnaire));
    await writeFile(paths.offices, files.offices ?? usual.offices);
    await writeFile(paths.responses, asText(files.responses ?? usual.responses));
    return pegel(['score', ...Object.entries(paths).flatMap(([name, path]) => [`--${name}`, path]), ...more]);
  };
}
