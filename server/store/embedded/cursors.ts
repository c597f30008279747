import { StoreError } from './store-error.ts';

/** Hands out a result in batches; `done` once nothing is left. */
export type Feed = { take(count: number): Buffer[]; done(): boolean };
export type Batch = { id: bigint; docs: Buffer[] };

type Cursor = { ns: string; feed: Feed; usedAt: number };

const firstBatchSize = 101;
const maxBatchBytes = 8 * 1024 * 1024;
const idleMs = 10 * 60_000;

/** Open cursors. They live in memory, as in MongoDB: a restart ends them. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();
  #lastId = 0n;

  open(ns: string, feed: Feed, wanted: { batchSize: number | null; singleBatch: boolean }): Batch {
    const docs = takeBatch(feed, wanted.batchSize ?? firstBatchSize);
    if (wanted.singleBatch || (feed.done() && wanted.batchSize !== 0)) return { id: 0n, docs };
    this.#lastId += 1n;
    this.#open.set(this.#lastId, { ns, feed, usedAt: Date.now() });
    return { id: this.#lastId, docs };
  }

  more(id: bigint, ns: string, batchSize: number | null): Batch {
    const cursor = this.#open.get(id);
    if (cursor === undefined || cursor.ns !== ns) throw new StoreError(43, `cursor id ${id} not found`);
    cursor.usedAt = Date.now();
    const docs = takeBatch(cursor.feed, batchSize ?? Number.POSITIVE_INFINITY);
    if (!cursor.feed.done()) return { id, docs };
    this.#open.delete(id);
    return { id: 0n, docs };
  }

  kill(id: bigint): boolean {
    return this.#open.delete(id);
  }

  dropIdle(): void {
    for (const [id, cursor] of this.#open) if (Date.now() - cursor.usedAt > idleMs) this.#open.delete(id);
  }
}

function takeBatch(feed: Feed, count: number): Buffer[] {
  const docs: Buffer[] = [];
  let bytes = 0;
  while (docs.length < count && bytes < maxBatchBytes) {
    const some = feed.take(Math.min(count - docs.length, 128));
    if (some.length === 0) break;
    for (const doc of some) bytes += doc.length;
    docs.push(...some);
  }
  return docs;
}

export function listFeed(docs: readonly Buffer[]): Feed {
  let at = 0;
  return {
    take(count) {
      const some = docs.slice(at, at + count);
      at += some.length;
      return some;
    },
    done: () => at >= docs.length,
  };
}
