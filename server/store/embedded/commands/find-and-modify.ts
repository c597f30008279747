import { deleteDocument } from '../documents.ts';
import { compileProjection } from '../projection.ts';
import { parseSort } from '../sorting.ts';
import { StoreError } from '../store-error.ts';
import { parseUpdate } from '../update.ts';
import { type Doc, decodeTyped, plain, plainDoc } from '../values.ts';
import { allowFields, flag, limitsOf, namespaceOf, optionalDoc, type Store } from './command.ts';
import { findOne, insertUpsert, placeOf, rewrite } from './one-document.ts';

const allowed = [
  'query',
  'sort',
  'update',
  'remove',
  'new',
  'upsert',
  'fields',
  'bypassDocumentValidation',
  'hint',
];

type Outcome = { value: Doc | null; lastErrorObject: Doc };

/** Finds one document and changes or removes it in one step. */
export async function findAndModify(store: Store, command: Doc): Promise<Doc> {
  allowFields(command, allowed);
  const ns = namespaceOf(command);
  const shape = compileProjection(plainDoc(optionalDoc(command, 'fields') ?? {}));
  const outcome = flag(command, 'remove')
    ? await removeFound(store, ns, command)
    : await change(store, ns, command);
  const value = outcome.value === null ? null : shape === null ? outcome.value : shape(outcome.value);
  return { lastErrorObject: outcome.lastErrorObject, value, ok: 1 };
}

function queryOf(command: Doc) {
  const filter = optionalDoc(command, 'query') ?? {};
  return { filter, sort: parseSort(plain(command['sort'])), limits: limitsOf(command) };
}

function removeFound(store: Store, ns: string, command: Doc): Promise<Outcome> {
  if ('update' in command || flag(command, 'upsert') || flag(command, 'new')) {
    throw new StoreError(9, 'Cannot specify remove together with update, upsert or new');
  }
  const query = queryOf(command);
  return store.disk.write(() => {
    const found = findOne(store, ns, query);
    if (found === undefined) return { value: null, lastErrorObject: { n: 0 } };
    deleteDocument(placeOf(store, ns), found.key, found.bytes);
    return { value: decodeTyped(found.bytes), lastErrorObject: { n: 1 } };
  });
}

function change(store: Store, ns: string, command: Doc): Promise<Outcome> {
  if (!('update' in command))
    throw new StoreError(9, "Either an 'update' or 'remove' parameter must be specified");
  const query = queryOf(command);
  const update = parseUpdate(command['update']);
  const wantsNew = flag(command, 'new');
  return store.disk.write(() => {
    const found = findOne(store, ns, query);
    if (found !== undefined) {
      const { after } = rewrite(store, ns, found, update);
      const value = decodeTyped(wantsNew ? after : found.bytes);
      return { value, lastErrorObject: { n: 1, updatedExisting: true } };
    }
    if (!flag(command, 'upsert')) return { value: null, lastErrorObject: { n: 0, updatedExisting: false } };
    const inserted = insertUpsert(store, ns, { filter: query.filter, update });
    const lastErrorObject = { n: 1, updatedExisting: false, upserted: inserted['_id'] };
    return { value: wantsNew ? inserted : null, lastErrorObject };
  });
}
