import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `server` beside the sources, `dist/server` when built. */
const here = dirname(fileURLToPath(import.meta.url));
const isBuilt = basename(dirname(here)) === 'dist';

/** The folder of Pegel itself. */
export const programFolder = isBuilt ? join(here, '..', '..') : join(here, '..');

/** The pages, as built. */
export const clientFolder = join(programFolder, 'dist', 'client');

export function programVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8'));
  const isNamed = typeof description === 'object' && description !== null && 'version' in description;
  return isNamed ? String(description.version) : '0';
}
