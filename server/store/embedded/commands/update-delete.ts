import { deleteDocument } from '../documents.ts';
import type { Stored } from '../scan.ts';
import { StoreError } from '../store-error.ts';
import { parseUpdate, type Update } from '../update.ts';
import type { Doc } from '../values.ts';
import * as read from './command.ts';
import { findOne, insertUpsert, placeOf, rewrite, writeError } from './one-document.ts';

const chunkSize = 200;

type UpdateStatement = {
  filter: Doc;
  limits: read.SearchLimits;
  update: Update;
  multi: boolean;
  upsert: boolean;
};

export async function update(store: read.Store, command: Doc): Promise<Doc> {
  read.allowFields(command, ['updates', 'ordered', 'bypassDocumentValidation']);
  const ns = read.namespaceOf(command);
  const totals = { n: 0, nModified: 0 };
  const upserted: Doc[] = [];
  const outcome = await eachStatement(read.docs(command, 'updates'), command, async (statement, index) => {
    const limits = limitsOf(command, statement);
    const result = await runUpdate(store, ns, { ...parseUpdateStatement(statement), limits });
    totals.n += result.n;
    totals.nModified += result.nModified;
    if (result.upserted !== undefined) upserted.push({ index, _id: result.upserted });
  });
  return { ...totals, ...(upserted.length > 0 && { upserted }), ...outcome, ok: 1 };
}

type Run = (statement: Doc, index: number) => Promise<void>;

/** The time of the whole command, the hint of one statement. */
function limitsOf(command: Doc, statement: Doc): read.SearchLimits {
  return { ...read.limitsOf(command), hint: read.limitsOf(statement).hint };
}

/** Ordered statements run one after the other up to the first refusal; others share a commit. */
async function eachStatement(statements: readonly Doc[], command: Doc, run: Run): Promise<Doc> {
  const writeErrors: Doc[] = [];
  const together = command['ordered'] === false ? chunkSize : 1;
  for (let at = 0; at < statements.length; at += together) {
    const some = statements.slice(at, at + together);
    const refusals = await Promise.all(
      some.map((statement, offset) => refusalOf(run, statement, at + offset)),
    );
    writeErrors.push(...refusals.filter((refusal) => refusal !== null));
    if (together === 1 && writeErrors.length > 0) break;
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

async function refusalOf(run: Run, statement: Doc, index: number): Promise<Doc | null> {
  try {
    await run(statement, index);
    return null;
  } catch (error) {
    if (error instanceof StoreError) return writeError(error, index);
    throw error;
  }
}

function parseUpdateStatement(statement: Doc): Omit<UpdateStatement, 'limits'> {
  read.allowStatementFields(statement, 'update', ['q', 'u', 'multi', 'upsert', 'hint']);
  const filter = read.optionalDoc(statement, 'q') ?? {};
  const parsed = parseUpdate(statement['u']);
  const multi = read.flag(statement, 'multi');
  if (multi && parsed.kind === 'replacement') {
    throw new StoreError(9, 'multi update is not supported for replacement-style update');
  }
  return { filter, update: parsed, multi, upsert: read.flag(statement, 'upsert') };
}

type Filtered = { filter: Doc; limits: read.SearchLimits };
type UpdateResult = { n: number; nModified: number; upserted?: unknown };

async function runUpdate(store: read.Store, ns: string, statement: UpdateStatement): Promise<UpdateResult> {
  if (statement.multi) return updateMany(store, ns, statement);
  return store.disk.write(() => {
    const found = findOne(store, ns, { filter: statement.filter, sort: [], limits: statement.limits });
    if (found !== undefined)
      return { n: 1, nModified: Number(rewrite(store, ns, found, statement.update).changed) };
    if (!statement.upsert) return { n: 0, nModified: 0 };
    return { n: 1, nModified: 0, upserted: insertUpsert(store, ns, statement)['_id'] };
  });
}

async function matchingIds(store: read.Store, ns: string, query: Filtered): Promise<unknown[]> {
  const { scan } = read.search(store, ns, { ...query, sort: [] });
  const ids: unknown[] = [];
  for (;;) {
    const some = (await scan?.gather(chunkSize)) ?? [];
    if (some.length === 0) return ids;
    ids.push(...some.map(({ doc }) => doc['_id']));
  }
}

async function updateMany(store: read.Store, ns: string, statement: UpdateStatement): Promise<UpdateResult> {
  const total = { n: 0, nModified: 0 };
  await eachChunk(store, ns, statement, (stored) => {
    total.n += 1;
    total.nModified += Number(rewrite(store, ns, stored, statement.update).changed);
  });
  if (total.n > 0 || !statement.upsert) return total;
  return runUpdate(store, ns, { ...statement, multi: false });
}

/** Visits all matching documents in several transactions; each is looked at again before it is changed. */
async function eachChunk(
  store: read.Store,
  ns: string,
  { filter, limits }: Filtered,
  visit: (stored: Stored) => void,
): Promise<void> {
  const ids = await matchingIds(store, ns, { filter, limits });
  for (let at = 0; at < ids.length; at += chunkSize) {
    const $in = ids.slice(at, at + chunkSize);
    await store.disk.write(() => {
      const again = { $and: [{ _id: { $in } }, filter] };
      for (const stored of read.search(store, ns, { filter: again, sort: [] }).scan?.take(chunkSize) ?? [])
        visit(stored);
    });
  }
}

export async function remove(store: read.Store, command: Doc): Promise<Doc> {
  read.allowFields(command, ['deletes', 'ordered']);
  const ns = read.namespaceOf(command);
  let n = 0;
  const outcome = await eachStatement(read.docs(command, 'deletes'), command, async (statement) => {
    read.allowStatementFields(statement, 'delete', ['q', 'limit', 'hint']);
    const query = { filter: read.optionalDoc(statement, 'q') ?? {}, limits: limitsOf(command, statement) };
    n +=
      read.optionalCount(statement, 'limit') === 1
        ? await removeOne(store, ns, query)
        : await removeMany(store, ns, query);
  });
  return { n, ...outcome, ok: 1 };
}

function removeOne(store: read.Store, ns: string, query: Filtered): Promise<number> {
  return store.disk.write(() => {
    const found = findOne(store, ns, { ...query, sort: [] });
    if (found === undefined) return 0;
    deleteDocument(placeOf(store, ns), found.key, found.bytes);
    return 1;
  });
}

async function removeMany(store: read.Store, ns: string, query: Filtered): Promise<number> {
  let n = 0;
  await eachChunk(store, ns, query, (stored) => {
    deleteDocument(placeOf(store, ns), stored.key, stored.bytes);
    n += 1;
  });
  return n;
}
