import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, ObjectId } from 'bson';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeKey } from '../../server/store/embedded/keys.ts';
import { parseSort, sortKey } from '../../server/store/embedded/sorting.ts';
import { runs } from '../harness/long-runs.ts';
import { type InProcess, inProcess } from './in-process.ts';

let folder: string;
let opened: InProcess;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
  opened = inProcess(folder);
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

const text = fc.string({ unit: 'binary', maxLength: 4 });
const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(2.5, -2.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1e-300),
  text,
  fc.constantFrom('a', 'b', 'ä', '😀', '\uFFFD', 'a\0b'),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: -5, max: 5 }).map((ms) => new Date(ms)),
  fc.constantFrom(new ObjectId('64b7f0a2c9e77b0012345678'), new ObjectId('64b7f0a2c9e77b0012345679')),
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.record({ a: scalar }),
);

const types = ['null', 'number', 'string', 'objectId', 'boolean', 'date'];

function typeOf(one: unknown): number {
  if (one === null) return 0;
  if (one instanceof ObjectId) return 3;
  return one instanceof Date ? 5 : types.indexOf(typeof one);
}

/** The manual's order, spelled out slowly. */
function slowCompare(left: unknown, right: unknown): number {
  if (typeOf(left) !== typeOf(right)) return typeOf(left) - typeOf(right);
  if (typeof left === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(String(right)));
  if (left instanceof ObjectId)
    return left.toHexString() < String(right) ? -1 : Number(left.toHexString() > String(right));
  const [one, other] = [Number(left), Number(right)];
  if (Number.isNaN(one) || Number.isNaN(other))
    return Number(Number.isNaN(other)) - Number(Number.isNaN(one));
  return one < other ? -1 : Number(one > other);
}

describe('encoded keys', () => {
  it('compare as their values do, upwards and downwards', () => {
    fc.assert(
      fc.property(scalar, scalar, scalar, (one, other, tail) => {
        const order = Math.sign(slowCompare(one, other));
        const up = Buffer.compare(encodeKey([one, tail], [1, 1]), encodeKey([other, tail], [1, 1]));
        const down = Buffer.compare(encodeKey([one, tail], [-1, 1]), encodeKey([other, tail], [-1, 1]));
        expect([Math.sign(up), Math.sign(down)]).toEqual([order, order === 0 ? 0 : -order]);
      }),
      { numRuns: 2000 * runs },
    );
  });
});

const condition = fc.oneof(
  value.map((v): unknown => v),
  value.map((v) => ({ $ne: v })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq'), value)
    .map(([operator, v]) => ({ [operator]: v })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(value, { maxLength: 3 }).map((list) => ({ $in: list })),
  fc.boolean().map((there) => ({ $exists: there })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $elemMatch: { $gte: low, $lte: high } })),
);
const filter = fc.record({ x: condition, y: condition, 'x.a': condition }, { requiredKeys: [] });
const sort = fc.constantFrom<Document>(
  {},
  { x: 1 },
  { x: -1 },
  { y: 1, x: -1 },
  { x: 1, y: 1, _id: 1 },
  { _id: -1 },
);

function ids(reply: Document): number[] {
  return reply['cursor'].firstBatch.map((doc: Document) => doc['_id']).sort();
}

/** The values a result is sorted by, row by row; rows with equal ones may stand in any order. */
function sortKeys(reply: Document, order: Document): string[] {
  const fields = parseSort(order);
  return reply['cursor'].firstBatch.map((doc: Document) => sortKey(doc, fields).toString('hex'));
}

