import type { Disk } from './disk.ts';
import { tablePrefix } from './index-keys.ts';

type Table = 'data' | 'index';
/** What a dropped collection or index left behind, by table and id. */
export type Debris = { table: Table; id: number };

const keysPerCommit = 2_000;

const noteOf = ({ table, id }: Debris) => Buffer.from(`d:${table}:${id}`);

/** Notes that the rows are to be cleared away. Call inside `disk.write`, with the change that makes them debris. */
export function noteDebris(disk: Disk, debris: Debris): void {
  disk.catalog.put(noteOf(debris), Buffer.of(1));
}

/** Removes the rows in several commits, others between them; what a dead process left is found by `listDebris`. */
export async function clearDebris(disk: Disk, debris: Debris): Promise<void> {
  const start = tablePrefix(debris.id);
  const end = tablePrefix(debris.id + 1);
  const table = disk[debris.table];
  for (let left = true; left; ) {
    left = await disk.write(() => {
      const keys = [...table.getKeys({ start, end, limit: keysPerCommit })];
      for (const key of keys) table.remove(key);
      if (keys.length === keysPerCommit) return true;
      disk.catalog.remove(noteOf(debris));
      return false;
    });
  }
}

export function listDebris(disk: Disk): Debris[] {
  const found: Debris[] = [];
  for (const key of disk.catalog.getKeys({ start: Buffer.from('d:'), end: Buffer.from('d;') })) {
    const [, table, id] = key.toString().split(':');
    found.push({ table: table === 'data' ? 'data' : 'index', id: Number(id) });
  }
  return found;
}
