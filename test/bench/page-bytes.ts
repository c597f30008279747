import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Figure, figure } from './report.ts';

const client = fileURLToPath(new URL('../../dist/client/', import.meta.url));
const read = (path: string) => readFileSync(join(client, path));

/** Everything the respondent's page loads at once: scripts, what they import, styles, and the latin faces. */
function loadedBy(page: string): string[] {
  const found = new Set<string>();
  const open = [
    ...read(page)
      .toString()
      .matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g),
  ].map((match) => String(match[1]));
  for (let path = open.pop(); path; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const text = read(path).toString('latin1');
    const inside = path.endsWith('.css')
      ? text.matchAll(/url\(["']?(\/assets\/[^"')]+\.woff2)/g)
      : path.endsWith('.js')
        ? text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g)
        : [];
    for (const match of inside) open.push(String(match[1]).replace(/^\.\//, '/assets/'));
  }
  return [...found];
}

const compressed = (path: string) =>
  path.endsWith('.woff2') ? read(path).length : gzipSync(read(path), { level: 9 }).length;
const sum = (paths: readonly string[]) => paths.reduce((bytes, path) => bytes + compressed(path), 0) / 1_000;

export function pageBytes(): Figure[] {
  const paths = loadedBy('respond.html');
  const limit = { all: 130, script: 45 };
  return [
    figure({
      name: 'respondent page, first visit',
      value: sum(paths),
      unit: 'kB gzip',
      yardstick: { name: 'budget of architecture', value: limit.all },
      budget: 'ratio ≤ 1',
    }),
    figure({
      name: 'respondent page, JavaScript',
      value: sum(paths.filter((path) => path.endsWith('.js'))),
      unit: 'kB gzip',
      yardstick: { name: 'budget of architecture', value: limit.script },
      budget: 'ratio ≤ 1',
    }),
  ];
}
