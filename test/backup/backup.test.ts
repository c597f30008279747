import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkBackup } from '../../server/backup/read-backup.ts';
import { schemaVersion } from '../../server/store/migrations/schema-version.ts';
import { markRestore } from '../../server/store/restore-mark.ts';
import { linkTo, openedWave, september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { runPegel } from '../harness/run-pegel.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { openDatabase } from '../harness/test-database.ts';

const secret = 'a secret of thirty-two bytes for tests alone';

let folder: string;
const started: StartedPegel[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
});
afterEach(async () => {
  for (const one of started.splice(0)) await one.stop();
  rmSync(folder, { recursive: true, force: true });
});

const place = (name: string) => join(folder, name);

async function start(name: string, more: object = {}): Promise<StartedPegel> {
  const pegel = await startPegel({ at: september, folder: place(name), ...more });
  started.push(pegel);
  return pegel;
}

async function stop(pegel: StartedPegel): Promise<void> {
  started.splice(started.indexOf(pegel), 1);
  await pegel.stop();
}

const cli = (name: string, ...words: string[]) =>
  runPegel([...words, '--json'], { PEGEL_DATA: place(name), PEGEL_SECRET: secret });

const env = { PEGEL_SECRET: secret };

/** Saves one answer after another through the interface until told to stop; what was acknowledged. */
function answering({ agent }: StartedPegel, link: string) {
  let saved = 0;
  let stopped = false;
  const running = (async () => {
    for (let n = 1; !stopped; n += 1) {
      const changes = [{ key: 'd1_1', base: n - 1, value: { value: n % 5 } }];
      const saveId = `save-${String(n).padStart(8, '0')}`;
      const { status } = await agent
        .patch('/api/r/answers')
        .set('Authorization', `Link ${link}`)
        .send({ saveId, changes });
      if (status === 200) saved = n;
    }
  })();
  return {
    saved: () => saved,
    stop: () => {
      stopped = true;
      return running;
    },
  };
}

describe('a backup made while people answer', () => {
  it('restores elsewhere to the same content, with every answer saved before it began', async () => {
    const first = await start('first', { env });
    const officer = await first.officer();
    const { wave } = await openedWave(officer);
    await first.pegel.tick();
    const link = await linkTo(officer, wave.id, 'a20@stadt.example');
    const writer = answering(first, link);
    const before = writer.saved();
    const file = place('b.pegel');
    const made = await cli('first', 'backup', file);
    await writer.stop();
    expect(made).toMatchObject({ code: 0 });
    const backup = JSON.parse(made.stdout);
    expect(backup).toMatchObject({ file, consistent: true });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['b.pegel', 'first']);

    const restored = JSON.parse((await cli('second', 'restore', file)).stdout);
    expect(restored).toMatchObject({
      sha256: backup.sha256,
      documents: backup.documents,
      linksAreKept: true,
    });
    const again = JSON.parse((await cli('second', 'backup', place('c.pegel'))).stdout);
    expect(again.sha256).toBe(backup.sha256);

    const second = await start('second', { env });
    const page = await second.agent.get('/api/r').set('Authorization', `Link ${link}`).expect(200);
    expect(page.body.answers.d1_1?.revision ?? 0).toBeGreaterThanOrEqual(before);
    const dump = await databaseDump(place('second'));
    const ids = (name: string) =>
      new Set((dump[name] ?? []).map((one) => String((one as { _id: unknown })._id)));
    const invitations = ids('invitations');
    for (const mail of dump['outbox'] ?? []) {
      expect(invitations).toContain((mail as { invitationId: string }).invitationId);
    }
    expect(dump['responses']).toHaveLength(1);
  });

  it('holds neither the secret nor a session', async () => {
    const pegel = await start('first', { env });
    await pegel.officer();
    await cli('first', 'backup', place('b.pegel'));
    const content = gunzipSync(readFileSync(place('b.pegel'))).toString();
    expect(content).not.toContain(secret);
    expect(content).not.toContain('"c":"sessions"');
    expect(content).toContain('"c":"accounts"');
  });

  it('does not replace a file unasked, and leaves none behind that is not whole', async () => {
    await start('first', { env });
    writeFileSync(place('b.pegel'), 'mine');
    expect(await cli('first', 'backup', place('b.pegel'))).toMatchObject({ code: 1 });
    expect(readFileSync(place('b.pegel'), 'utf8')).toBe('mine');
    expect(await cli('first', 'backup', place('b.pegel'), '--force')).toMatchObject({ code: 0 });
    await checkBackup(place('b.pegel'), () => {});
  });
});

