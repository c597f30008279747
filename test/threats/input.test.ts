import { gzipSync } from 'node:zlib';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../server/operations.ts';
import { linkTo, september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import {
  type KnownIds,
  openedIds,
  pathOf,
  sampleRequests,
  withEachValueReplaced,
} from '../http/sample-requests.ts';

type Operation = (typeof operations)[number];

const nameOf = ({ method, path }: Operation) => `${method} ${path}`;
const named = (list: readonly Operation[]) =>
  list.map((operation) => ({ name: nameOf(operation), operation }));
const writing = operations.filter(({ request }) => request !== undefined);
const withParameters = operations.filter(({ path }) => path.includes('{'));

let started: StartedPegel;
let officer: Agent;
let link: string;
let ids: KnownIds;
let before: Record<string, unknown[]>;

beforeAll(async () => {
  started = await startPegel({ at: september });
  officer = await started.officer();
  ids = await openedIds(started, officer);
  link = await linkTo(officer, ids.waveId, 'a10@stadt.example');
  before = await databaseDump(started.folder);
});
afterAll(async () => {
  const after = await databaseDump(started.folder);
  const { status } = await supertest(started.url).get('/api/health');
  await started.stop();
  expect(status, 'the server lives').toBe(200);
  expect(after, 'nothing was written').toEqual(before);
  expect('polluted' in {}).toBe(false);
});

/** As somebody who may do it, a quarter of an hour later each time, so that refused sign-ins do not add up. */
function asked(operation: Operation, path = pathOf(operation.path, ids)) {
  started.clock.pass(16 * 60_000);
  const request = officer[operation.method](path);
  return operation.access === 'link' ? request.set('Authorization', `Link ${link}`) : request;
}
const send = (operation: Operation, body: string | object) =>
  asked(operation).set('Content-Type', 'application/json').send(body);

const hostile: readonly unknown[] = [
  { $ne: null },
  { $gt: '' },
  { $regex: '.*' },
  { $where: 'sleep(1000)' },
  ['x'],
  { _bsontype: 'ObjectId', id: 'x' },
  { 'a.b': 1 },
];

describe('T32: in place of any value, an operator or another form', () => {
  it.each(named(writing))('is refused in the JSON of $name, at its place', async ({ name, operation }) => {
    for (const value of hostile) {
      for (const { path, body } of withEachValueReplaced(sampleRequests[name] ?? {}, value)) {
        const answer = await send(operation, body as object);
        expect(answer.status, `${path}: ${JSON.stringify(value)}`).toBe(400);
        const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).join(' ');
        expect(pointers).toContain(`#/${path.replaceAll('.', '/')}`);
      }
    }
  });

  it.each(named(writing))('is refused in a form sent to $name', async ({ operation }) => {
    for (const form of ['email[$ne]=x&password[$ne]=x', 'saveId=x', '{"a":1}=']) {
      const answer = await asked(operation).type('form').send(form);
      expect(answer.status).toBe(400);
    }
  });

  const queries = [
    'x=1',
    'x[$ne]=1',
    'waveId[$ne]=x',
    'waveId[]=x',
    'waveId=a&waveId=b',
    'waveId=$where',
    'officeId[$gt]=',
    'language[$regex]=.*',
    'dryRun[$ne]=x',
    '__proto__=1',
    '__proto__[polluted]=1',
    'constructor[prototype][polluted]=1',
    '%24where=1',
    `${'a'.repeat(5_000)}=1`,
  ];
  it.each(named(operations))('is refused in the query of $name', async ({ operation }) => {
    for (const query of queries) {
      const answer = await asked(operation, `${pathOf(operation.path, ids)}?${query}`).send(
        operation.method === 'get' ? undefined : sampleRequests[nameOf(operation)],
      );
      expect(answer.status, query).toBe(400);
      expect(answer.type).toBe('application/problem+json');
      expect(answer.body.errors.length).toBeGreaterThan(0);
    }
  });

  const badIds = [
    '$ne',
    'a.b',
    '%00',
    '..%2f..%2fetc%2fpasswd',
    '%7B%22$ne%22:null%7D',
    '[object%20Object]',
    'x%0d%0aSet-Cookie:%20a=b',
    '%E2%80%AE',
    'x'.repeat(81),
    "'%20or%201=1",
  ];
  it.each(named(withParameters))('is refused as an id in the path of $name', async ({ name, operation }) => {
    for (const bad of badIds) {
      for (const parameter of operation.path.match(/\{\w+\}/g) ?? []) {
        const path = pathOf(operation.path.replace(parameter, bad), ids);
        const answer = await asked(operation, path).send(
          operation.method === 'get' ? undefined : sampleRequests[name],
        );
        expect(answer.status, path).toBe(400);
        expect(answer.headers['set-cookie']?.includes('a=b')).not.toBe(true);
      }
    }
  });

  it.each(named(withParameters))(
    'finds nothing under the names of prototypes in $name',
    async ({ name, operation }) => {
      for (const prototype of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
        const path = operation.path.replace('{id}', prototype).replace('{n}', '1');
        const answer = await asked(operation, pathOf(path, ids)).send(
          operation.method === 'get' ? undefined : sampleRequests[name],
        );
        expect(answer.status, path).toBe(404);
      }
    },
  );
});

describe('T33: what is sorted, chosen or filtered', () => {
  const reading = operations.filter(({ method }) => method === 'get');
  it.each(named(reading))('is not for the sender of $name to say', async ({ operation }) => {
    for (const query of ['sort=name', 'select=passwordHash', 'fields=all', 'filter=x', 'limit=1', 'skip=1']) {
      const answer = await asked(operation, `${pathOf(operation.path, ids)}?${query}`);
      expect(answer.status, query).toBe(400);
      expect(JSON.stringify(answer.body.errors)).toContain(query.split('=')[0]);
    }
  });
});