describe('a search along an index', () => {
  it('finds what a scan finds, in the same order', async () => {
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ x: value, y: value }, { requiredKeys: [] }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(filter, sort), { minLength: 4, maxLength: 4 }),
        fc.constantFrom<Document[]>(
          [{ x: 1 }],
          [{ x: -1 }],
          [{ y: -1, 'x.a': 1 }],
          [{ x: 1 }, { y: 1 }, { 'x.a': -1 }],
        ),
        async (documents, searches, keys) => {
          turn += 1;
          const name = `c${turn}`;
          await opened.run({
            insert: name,
            documents: documents.map((document, _id) => ({ _id, ...document })),
          });
          await opened.run({
            createIndexes: name,
            indexes: keys.map((key) => ({ key, name: JSON.stringify(key) })),
          });
          for (const [wanted, order] of searches) {
            const command = { find: name, filter: wanted, sort: order, batchSize: 1000 };
            opened.store.plans = true;
            const planned = await opened.run(command);
            opened.store.plans = false;
            const scanned = await opened.run(command);
            expect(ids(planned)).toEqual(ids(scanned));
            expect(sortKeys(planned, order)).toEqual(sortKeys(scanned, order));
          }
          opened.store.plans = true;
          await opened.run({ drop: name });
        },
      ),
      { numRuns: 150 * runs },
    );
  });
});

const step = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), id: fc.nat(8), k: fc.nat(4) }),
  fc.record({ kind: fc.constant('inc' as const), id: fc.nat(8), k: fc.integer({ min: -2, max: 2 }) }),
  fc.record({ kind: fc.constant('upsert' as const), id: fc.nat(8), k: fc.nat(4) }),
  fc.record({ kind: fc.constant('delete' as const), id: fc.nat(8), k: fc.nat(4) }),
  fc.record({ kind: fc.constant('deleteAll' as const), id: fc.nat(8), k: fc.nat(4) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What a Map does with a step whose `k` must stay unique. */
function applyToMap(model: Map<number, number>, { kind, id, k }: Step): void {
  const taken = (wanted: number) => [...model].some(([other, value_]) => value_ === wanted && other !== id);
  const present = model.get(id);
  if (kind === 'insert' && present === undefined && !taken(k)) model.set(id, k);
  if (kind === 'inc' && present !== undefined && !taken(present + k)) model.set(id, present + k);
  if (kind === 'upsert' && !taken(k)) model.set(id, k);
  if (kind === 'delete') model.delete(id);
  if (kind === 'deleteAll') for (const [other, value_] of [...model]) if (value_ >= k) model.delete(other);
}

function commandOf(name: string, { kind, id, k }: Step): Document {
  if (kind === 'insert') return { insert: name, documents: [{ _id: id, k }] };
  if (kind === 'inc') return { update: name, updates: [{ q: { _id: id }, u: { $inc: { k } } }] };
  if (kind === 'upsert')
    return { update: name, updates: [{ q: { _id: id }, u: { $set: { k } }, upsert: true }] };
  if (kind === 'delete') return { delete: name, deletes: [{ q: { _id: id }, limit: 1 }] };
  return { delete: name, deletes: [{ q: { k: { $gte: k } }, limit: 0 }] };
}

describe('random operations under a unique index', () => {
  it('leave what they leave in a Map', async () => {
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        turn += 1;
        const name = `m${turn}`;
        const model = new Map<number, number>();
        await opened.run({ createIndexes: name, indexes: [{ key: { k: -1 }, name: 'k', unique: true }] });
        for (const one of steps) {
          applyToMap(model, one);
          await opened.run(commandOf(name, one));
        }
        const expected = [...model].sort(([left], [right]) => left - right).map(([_id, k]) => ({ _id, k }));
        const byData = await opened.run({ find: name, filter: {}, sort: { _id: 1 } });
        const byIndex = await opened.run({ find: name, filter: { k: { $gte: -1000 } }, sort: { k: 1 } });
        expect(byData['cursor'].firstBatch).toEqual(expected);
        expect(byIndex['cursor'].firstBatch).toEqual([...expected].sort((left, right) => left.k - right.k));
        await opened.run({ drop: name });
      }),
      { numRuns: 60 * runs },
    );
  });
});
