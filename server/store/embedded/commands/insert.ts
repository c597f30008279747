import { insertDocument } from '../documents.ts';
import { StoreError } from '../store-error.ts';
import type { Doc } from '../values.ts';
import { allowFields, namespaceOf, type Store } from './command.ts';
import { writeError } from './one-document.ts';

/** insert: statements of one command share a commit; ordered ones stop at the first refusal. */
export async function insert(store: Store, command: Doc): Promise<Doc> {
  allowFields(command, ['documents', 'ordered', 'bypassDocumentValidation']);
  const documents = rawDocuments(command['documents']);
  const ns = namespaceOf(command);
  return store.disk.write(() => {
    const place = { ...store, collection: store.catalog.ensure(store.disk, ns) };
    const writeErrors: Doc[] = [];
    let n = 0;
    for (const [index, bytes] of documents.entries()) {
      const error = refusalOf(() => insertDocument(place, bytes));
      if (error === null) n += 1;
      else writeErrors.push(writeError(error, index));
      if (error !== null && command['ordered'] !== false) break;
    }
    return { n, ...(writeErrors.length > 0 && { writeErrors }), ok: 1 };
  });
}

function rawDocuments(documents: unknown): Buffer[] {
  if (!Array.isArray(documents) || documents.length === 0) throw new StoreError(9, 'insert needs documents');
  return documents.map((bytes: unknown) => {
    if (!(bytes instanceof Uint8Array)) throw new StoreError(14, 'each document must be an object');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  });
}

function refusalOf(work: () => void): StoreError | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
}
