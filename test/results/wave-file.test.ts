import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../server/cli/run.ts';
import { personOf, severalWave } from '../builders/several.ts';
import { linkTo, openedWave, september } from '../builders/wave.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { allAt, personWith } from '../responses/asked-offices.ts';

let started: StartedPegel;
beforeAll(async () => {
  started = await startPegel({ at: september });
});
afterAll(() => started.stop());

async function compared(file: unknown): Promise<{ code: number; said: string; city: { index: unknown } }> {
  const path = join(started.folder, 'wave.json');
  await writeFile(path, JSON.stringify(file));
  const [printed, said]: [string[], string[]] = [[], []];
  const code = await run(['compare', '--from', path, '--to', path, '--json'], {
    env: { LANG: 'de_DE.UTF-8' },
    print: (line) => printed.push(line),
    say: (line) => said.push(line),
    readInput: async () => '',
    stop: new AbortController().signal,
  });
  return { code, said: said.join('\n'), ...JSON.parse(printed.join('\n') || '{}') };
}

describe('the file of a wave', () => {
  it('is what "pegel compare" reads, where an office answered once', async () => {
    const officer = await started.officer();
    const { wave } = await openedWave(officer);
    await started.pegel.tick();
    for (const email of ['a10@stadt.example', 'a20@stadt.example']) {
      const person = personWith(started.url, await linkTo(officer, wave.id, email));
      await person.submit({ seen: {}, answers: allAt(2) }).expect(200);
    }
    const { body } = await officer.get(`/api/waves/${wave.id}/wave.json`).expect(200);
    expect(Object.keys(body)).toEqual(['questionnaire', 'offices', 'responses']);
    expect(await compared(body)).toMatchObject({ code: 0, said: '', city: { index: { n: 2, mean: 0 } } });
  });

  it('is what it reads where many people answered', async () => {
    const wave = await severalWave(started, { asked: { a: 5, b: 6 } });
    for (const [code, count] of [
      ['a', 5],
      ['b', 6],
    ] as const) {
      for (let at = 0; at < count; at += 1) {
        await personOf(wave, code, at)
          .submit({ seen: {}, answers: allAt(at % 5) })
          .expect(200);
      }
    }
    await wave.close();
    await started.pegel.tick();
    const { body } = await wave.officer.get(`/api/waves/${wave.waveId}/wave.json`).expect(200);
    expect(await compared(body)).toMatchObject({ code: 0, said: '', city: { index: { n: 2, mean: 0 } } });
  });
});
