import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import supertest from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkTo, openedWave } from '../builders/wave.ts';
import { freePort } from '../harness/free-port.ts';
import { startServer } from '../harness/run-pegel.ts';
import { startPegel } from '../harness/start-pegel.ts';

const rounds = 20;
const seed = Date.now() % 1_000_000;
const secret = 'a secret of thirty-two bytes for tests alone';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
  console.log(`seed ${seed}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openWave(): Promise<string[]> {
  const started = await startPegel({ folder, env: { PEGEL_SECRET: secret } });
  const officer = await started.officer();
  const { wave } = await openedWave(officer, { deadline: '2099-12-31' });
  await started.pegel.tick();
  const links = ['a10', 'a20', 'a30'].map((name) => linkTo(officer, wave.id, `${name}@stadt.example`));
  const found = await Promise.all(links);
  await started.stop();
  return found;
}

it(`kill -9 of the server at ${rounds} moments loses no acknowledged answer`, async () => {
  const links = await openWave();
  const revisions = links.map(() => 0);
  const moments = fc.sample(fc.integer({ min: 1, max: 60 }), { numRuns: rounds, seed });
  for (const moment of moments) {
    const port = await freePort();
    const server = await startServer(
      { PEGEL_DATA: folder, PEGEL_SECRET: secret, PORT: String(port), PEGEL_LOG_LEVEL: 'silent' },
      1,
    );
    const agent = supertest(`http://127.0.0.1:${port}`);
    let acknowledged = 0;
    let killed: Promise<unknown> | null = null;
    const saveOn = async (link: string, who: number) => {
      const auth = { authorization: `Link ${link}` };
      const { body } = await agent.get('/api/r').set(auth).expect(200);
      let base = body.answers.d1_1?.revision ?? 0;
      expect(base).toBeGreaterThanOrEqual(revisions[who] ?? 0);
      while (killed === null) {
        const changes = [{ key: 'd1_1', base, value: { value: base % 5 } }];
        const saveId = `save-${who}-${String(base).padStart(8, '0')}-${moment}`;
        const sent = agent.patch('/api/r/answers').set(auth).send({ saveId, changes });
        const answer = await sent.then(
          (one) => one,
          () => null,
        );
        if (answer === null) return;
        expect(answer.status).toBe(200);
        base = answer.body.accepted[0].revision;
        revisions[who] = base;
        acknowledged += 1;
        if (acknowledged === moment) killed = server.stop('SIGKILL');
      }
    };
    await Promise.all(links.map(saveOn));
    await killed;
  }
  console.log(`${revisions.reduce((sum, one) => sum + one, 0)} acknowledged saves`);
});
