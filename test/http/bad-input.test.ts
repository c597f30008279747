import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../server/operations.ts';
import { september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import {
  type KnownIds,
  openedIds,
  pathOf,
  sampleRequests,
  withEachValueReplaced,
} from './sample-requests.ts';

const writing = operations.filter(({ request }) => request !== undefined);
const nameOf = ({ method, path }: (typeof operations)[number]) => `${method} ${path}`;

const hostileValues: readonly unknown[] = [
  { $ne: null },
  { $gt: '' },
  { $regex: '.*' },
  ['x'],
  { _bsontype: 'ObjectId', id: 'x' },
  { constructor: 1 },
];

describe('bad input', () => {
  let started: StartedPegel;
  let officer: Agent;
  let ids: KnownIds;
  let before: Record<string, unknown[]>;

  beforeAll(async () => {
    started = await startPegel({ at: september });
    officer = await started.officer();
    ids = await openedIds(started, officer);
    before = await databaseDump(started.folder);
  });
  afterAll(async () => {
    const after = await databaseDump(started.folder);
    await started.stop();
    expect(after, 'nothing was written').toEqual(before);
  });

  /** A quarter of an hour later, so that refused sign-ins do not add up. */
  const send = (operation: (typeof operations)[number], body: string | object) => {
    started.clock.pass(16 * 60_000);
    return officer[operation.method](pathOf(operation.path, ids))
      .set('Content-Type', 'application/json')
      .send(body);
  };

  it('has a sample of every operation that takes a request', () => {
    expect(Object.keys(sampleRequests).sort()).toEqual(writing.map(nameOf).sort());
  });

  describe.each(writing.map((operation) => ({ name: nameOf(operation), operation })))(
    '$name',
    ({ name, operation }) => {
      const sample = sampleRequests[name] ?? {};

      it('refuses malformed JSON', async () => {
        const { status, type, body } = await send(operation, '{"a": ');
        expect({ status, type, problem: body.type }).toEqual({
          status: 400,
          type: 'application/problem+json',
          problem: '/problems/malformed-request',
        });
      });

      it('refuses a field it does not know, by name', async () => {
        const { status, body } = await send(operation, { ...sample, unbekanntesFeld: 1 });
        expect(status).toBe(400);
        expect(JSON.stringify(body.errors)).toContain('unbekanntesFeld');
      });

      it.each(['_id', 'role', 'score', 'frozen', '__proto__', '$set', 'a.b'])(
        'refuses %s from outside',
        async (field) => {
          const sent = JSON.stringify(sample).replace(
            /^\{/,
            `{"${field}": 1${Object.keys(sample).length ? ',' : ''}`,
          );
          const { status } = await send(operation, sent);
          expect(status).toBe(400);
          expect('polluted' in {}).toBe(false);
        },
      );

      it('refuses what is no object', async () => {
        for (const body of ['[]', '"x"', '7', 'null', 'true']) {
          expect((await send(operation, body)).status).toBe(400);
        }
      });

      it('refuses operators and other forms in place of every value', async () => {
        for (const hostile of hostileValues) {
          for (const { path, body } of withEachValueReplaced(sample, hostile)) {
            const answer = await send(operation, body as object);
            expect(answer.status, `${path}: ${JSON.stringify(hostile)}`).toBe(400);
            expect(answer.body.errors.length, path).toBeGreaterThan(0);
          }
        }
      });

      it('refuses a form in place of JSON', async () => {
        const url = pathOf(operation.path, ids);
        started.clock.pass(16 * 60_000);
        const answer = await officer[operation.method](url).type('form').send('email[$ne]=x&password[$ne]=x');
        expect(answer.status).toBe(400);
      });

      it('refuses more than it reads', async () => {
        const { status, body } = await send(operation, JSON.stringify({ x: 'x'.repeat(1_100_000) }));
        expect(status).toBe(413);
        expect(body.type).toBe('/problems/too-large');
      });
    },
  );

  const reading = operations.filter(({ method }) => method === 'get');
  it.each(reading.map(nameOf))('%s refuses query parameters it does not know', async (name) => {
    const path = pathOf(name.replace('get ', ''), ids);
    for (const query of [
      'sort=name',
      'filter[$ne]=x',
      'select=passwordHash',
      'waveId[$ne]=x',
      'waveId=a&waveId=b',
    ]) {
      expect((await officer.get(`${path}?${query}`)).status, query).toBe(400);
    }
  });
});
