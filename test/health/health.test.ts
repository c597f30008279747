import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeFacts } from '../../server/health/judge-facts.ts';
import type { Facts, StoreFacts } from '../../server/health/report.ts';
import { openedWave, september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { runPegel } from '../harness/run-pegel.ts';
import { startSmtp } from '../harness/smtp.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';

let folder: string;
let started: StartedPegel | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
});
afterEach(async () => {
  await started?.stop();
  started = null;
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

const store: StoreFacts = {
  ...{ state: 'up', kind: 'embedded', place: '/data', sizeBytes: 1, documents: {}, clockAheadMs: 3 },
  ...{ schema: { data: 2, program: 2 }, secretFits: true, hasWaves: true },
};
const sound: Facts = {
  ...{ version: '1', at: september, url: 'https://pegel.musterstadt.example', trustsProxy: true },
  ...{ timeZone: 'Europe/Berlin', secretMode: 0o600, jobs: [], store },
  dataFolder: { path: '/data', freeBytes: 5e9, mode: 0o700 },
  mail: { transport: 'smtp', owed: 0, retrying: 0, refused: 0, pausedSince: null, server: 'works' },
  backups: {
    folder: '/backups',
    last: { finishedAt: new Date(september.getTime() - 3_600_000), file: 'b', bytes: 1 },
    failure: null,
  },
};
const hoursAgo = (hours: number) => new Date(september.getTime() - hours * 3_600_000);
const why = { de: 'Grund', en: 'reason' };

describe('what is wrong with an installation', () => {
  it('is nothing when all is well', () => {
    expect(judgeFacts(sound)).toEqual([]);
  });

  const rows: readonly (readonly [id: string, severity: string, facts: Partial<Facts>])[] = [
    ['store', 'problem', { store: { state: 'down', kind: 'mongodb', place: 'db', why } }],
    ['schema', 'problem', { store: { ...store, schema: { data: 3, program: 2 } } }],
    ['schema', 'warning', { store: { ...store, schema: { data: 1, program: 2 } } }],
    ['secret', 'problem', { store: { ...store, secretFits: false } }],
    ['clock', 'warning', { store: { ...store, clockAheadMs: -6_000 } }],
    ['disk', 'warning', { dataFolder: { ...sound.dataFolder, freeBytes: 5e8 } }],
    ['disk', 'problem', { dataFolder: { ...sound.dataFolder, freeBytes: 5e7 } }],
    ['folder-mode', 'problem', { dataFolder: { ...sound.dataFolder, mode: 0o755 } }],
    ['secret-mode', 'problem', { secretMode: 0o644 }],
    ['proxy', 'warning', { trustsProxy: false }],
    ['backup', 'warning', { backups: { folder: null, last: null, failure: null } }],
    [
      'backup',
      'warning',
      { backups: { folder: '/b', last: { finishedAt: hoursAgo(37), file: 'b', bytes: 1 }, failure: null } },
    ],
    [
      'backup',
      'problem',
      { backups: { folder: '/b', last: null, failure: { at: september, error: 'full' } } },
    ],
    ['mail-paused', 'warning', { mail: { ...sound.mail, pausedSince: september, owed: 3 } }],
    ['mail-refused', 'warning', { mail: { ...sound.mail, refused: 2 } }],
    ['mail-server', 'problem', { mail: { ...sound.mail, server: { error: 'no' } } }],
    ['mail-folder', 'warning', { mail: { ...sound.mail, transport: 'folder' } }],
    ['jobs', 'problem', { jobs: [{ name: 'sendOwedMails', lastSuccessAt: null, failingSince: september }] }],
  ];

  it.each(rows)('%s is a %s', (id, severity, facts) => {
    expect(judgeFacts({ ...sound, ...facts })).toEqual([
      { id, severity, detail: { de: expect.any(String), en: expect.any(String) } },
    ]);
  });
});

describe('the health of a server', () => {
  it('tells everybody whether it works, and the officer everything', async () => {
    started = await startPegel({ folder, at: september });
    const { body } = await started.agent.get('/api/health').expect(200);
    expect(body).toMatchObject({ status: 'ok', live: true, ready: true, problems: [] });
    await started.agent.get('/api/health/report').expect(401);
    const officer = await started.officer();
    await openedWave(officer);
    await started.pegel.tick();
    const report = (await officer.get('/api/health/report').expect(200)).body;
    expect(report).toMatchObject({
      store: { state: 'up', kind: 'embedded', place: folder, documents: { offices: 3, waves: 1 } },
      mail: { transport: 'folder', owed: 0 },
      backups: { last: null },
    });
    expect(report.store.sizeBytes).toBeGreaterThan(0);
    expect(report.dataFolder.freeBytes).toBeGreaterThan(0);
    expect(report.jobs.map(({ name }: { name: string }) => name)).toContain('sendOwedMails');
    expect(report.findings.map(({ id }: { id: string }) => id)).toEqual(['backup', 'mail-folder']);
  });
});

describe('a server whose store hangs', () => {
  const storePid = () => Number(JSON.parse(readFileSync(join(folder, 'store.lock'), 'utf8')).pid);

  it('says so to probes and to the monitoring, signed in or not, and is well again afterwards', async () => {
    const token = 'a-token-for-the-monitoring';
    started = await startPegel({ folder, at: september, env: { PEGEL_METRICS_TOKEN: token } });
    const { agent } = started;
    const cookie = 'pegel.sid.3000=s%3Anobody.signature';
    const probe = () => agent.get('/api/health').set('Cookie', cookie);
    const figures = () => agent.get('/api/metrics').set({ Authorization: `Bearer ${token}` });
    expect((await figures().expect(200)).text).toContain('pegel_store_up 1\n');
    process.kill(storePid(), 'SIGSTOP');
    try {
      expect((await probe().expect(503)).body).toMatchObject({ status: 'down', live: true, ready: false });
      await agent.get('/api/health/live').expect(200);
      const { text } = await figures().expect(200);
      expect(text).toContain('pegel_store_up 0\n');
      expect(text).not.toContain('pegel_store_documents{');
    } finally {
      process.kill(storePid(), 'SIGCONT');
    }
    expect((await probe().expect(200)).body).toMatchObject({ ready: true });
  });
});

describe('pegel doctor', () => {
  const doctor = (env: Record<string, string> = {}, ...words: string[]) =>
    runPegel(['doctor', ...words], { PEGEL_DATA: folder, LANG: 'en', ...env });

  it('reports beside a running server and without one, and changes nothing', async () => {
    started = await startPegel({ folder, at: september });
    await started.officer();
    const before = await databaseDump(folder);
    const beside = await doctor();
    expect(beside).toMatchObject({ code: 0, stdout: expect.stringContaining(`embedded ${folder}`) });
    expect(await databaseDump(folder)).toEqual(before);
    await started.stop();
    started = null;
    const { stdout } = await doctor({}, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ store: { state: 'up', documents: { accounts: 1 } } });
  });

  it('makes nothing where there is nothing', async () => {
    const { code, stdout } = await doctor({ PEGEL_DATA: join(folder, 'none') });
    expect([code, stdout]).toEqual([0, expect.stringContaining('nothing in')]);
    await expect(
      import('node:fs/promises').then(({ access }) => access(join(folder, 'none'))),
    ).rejects.toThrow();
  });

  it('names another secret, an open folder and a mail server that does not answer', async () => {
    started = await startPegel({ folder, at: september });
    await started.stop();
    started = null;
    const smtp = await startSmtp();
    const settings = { SMTP_URL: smtp.url, PEGEL_URL: 'http://localhost:3000' };
    expect(await doctor(settings, '--smtp')).toMatchObject({ code: 0 });
    await smtp.stop();
    const { code, stdout } = await doctor(
      { ...settings, PEGEL_SECRET: 'another secret of thirty-two bytes for tests' },
      '--smtp',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('PROBLEM (secret)');
    expect(stdout).toContain('PROBLEM (mail-server)');
  });

  it('says what is wrong with a database it cannot open, and reports the rest', async () => {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder, 'store.mdb'), Buffer.alloc(40_000, 'not a store '));
    const { code, stdout } = await doctor();
    expect(code).toBe(1);
    expect(stdout).toMatch(/PROBLEM \(store\): .*is damaged/);
    expect(stdout).toContain('free on the disk');
    const away = await doctor({
      MONGODB_URI: 'mongodb://user:geheim@127.0.0.1:1/pegel',
      PEGEL_SECRET: 'x'.repeat(32),
    });
    expect(away.code).toBe(1);
    expect(away.stdout).toContain('127.0.0.1:1');
    expect(away.stdout).not.toContain('geheim');
  }, 60_000);
});