describe('a restore', () => {
  /** A backup of a Pegel with an account, which is stopped. */
  async function backedUp(): Promise<string> {
    const pegel = await start('first', { env });
    await pegel.officer();
    const file = place('b.pegel');
    await cli('first', 'backup', file);
    await stop(pegel);
    return file;
  }

  const damages = [
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    ['empty', () => Buffer.alloc(0)],
    ['foreign', () => Buffer.from('PK not a backup')],
    ['foreign JSON', () => gzipSync('{"a":1}\n')],
    ['with a changed value', (bytes: Buffer) => edited(bytes, 'Musterstadt', 'Musterstatt')],
    [
      'with a line less',
      (bytes: Buffer) =>
        gzipSync(
          linesOf(bytes)
            .filter((_, at) => at !== 2)
            .join('\n'),
        ),
    ],
    ['without its end', (bytes: Buffer) => gzipSync(linesOf(bytes).slice(0, -2).join('\n'))],
    ['of a newer form', (bytes: Buffer) => edited(bytes, '"version":1', '"version":2')],
    ['of a newer schema', (bytes: Buffer) => edited(bytes, `"schema":${schemaVersion}`, '"schema":99')],
  ] as const;

  it('changes nothing for a file that is not whole, whatever is wrong with it', async () => {
    const file = await backedUp();
    const before = await databaseDump(place('first'));
    const whole = readFileSync(file);
    for (const [how, damage] of damages) {
      writeFileSync(place('bad.pegel'), damage(whole));
      const { code, stderr } = await cli('first', 'restore', place('bad.pegel'), '--replace');
      expect([how, code]).toEqual([how, 1]);
      expect(JSON.parse(stderr).detail, how).toContain('nichts geändert');
    }
    expect(await databaseDump(place('first'))).toEqual(before);
  }, 120_000);

  it('is refused while a Pegel runs, over other data, and with another secret', async () => {
    const file = await backedUp();
    const running = await start('first', { env, schedule: true });
    expect((await cli('first', 'restore', file)).stderr).toContain('Pegel läuft');
    await stop(running);
    expect((await cli('first', 'restore', file)).stderr).toContain('--replace');
    const other = {
      PEGEL_DATA: place('third'),
      PEGEL_SECRET: 'another secret of thirty-two bytes for tests',
    };
    expect((await runPegel(['restore', file], other)).stderr).toContain('anderen Geheimnis');
    expect(await runPegel(['restore', file, '--new-links'], other)).toMatchObject({ code: 0 });
    const started = await start('third', { env: other });
    expect((await started.agent.get('/api/session')).body).toMatchObject({
      setUp: true,
      city: 'Musterstadt',
    });
  }, 120_000);

  it('that was interrupted keeps everybody out until it is run again', async () => {
    const file = await backedUp();
    const store = await openDatabase(place('half'));
    await store.connection.collection('offices').insertOne({ code: 'half' });
    await markRestore(store.connection, september);
    await store.close();
    const refused = await cli('half', 'token', 'create');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('unterbrochen') });
    expect(await cli('half', 'restore', file)).toMatchObject({ code: 0 });
    expect(await databaseDump(place('half'))).toMatchObject({ accounts: [{}] });
    expect((await databaseDump(place('half')))['offices'] ?? []).toEqual([]);
    expect(await cli('half', 'token', 'create')).toMatchObject({ code: 0 });
  }, 120_000);
});

function linesOf(bytes: Buffer): string[] {
  return gunzipSync(bytes).toString().split('\n');
}

function edited(bytes: Buffer, from: string, to: string): Buffer {
  const text = gunzipSync(bytes).toString();
  expect(text).toContain(from);
  return gzipSync(text.replace(from, to));
}

describe('backups by themselves', () => {
  it('are made once a day at their time, also when the server was down then, and the oldest go', async () => {
    const backups = place('backups');
    const settings = {
      ...env,
      PEGEL_BACKUP_FOLDER: backups,
      PEGEL_BACKUP_TIME: '02:30',
      PEGEL_BACKUP_KEEP: '2',
    };
    const pegel = await start('first', { env: settings });
    const tick = async (at: string) => {
      pegel.clock.set(at);
      await pegel.pegel.tick();
      await pegel.pegel.settled();
      return existsSync(backups) ? readdirSync(backups).sort() : [];
    };
    expect(await tick('2026-09-14T08:00:00Z')).toEqual(['pegel-20260914-080000.pegel']);
    expect(await tick('2026-09-15T00:29:00Z')).toHaveLength(1);
    expect(await tick('2026-09-15T00:31:00Z')).toEqual([
      'pegel-20260914-080000.pegel',
      'pegel-20260915-003100.pegel',
    ]);
    writeFileSync(join(backups, 'mine.pegel'), '');
    expect(await tick('2026-09-16T12:00:00Z')).toEqual([
      'mine.pegel',
      'pegel-20260915-003100.pegel',
      'pegel-20260916-120000.pegel',
    ]);
    await checkBackup(join(backups, 'pegel-20260916-120000.pegel'), () => {});
  });

  it('that fail are told, tried again after an hour, and remove nothing', async () => {
    const blocked = place('file');
    writeFileSync(blocked, '');
    const pegel = await start('first', { env: { ...env, PEGEL_BACKUP_FOLDER: join(blocked, 'backups') } });
    const officer = await pegel.officer();
    await pegel.pegel.tick();
    await pegel.pegel.settled();
    const { body } = await officer.get('/api/health/report').expect(200);
    expect(body.findings).toContainEqual(expect.objectContaining({ id: 'backup', severity: 'problem' }));
    rmSync(blocked);
    pegel.clock.pass(30 * 60_000);
    await pegel.pegel.tick();
    await pegel.pegel.settled();
    expect(existsSync(blocked)).toBe(false);
    pegel.clock.pass(31 * 60_000);
    await pegel.pegel.tick();
    await pegel.pegel.settled();
    expect(readdirSync(join(blocked, 'backups'))).toHaveLength(1);
    copyFileSync(join(blocked, 'backups', readdirSync(join(blocked, 'backups'))[0] ?? ''), place('copy'));
    await checkBackup(place('copy'), () => {});
  });
});
