import type { ImportsStore, OfficeImport } from './imports-store.ts';
import type { OfficesStore } from './offices-store.ts';
import { planImport } from './plan-import.ts';

const mostRounds = 10;

/** Writes what an import still has to write; applying it again, or by two at once, comes to the same. */
export async function applyImport(
  { offices, imports }: { offices: OfficesStore; imports: ImportsStore },
  { id, rows }: OfficeImport,
): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const plan = planImport(rows, await offices.list(), id);
    const writes = [...plan.created, ...plan.changed];
    if (writes.length === 0) return imports.markApplied(id);
    await offices.writeAll(writes);
  }
  throw new Error(`import ${id} did not come to an end: its offices are being changed all the time`);
}
