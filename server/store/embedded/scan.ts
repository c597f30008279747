import type { Disk } from './disk.ts';
import type { Predicate } from './match.ts';
import type { Plan } from './planner.ts';
import { StoreError } from './store-error.ts';
import { type Doc, decode } from './values.ts';

/** A stored document; decoded when somebody looks inside. */
export class Stored {
  readonly key: Buffer;
  readonly bytes: Buffer;
  #doc: Doc | null = null;

  constructor(key: Buffer, bytes: Buffer) {
    if (bytes.length < 5 || bytes.readInt32LE(0) !== bytes.length)
      throw new StoreError(22, 'a stored document is damaged');
    this.key = key;
    this.bytes = bytes;
  }

  get doc(): Doc {
    this.#doc ??= decode(this.bytes);
    return this.#doc;
  }
}

const rowsPerSeek = 256;
/** Others wait no longer than this for a scan to let them in. */
const sliceMs = 8;

export type ScanLimits = {
  /** `performance.now()` after which the scan is given up; null: never. */
  readonly endsAt: number | null;
  /** Whether the collection or the index under the scan was dropped meanwhile. */
  isDropped(): boolean;
};
const noLimits: ScanLimits = { endsAt: null, isDropped: () => false };

/**
 * Reads the documents of a plan that match. Keeps no LMDB iterator between calls: each one seeks anew, so a long scan
 * sees what others write ahead of it, as in MongoDB.
 */
export class Scan {
  /** What was looked at so far, matching or not. */
  readonly examined = { keys: 0, documents: 0 };
  readonly #disk: Disk;
  readonly #plan: Plan;
  readonly #matches: Predicate | null;
  readonly #seen: Set<string> | null;
  readonly #endsAt: number;
  readonly #isDropped: () => boolean;
  #range = 0;
  #last: Buffer | null = null;

  constructor(disk: Disk, plan: Plan, matches: Predicate | null, limits: ScanLimits = noLimits) {
    this.#disk = disk;
    this.#plan = { ...plan, ranges: plan.reverse ? [...plan.ranges].reverse() : plan.ranges };
    this.#matches = matches;
    this.#seen = plan.index?.multikey ? new Set() : null;
    this.#endsAt = limits.endsAt ?? Number.POSITIVE_INFINITY;
    this.#isDropped = limits.isDropped;
  }

  /** The next matching document, or undefined at the end. */
  next(): Stored | undefined {
    return this.take(1)[0];
  }

  /** Up to `count` further matching documents; fewer only at the end. Holds the thread: for use inside a write. */
  take(count: number): Stored[] {
    const found: Stored[] = [];
    while (this.#isUnfinished(found, count)) this.#advance(found, count);
    return found;
  }

  /** As `take`, but lets others in now and then. */
  async gather(count: number): Promise<Stored[]> {
    const found: Stored[] = [];
    let turnEnds = performance.now() + sliceMs;
    while (this.#isUnfinished(found, count)) {
      this.#advance(found, count);
      if (performance.now() < turnEnds) continue;
      await new Promise((resolve) => setImmediate(resolve));
      turnEnds = performance.now() + sliceMs;
    }
    return found;
  }

  #isUnfinished(found: readonly Stored[], count: number): boolean {
    return found.length < count && this.#range < this.#plan.ranges.length;
  }

  #advance(found: Stored[], count: number): void {
    if (performance.now() > this.#endsAt) throw new StoreError(50, 'operation exceeded time limit');
    if (this.#isDropped()) throw new StoreError(175, 'collection or index dropped while it was read');
    if (this.#readSome(found, count)) this.#nextRange();
  }

  /** Reads part of the current range into `found`; true when the range is used up. */
  #readSome(found: Stored[], count: number): boolean {
    const limit = Math.max(rowsPerSeek, Math.min(count, rowsPerSeek * 4));
    let rows = 0;
    for (const { key, value } of this.#seek(limit)) {
      rows += 1;
      if (this.#plan.index !== null) this.examined.keys += 1;
      this.#last = key;
      const stored = this.#load(key, value);
      if (stored !== undefined) this.examined.documents += 1;
      if (stored !== undefined && this.#matches?.(stored.doc) !== false) found.push(stored);
      if (found.length >= count) return false;
    }
    return rows < limit;
  }

  #seek(limit: number): Iterable<{ key: Buffer; value: Buffer }> {
    const range = this.#plan.ranges[this.#range];
    if (range === undefined) return [];
    const { reverse, index } = this.#plan;
    const from = this.#last ?? (reverse ? range.end : range.start);
    return (index === null ? this.#disk.data : this.#disk.index).getRange({
      start: from,
      end: reverse ? range.start : range.end,
      exclusiveStart: this.#last !== null,
      inclusiveEnd: reverse,
      reverse,
      limit,
    });
  }

  #nextRange(): void {
    this.#range += 1;
    this.#last = null;
  }

  #load(key: Buffer, value: Buffer): Stored | undefined {
    if (this.#plan.index === null) return new Stored(key, value);
    const name = this.#seen === null ? '' : value.toString('latin1');
    if (this.#seen?.has(name)) return undefined;
    this.#seen?.add(name);
    const bytes = this.#disk.data.get(value);
    return bytes === undefined ? undefined : new Stored(value, bytes);
  }
}
