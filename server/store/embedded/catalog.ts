import type { Disk } from './disk.ts';
import { type IndexSpec, parseIndexSpec } from './index-spec.ts';
import { StoreError } from './store-error.ts';
import { StoreUnusable } from './store-unusable.ts';
import { type Doc, decode, encode, isDoc } from './values.ts';

/** An index as it lies on disk. `multikey`: some entry came from an array; `long`: some key was cut and hashed. */
export type Index = IndexSpec & { id: number; multikey: boolean; long: boolean; ready: boolean };
export type Collection = { ns: string; id: number; indexes: Index[] };

const formatVersion = 1;
const formatKey = Buffer.from('!format');

/** Collections and indexes, in memory and in the `catalog` table. Changes run inside `disk.write`. */
export class Catalog {
  readonly #collections = new Map<string, Collection>();
  #lastId = 0;

  /** Reads the table. Collections and indexes that are known stay the same objects: work under way holds on to them. */
  load(disk: Disk): void {
    const before = new Map(this.#collections);
    this.#collections.clear();
    this.#lastId = 0;
    const format = disk.catalog.get(formatKey);
    if (format === undefined) return;
    const header = decode(format);
    if (header['version'] !== formatVersion) {
      throw new StoreUnusable('newer-format', {
        de: `Der Datenordner wurde von einer neueren Version geschrieben (Format ${String(header['version'])}, diese liest ${formatVersion}). Nehmen Sie die neuere Version, oder spielen Sie eine ältere Sicherung ein.`,
        en: `The data folder was written by a newer version (format ${String(header['version'])}, this one reads ${formatVersion}). Use the newer version, or restore an older backup.`,
      });
    }
    this.#lastId = Number(header['lastId']);
    for (const { key, value } of disk.catalog.getRange({
      start: Buffer.from('c:'),
      end: Buffer.from('c;'),
    })) {
      const ns = key.toString().slice(2);
      this.#collections.set(ns, renewed(before.get(ns), readCollection(ns, decode(value))));
    }
  }

  get(ns: string): Collection | undefined {
    return this.#collections.get(ns);
  }

  list(database: string): Collection[] {
    return [...this.#collections.values()].filter(({ ns }) => ns.startsWith(`${database}.`));
  }

  all(): Collection[] {
    return [...this.#collections.values()];
  }

  ensure(disk: Disk, ns: string): Collection {
    const known = this.#collections.get(ns);
    if (known !== undefined) return known;
    refuseBadName(ns);
    const collection: Collection = { ns, id: this.#nextId(disk), indexes: [] };
    this.#collections.set(ns, collection);
    this.save(disk, collection);
    return collection;
  }

  addIndex(disk: Disk, collection: Collection, spec: IndexSpec): Index {
    const index: Index = { ...spec, id: this.#nextId(disk), multikey: false, long: false, ready: false };
    collection.indexes.push(index);
    this.save(disk, collection);
    return index;
  }

  removeIndex(disk: Disk, collection: Collection, index: Index): void {
    collection.indexes = collection.indexes.filter((other) => other !== index);
    this.save(disk, collection);
  }

  remove(disk: Disk, collection: Collection): void {
    this.#collections.delete(collection.ns);
    disk.catalog.remove(Buffer.from(`c:${collection.ns}`));
  }

  save(disk: Disk, collection: Collection): void {
    const indexes = collection.indexes.map(({ id, multikey, long, ready, spec }) => ({
      ...{ id, multikey, long, spec },
      ...(!ready && { ready }),
    }));
    disk.catalog.put(Buffer.from(`c:${collection.ns}`), encode({ id: collection.id, indexes }));
  }

  #nextId(disk: Disk): number {
    this.#lastId += 1;
    disk.catalog.put(formatKey, encode({ version: formatVersion, lastId: this.#lastId }));
    return this.#lastId;
  }
}

function readCollection(ns: string, stored: Doc): Collection {
  const entries = Array.isArray(stored['indexes']) ? stored['indexes'].filter(isDoc) : [];
  const indexes = entries.map((entry) => ({
    ...parseIndexSpec(entry['spec']),
    id: Number(entry['id']),
    multikey: entry['multikey'] === true,
    long: entry['long'] === true,
    ready: entry['ready'] !== false,
  }));
  return { ns, id: Number(stored['id']), indexes };
}

function renewed(known: Collection | undefined, read: Collection): Collection {
  if (known === undefined || known.id !== read.id) return read;
  const indexes = read.indexes.map((index) => {
    const same = known.indexes.find(({ id }) => id === index.id);
    return same === undefined ? index : Object.assign(same, index);
  });
  return Object.assign(known, { indexes });
}

function refuseBadName(ns: string): void {
  const [database = '', ...rest] = ns.split('.');
  const collection = rest.join('.');
  const bad = database === '' || collection === '' || /[$\0]/.test(ns) || collection.startsWith('system.');
  if (bad || ns.length > 255) throw new StoreError(73, `Invalid namespace specified '${ns}'`);
}
