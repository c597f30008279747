import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDuty } from '../../server/jobs/duty.ts';
import { createJobRecord } from '../../server/jobs/job-record.ts';
import { createTicker } from '../../server/jobs/ticker.ts';
import { createLeaseStore } from '../../server/store/lease-store.ts';
import { openTempStore, type TempStore } from '../harness/temp-store.ts';

describe('due work', () => {
  let temp: TempStore;
  beforeAll(async () => {
    temp = await openTempStore();
  });
  afterAll(() => temp.close());

  it('is looked for by one of several instances, and by another when that one is gone', async () => {
    let ms = Date.parse('2026-09-14T08:00:00Z');
    const now = () => new Date(ms);
    const leases = createLeaseStore(temp.store.connection);
    const [one, two] = [createDuty({ leases, now }), createDuty({ leases, now })];
    expect(await one.isMine()).toBe(true);
    for (let tick = 0; tick < 20; tick += 1) {
      ms += 2_000;
      expect([await one.isMine(), await two.isMine()]).toEqual([true, false]);
    }
    ms += 11_000;
    expect(await two.isMine()).toBe(true);
    expect(await one.isMine()).toBe(false);
    await two.end();
    expect(await one.isMine()).toBe(true);
  });

  it('goes on when one kind of it fails, which is logged once until it works again', async () => {
    const logged: { job: string; msg: string }[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        logged.push(JSON.parse(String(chunk)));
        done();
      },
    });
    let broken = true;
    let runs = 0;
    const jobs = [
      {
        name: 'broken',
        run: async () => {
          if (broken) throw new Error('no disk');
        },
      },
      {
        name: 'sound',
        run: async () => {
          runs += 1;
        },
      },
    ];
    const ticker = createTicker({
      record: createJobRecord(),
      jobs,
      now: () => new Date(),
      log: pino(stream),
      isOnDuty: async () => true,
    });
    await ticker.tickNow();
    await ticker.tickNow();
    broken = false;
    await ticker.tickNow();
    await ticker.stop();
    await ticker.tickNow();
    expect(runs).toBe(3);
    expect(logged.map(({ job, msg }) => `${job}: ${msg}`)).toEqual([
      'broken: job failed',
      'broken: job works again',
    ]);
  });

  it('is done one run after the other, however many ask for it at once', async () => {
    let running = 0;
    let most = 0;
    const job = {
      name: 'slow',
      run: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      },
    };
    const log = pino({ level: 'silent' });
    const ticker = createTicker({
      record: createJobRecord(),
      jobs: [job],
      now: () => new Date(),
      log,
      isOnDuty: async () => true,
    });
    ticker.wake();
    await Promise.all([ticker.tickNow(), ticker.tickNow()]);
    expect(most).toBe(1);
    await ticker.stop();
  });
});
