import type { Office } from './office.ts';
import type { OfficesStore } from './offices-store.ts';

const byNumber = new Intl.Collator('de', { numeric: true });

/** All offices in the order of their codes ("9" before "10"). */
export async function listOffices(offices: OfficesStore): Promise<readonly Office[]> {
  return [...(await offices.list())].sort((a, b) => byNumber.compare(a.code, b.code));
}
