import { StoreError } from './store-error.ts';

/** Hands out a result in batches; `done` once nothing is left. */
export type Feed = { take(count: number): Promise<Buffer[]> | Buffer[]; done(): boolean };
export type Batch = { id: bigint; docs: Buffer[] };

type Cursor = { ns: string; feed: Feed; usedAt: number; lasting: boolean };
type Opening = { batchSize: number | null; singleBatch: boolean; lasting?: boolean };

const firstBatchSize = 101;
const maxBatchBytes = 8 * 1024 * 1024;
const idleMs = 10 * 60_000;

/** Open cursors. They live in memory, as in MongoDB: a restart ends them. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();
  #lastId = 0n;

  /** `lasting`: it may idle for as long as it likes. */
  async open(ns: string, feed: Feed, { batchSize, singleBatch, lasting = false }: Opening): Promise<Batch> {
    const docs = await takeBatch(feed, batchSize ?? firstBatchSize);
    if (singleBatch || (feed.done() && batchSize !== 0)) return { id: 0n, docs };
    this.#lastId += 1n;
    const id = this.#lastId;
    this.#open.set(id, { ns, feed, usedAt: Date.now(), lasting });
    return { id, docs };
  }

  async more(id: bigint, ns: string, batchSize: number | null): Promise<Batch> {
    const cursor = this.#open.get(id);
    if (cursor === undefined || cursor.ns !== ns) throw new StoreError(43, `cursor id ${id} not found`);
    cursor.usedAt = Date.now();
    const docs = await takeBatch(cursor.feed, batchSize ?? Number.POSITIVE_INFINITY);
    cursor.usedAt = Date.now();
    if (!cursor.feed.done()) return { id, docs };
    this.#open.delete(id);
    return { id: 0n, docs };
  }

  kill(id: bigint): boolean {
    return this.#open.delete(id);
  }

  /** Forgets the cursors that nobody has asked for ten minutes. */
  dropIdle(now: number): void {
    for (const [id, { usedAt, lasting }] of this.#open) {
      if (!lasting && now - usedAt > idleMs) this.#open.delete(id);
    }
  }
}

async function takeBatch(feed: Feed, count: number): Promise<Buffer[]> {
  const docs: Buffer[] = [];
  let bytes = 0;
  while (docs.length < count && bytes < maxBatchBytes) {
    const some = await feed.take(Math.min(count - docs.length, 128));
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
