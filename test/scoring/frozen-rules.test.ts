import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { currentRules, rulesOf } from '../../surveys/scoring/rules.ts';

const rulesFolder = fileURLToPath(new URL('../../surveys/scoring/', import.meta.url));
const ownFolder = fileURLToPath(new URL('.', import.meta.url));

const versions = readdirSync(rulesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Lines as `sha256sum *.ts` writes them in the folder of a version. */
function digestsOf(version: string): readonly string[] {
  const folder = join(rulesFolder, version);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      ({ name }) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}  ${name}`,
    )
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
}

function frozenDigests(version: string): readonly string[] {
  const lines = readFileSync(join(ownFolder, `frozen-${version}.sha256`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
}

describe('the rules of a version', () => {
  it.each(versions)('%s are as they were released', (version) => {
    expect(
      digestsOf(version),
      'a released version is never edited: copy the folder to a new version (its digests: sha256sum *.ts)',
    ).toEqual(frozenDigests(version));
  });

  it.each(versions)('%s can be asked for by their name', (version) => {
    expect(rulesOf(version)?.version).toBe(version);
  });

  it('in force are among them; a version that is not there is not made up', () => {
    expect(versions).toContain(currentRules);
    expect(rulesOf(currentRules)?.generatorName).toBe('xoroshiro128plus');
    expect(rulesOf('1999.1')).toBeNull();
  });
});