describe('T34: names that begin with $ or hold a dot, at any depth', () => {
  it.each(named(writing))('are refused by $name', async ({ operation }) => {
    for (const bad of ['$set', '$where', 'a.b', '.', '__proto__']) {
      const text = `{"${bad}":1}`;
      for (const sent of [
        text,
        `{"x":[[${text}]]}`,
        `{"seen":${text},"answers":{}}`,
        `{"seen":{"m":${text}},"answers":{}}`,
        `{"seen":{},"answers":${text}}`,
        `{"seen":{},"answers":{"d1_1":{"value":${text}}}}`,
      ]) {
        const answer = await send(operation, sent);
        expect(answer.status, sent).toBe(400);
        expect(answer.body.errors[0].pointer).toContain(bad);
      }
    }
  });
});

describe('what cannot be read', () => {
  it.each(named(writing))('is refused by $name with what is wrong and where', async ({ operation }) => {
    const { body } = await send(operation, '{"a": 1,, "b": 2}').expect(400);
    expect(body).toMatchObject({ type: '/problems/malformed-request' });
    expect(body.errors).toMatchObject([{ pointer: '#' }]);
    expect(body.errors[0].detail).toMatch(/Zeichen 8/);
    expect(JSON.stringify(body)).not.toContain('"b"');
    const cut = await send(operation, '{"a": 1').expect(400);
    expect(cut.body.errors[0].detail).toMatch(/bricht ab|ab Zeichen/);
  });

  it.each(named(writing))('says in $name how much is allowed when it is too much', async ({ operation }) => {
    const { body } = await send(operation, JSON.stringify({ x: 'x'.repeat(1_100_000) })).expect(413);
    expect(body.detail).toMatch(/höchstens (64|256|1024) kB/);
    const bomb = gzipSync(JSON.stringify({ x: 'x'.repeat(20_000_000) }));
    const packed = await asked(operation)
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'gzip')
      .serialize((sent) => sent as unknown as string)
      .send(bomb);
    expect(packed.status).toBe(413);
  });

  it.each(named(writing))('is refused by $name whatever its packing or signs', async ({ operation }) => {
    const sent = '{"a":1}';
    const json = () => asked(operation).set('Content-Type', 'application/json');
    await json().set('Content-Encoding', 'gzip').send(sent).expect(400);
    await json().set('Content-Encoding', 'zzz').send(sent).expect(415);
    await asked(operation).set('Content-Type', 'application/json; charset=klingon').send(sent).expect(415);
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'a']) {
      await asked(operation).set('Content-Type', type).send(sent).expect(400);
    }
  });

  it.each(named(writing))(
    'is answered briefly by $name, however many things are wrong with it',
    async ({ operation }) => {
      const many = (n: number, nameAt: (at: number) => string) =>
        Object.fromEntries(Array.from({ length: n }, (_, at) => [nameAt(at), 'x']));
      const floods: readonly unknown[] = [
        many(4_000, (at) => `k${at}`),
        { seen: many(4_000, (at) => `1k${at}`), answers: many(4_000, (at) => `%${at}`) },
        { seen: many(4_000, (at) => `k${at}`), answers: {} },
        { changes: Array.from({ length: 9_000 }, () => ({ a: 1 })), saveId: 'x' },
        { officeIds: Array.from({ length: 9_000 }, () => 1) },
      ];
      for (const flood of floods) {
        const answer = await send(operation, JSON.stringify(flood));
        expect([400, 413]).toContain(answer.status);
        expect(answer.text.length).toBeLessThan(40_000);
      }
    },
  );

  it('is refused before anybody looks at each of its values, be it wide or deep', async () => {
    const operation = operations.find(({ path }) => path === '/api/r/submission') as Operation;
    const wide = await send(operation, JSON.stringify(Array(400_000).fill(0))).expect(400);
    expect(wide.body.errors[0].detail).toContain('20000 Werte');
    const keys = Array.from({ length: 60_000 }, (_, at) => `"k${at}":0`).join();
    const members = await send(operation, `{"seen":{${keys}}}`).expect(400);
    expect(members.body.errors).toMatchObject([{ pointer: '#/seen' }]);
    for (const deep of [
      '['.repeat(400_000) + ']'.repeat(400_000),
      `${'{"a":'.repeat(90_000)}1${'}'.repeat(90_000)}`,
    ]) {
      const { body } = await send(operation, deep).expect(400);
      expect(body.errors[0].detail).toBe('Das ist zu tief verschachtelt.');
    }
  });

  it.each([
    '/%E0%A4%A',
    '/r/%E0%A4%A',
    '/api/waves/%E0%A4%A',
    '/assets/%00',
    '/assets/..%2f..%2fpackage.json',
  ])('is an address like %s, refused as such', async (path) => {
    const { status, type, body } = await officer.get(path);
    expect({ status, type }).toEqual({ status: 400, type: 'application/problem+json' });
    expect(body.detail).not.toContain('JSON');
  });
});

describe('methods nobody needs', () => {
  it.each(named(operations))('do nothing at $name', async ({ operation }) => {
    const path = pathOf(operation.path, ids);
    const known = new Set(
      operations.filter((one) => one.path === operation.path).map(({ method }) => method),
    );
    for (const method of ['post', 'put', 'patch', 'delete', 'options', 'trace'] as const) {
      if (method !== 'options' && method !== 'trace' && known.has(method)) continue;
      const answer = await officer[method](path).set('X-HTTP-Method-Override', operation.method).send();
      expect([400, 404], method).toContain(answer.status);
      expect(answer.headers['access-control-allow-methods']).toBeUndefined();
    }
  });
});
