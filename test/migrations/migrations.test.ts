import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../server/store/connect.ts';
import { createLeaseStore } from '../../server/store/lease-store.ts';
import type { Migration } from '../../server/store/migrations/migration.ts';
import { runMigrations } from '../../server/store/migrations/run-migrations.ts';
import { readSchemaVersion, schemaVersion } from '../../server/store/migrations/schema-version.ts';
import { writeDatabase } from '../../server/store/whole-database.ts';
import { september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { runPegel } from '../harness/run-pegel.ts';
import { startPegel } from '../harness/start-pegel.ts';
import { openDatabase } from '../harness/test-database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (): Promise<Store> => openDatabase(folder);

/** What the program of an earlier schema stored and showed; made by that program. */
function fixtureOf(schema: number) {
  const file = join(import.meta.dirname, `schema-${schema}.ndjson.gz`);
  const [facts = '', ...lines] = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  const documents = lines.map((line): { c: string; d: string } => JSON.parse(line));
  return { ...JSON.parse(facts), lines: documents.map(({ c, d }) => ({ collection: c, document: d })) };
}

async function load(schema: number) {
  const fixture = fixtureOf(schema);
  const store = await open();
  await writeDatabase(
    store.connection,
    (async function* () {
      yield* fixture.lines;
    })(),
  );
  await store.close();
  return fixture;
}

describe('data of the first release', () => {
  it('is brought up to date, shows what it showed, and goes on: links, drafts, owed mails', async () => {
    const { secret, closedWave, openWave, openLink, results } = await load(1);
    const started = await startPegel({ at: september, folder, env: { PEGEL_SECRET: secret } });
    const officer = await started.officer();
    const { waves } = (await officer.get('/api/waves').expect(200)).body;
    expect(waves.map(({ state }: { state: string }) => state).sort()).toEqual(['closed', 'draft', 'open']);
    await started.pegel.tick();
    const now = (await officer.get(`/api/waves/${closedWave}/results`).expect(200)).body;
    expect(now.cityScore.index).toBe(results.cityScore.index);
    const scoresOf = (offices: { code: string; index: unknown; dimensions: unknown }[]) =>
      offices.map(({ code, index }) => [code, index]);
    expect(scoresOf(now.offices)).toEqual(scoresOf(results.offices));
    const auth = { authorization: `Link ${openLink}` };
    const page = (await started.agent.get('/api/r').set(auth).expect(200)).body;
    expect(Object.keys(page.answers)).toHaveLength(7);
    const changes = [{ key: 'd1_1', base: page.answers.d1_1.revision, value: { value: 4 } }];
    await started.agent
      .patch('/api/r/answers')
      .set(auth)
      .send({ saveId: 'save-later-0001', changes })
      .expect(200);
    const { mails } = (await officer.get(`/api/outbox?waveId=${openWave}`).expect(200)).body;
    expect(mails.filter(({ state }: { state: string }) => state === 'owed')).toEqual([]);
    await started.stop();
    const store = await open();
    expect(await readSchemaVersion(store.connection)).toBe(schemaVersion);
    expect(await store.connection.collection('officeScores').countDocuments()).toBe(0);
    await store.close();
  });
});

describe('the schema', () => {
  it('of a new database is the newest at once', async () => {
    const started = await startPegel({ folder });
    await started.stop();
    const store = await open();
    expect(await readSchemaVersion(store.connection)).toBe(schemaVersion);
    await store.close();
  });

  it('of a newer program is refused by every command, and nothing is changed', async () => {
    const started = await startPegel({ folder });
    await started.stop();
    const store = await open();
    const newer = { _id: schemaVersion + 1, name: 'later', appliedAt: september };
    await store.connection.collection<typeof newer>('migrations').insertOne(newer);
    await store.close();
    const before = await databaseDump(folder);
    for (const words of [['start'], ['token', 'create'], ['rescore', '--wave', 'x']]) {
      const { code, stderr } = await runPegel(words, { PEGEL_DATA: folder, PORT: '0' });
      expect([words, code]).toEqual([words, 1]);
      expect(stderr).toContain(`Schema ${schemaVersion + 1}`);
    }
    expect(await databaseDump(folder)).toEqual(before);
    const doctor = await runPegel(['doctor'], { PEGEL_DATA: folder });
    expect(doctor).toMatchObject({ code: 1, stdout: expect.stringContaining('PROBLEM (schema)') });
  });
});

describe('migrations', () => {
  /** Adds one to a counter of every office, whichever it has not counted yet. */
  const counting = (number: number, work: () => Promise<void> = async () => {}): Migration => ({
    number,
    name: `step ${number}`,
    async run(connection) {
      const todo = { steps: { $ne: number } };
      await connection
        .collection('offices')
        .updateMany(todo, { $inc: { n: 1 }, $addToSet: { steps: number } });
      await work();
    },
  });

  async function withOffices(work: (store: Store) => Promise<void>): Promise<void> {
    const store = await open();
    await store.connection.collection('offices').insertMany([{ code: '1' }, { code: '2' }]);
    await work(store);
    await store.close();
  }
  const counts = async ({ connection }: Store) =>
    (await connection.collection('offices').find().toArray()).map((office) => office['n']);

  it('run once each and in order, whichever of several instances does it', async () => {
    await withOffices(async (store) => {
      const migrations = [counting(2), counting(3)];
      const leases = createLeaseStore(store.connection);
      const deps = { leases, now: () => september, migrations };
      await Promise.all([1, 2, 3].map(() => runMigrations(store.connection, deps)));
      expect(await counts(store)).toEqual([2, 2]);
      const applied = await store.connection.collection('migrations').find().sort({ _id: 1 }).toArray();
      expect(applied.map(({ _id, name }) => [_id, name])).toEqual([
        [2, 'step 2'],
        [3, 'step 3'],
      ]);
    });
  });

  it('that ended in the middle are finished at the next start', async () => {
    await withOffices(async (store) => {
      const leases = createLeaseStore(store.connection);
      const broken = counting(2, () => Promise.reject(new Error('power cut')));
      const deps = { leases, now: () => september };
      await expect(runMigrations(store.connection, { ...deps, migrations: [broken] })).rejects.toThrow(
        'power cut',
      );
      expect(await readSchemaVersion(store.connection)).toBe(1);
      await runMigrations(store.connection, { ...deps, migrations: [counting(2)] });
      expect(await counts(store)).toEqual([1, 1]);
      expect(await readSchemaVersion(store.connection)).toBe(2);
    });
  });
});
