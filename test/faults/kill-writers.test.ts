import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';

const rounds = 50;
const writers = 32;
const seed = Date.now() % 1_000_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
  console.log(`seed ${seed}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How many acknowledged writes each round sees before the end, and who is killed: the program or its store alone. */
const ends = fc.sample(
  fc.record({ after: fc.integer({ min: 1, max: 900 }), who: fc.constantFrom('program', 'store') }),
  { numRuns: rounds, seed },
);

function startWriters(round: number): ChildProcess {
  return fork(
    join(import.meta.dirname, '..', 'store', 'writer.ts'),
    [folder, String(round), String(writers)],
    {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
}

async function killWhileWriting(round: number, acknowledged: Map<string, number>): Promise<void> {
  const { after = 1, who = 'program' } = ends[round] ?? {};
  const child = startWriters(round);
  let seen = 0;
  child.on('message', (report) => {
    const { id, n } = report as { id: string; n: number };
    acknowledged.set(id, Math.max(n, acknowledged.get(id) ?? 0));
    seen += 1;
    if (seen !== after) return;
    const { pid } = JSON.parse(readFileSync(join(folder, 'store.lock'), 'utf8'));
    process.kill(who === 'store' ? pid : child.pid, 'SIGKILL');
    child.kill('SIGKILL');
  });
  await once(child, 'exit');
}

it(`kill -9 at ${rounds} moments under ${writers} writers loses nothing acknowledged, and indexes equal the data`, async () => {
  const acknowledged = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    await killWhileWriting(round, acknowledged);
    const store = await openEmbeddedStore(folder);
    const client = await new MongoClient(store.uri).connect();
    const things = client.db().collection<Document & { _id: string }>('things');
    const stored = await things.find({ _id: { $gte: `${round}-`, $lt: `${round}.` } }).toArray();
    const byId = new Map(stored.map((doc) => [doc._id, doc['n']]));
    const ofRound = [...acknowledged].filter(([id]) => id.startsWith(`${round}-`));
    for (const [id, n] of ofRound) expect(byId.get(id), id).toBeGreaterThanOrEqual(n);
    expect(await things.countDocuments({ n: { $gte: 0 } }, { hint: 'n_1_key_1' })).toBe(
      await things.countDocuments(),
    );
    for (const doc of stored.slice(0, 30)) {
      expect(await things.countDocuments({ n: doc['n'], key: doc['key'] }, { hint: 'n_1_key_1' })).toBe(1);
    }
    await client.close();
    await store.close();
  }
  console.log(`${acknowledged.size} acknowledged documents`);
  expect(acknowledged.size).toBeGreaterThan(rounds);
});
