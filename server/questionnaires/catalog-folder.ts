import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Beside the source, and beside the compiled files in `dist`. */
const places = ['../../surveys/catalog/', '../../../surveys/catalog/'];

/** The folder of the built-in questionnaires. */
export function catalogFolder(): string {
  const folders = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = folders.find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`no questionnaires found in ${folders.join(' or ')}`);
  return found;
}
