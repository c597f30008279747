import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import type { StoredLine } from '../store/whole-database.ts';

/** Raised when older programs could not read the file. */
export const formatVersion = 1;

const header = z.strictObject({
  format: z.literal('pegel-backup'),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  pegel: z.string(),
  schema: z.number().int(),
  consistent: z.boolean(),
});
const documentLine = z.strictObject({ c: z.string().min(1), d: z.string().min(2) });
const trailer = z.strictObject({
  end: z.literal(true),
  documents: z.record(z.string(), z.number().int()),
  sha256: z.string().length(64),
});

export type BackupHeader = z.output<typeof header>;
/** `sha256`: of the content alone, so that the same data has the same digest whatever store it came from. */
export type BackupTrailer = z.output<typeof trailer>;

export const readHeader = (line: string): BackupHeader | null => read(header, line);
export const readTrailer = (line: string): BackupTrailer | null => read(trailer, line);

export function readDocumentLine(line: string): StoredLine | null {
  const found = read(documentLine, line);
  return found === null ? null : { collection: found.c, document: found.d };
}

export function documentLineOf({ collection, document }: StoredLine): string {
  return JSON.stringify({ c: collection, d: document });
}

function read<T>(shape: z.ZodType<T>, line: string): T | null {
  try {
    return shape.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** Counts and digests documents in the order in which they pass. */
export class ContentDigest {
  readonly documents: Record<string, number> = {};
  readonly #hash: Hash = createHash('sha256');

  add({ collection, document }: StoredLine): void {
    this.documents[collection] = (this.documents[collection] ?? 0) + 1;
    this.#hash.update(`${collection} ${document}\n`);
  }

  sha256(): string {
    return this.#hash.copy().digest('hex');
  }
}
