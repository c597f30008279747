import { afterAll, beforeAll, expect, it } from 'vitest';
import { savingPage } from '../builders/saving-page.ts';
import { linkTo, openedWave, september } from '../builders/wave.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { serverPid } from '../store/fresh-folder.ts';

const saves = 200;

let started: StartedPegel;
beforeAll(async () => {
  started = await startPegel({ at: september });
});
afterAll(() => started.stop());

it('a store that dies again and again, also between its commit and its answer, counts every save once', async () => {
  const officer = await started.officer();
  const { wave } = await openedWave(officer, { deadline: '2099-12-31' });
  await started.pegel.tick();
  const page = savingPage(started.agent, await linkTo(officer, wave.id, 'a20@stadt.example'));
  for (let value = 1; value <= saves; value += 1) {
    const saving = page.save(value);
    if (value % 10 === 0) setTimeout(() => process.kill(serverPid(started.folder), 'SIGKILL'), value % 7);
    await saving;
    expect(await page.stored()).toMatchObject({
      revision: value,
      value: { value: value % 5, comment: `Nr. ${value}` },
    });
  }
  expect([...page.told].every((status) => [200, 503].includes(status))).toBe(true);
});
