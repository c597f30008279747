import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { texts } from '../../client/i18n/texts.ts';

const consoleFolder = join(import.meta.dirname, '../../client');
const pairs: readonly (readonly [string, readonly [string, string]])[] = Object.entries(texts);
const known = new Set(pairs.flatMap(([key]) => [key, key.replace(/_(one|other)$/, '')]));

const sources = readdirSync(consoleFolder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(console|i18n)\/.*\.tsx?$/.test(path) && !path.startsWith('i18n/texts'))
  .map((path) => readFileSync(join(consoleFolder, path), 'utf8'))
  .join('\n');

const namesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('The texts of the console', () => {
  it('say everything in German and in English, with the same facts', () => {
    const wrong = pairs.filter(([, [german, english]]) => {
      const said = german.trim() !== '' && english.trim() !== '';
      return !said || namesIn(german).join() !== namesIn(english).join();
    });
    expect(wrong).toEqual([]);
  });

  it('have singular and plural together', () => {
    const alone = pairs
      .map(([key]) => key)
      .filter((key) => /_(one|other)$/.test(key))
      .filter(
        (key) => !known.has(key.replace(/_one$/, '_other')) || !known.has(key.replace(/_other$/, '_one')),
      );
    expect(alone).toEqual([]);
  });

  it('exist for every key the pages name', () => {
    const named = [...sources.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? '');
    expect(named.length).toBeGreaterThan(200);
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });

  it('are all used', () => {
    const written = [...sources.matchAll(/['"`]([a-zA-Z]+\.[a-zA-Z0-9_]+)(?:\$\{|['"`])/g)].map(
      ([, key]) => key ?? '',
    );
    const stems = [...sources.matchAll(/`([a-zA-Z]+\.(?:[a-zA-Z]+_)?)\$\{/g)].map(([, stem]) => stem ?? '');
    const used = new Set(written);
    const unused = [...new Set(pairs.map(([key]) => key.replace(/_(one|other)$/, '')))].filter(
      (key) => !used.has(key) && !stems.some((stem) => key.startsWith(stem)),
    );
    expect(unused).toEqual([]);
  });
});
