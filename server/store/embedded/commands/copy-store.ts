import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { StoreError } from '../store-error.ts';
import type { Doc } from '../values.ts';
import { allowFields, type Store } from './command.ts';

/** Copies the whole store, as it is at this instant, into a new file; others go on writing. */
export async function copyStore({ disk }: Store, command: Doc): Promise<Doc> {
  allowFields(command, ['to']);
  const to = command['to'];
  if (typeof to !== 'string' || !isAbsolute(to) || existsSync(to)) {
    throw new StoreError(2, "'to' must be the absolute path of a file that does not exist yet");
  }
  await disk.copyTo(to);
  return { ok: 1 };
}
