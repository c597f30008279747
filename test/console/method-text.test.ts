import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMarkdown, readSpans } from '../../client/console/method/markdown.ts';

const method = readFileSync(join(import.meta.dirname, '../../docs/method.md'), 'utf8');

describe('The method in the console', () => {
  it('has every section that an explanation may lead to', () => {
    const headings = readMarkdown(method).flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    const numbers = headings.flatMap((text) => /^(\d+) /.exec(text)?.[1] ?? []);
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13']);
  });

  it('has the same sections in English', () => {
    const english = readMarkdown(method.slice(method.indexOf('\n# English')));
    const table = english.find((block) => block.kind === 'table');
    expect(table?.rows.map(([section]) => section)).toEqual([...Array(13).keys()].map((n) => String(n + 1)));
  });

  it('reads lists, tables and formulas as they are written', () => {
    expect(readMarkdown('- one\n  goes on\n- two\n\n|a|b|\n|---|---|\n|1|2|\n\n```\nx = 1\n```')).toEqual([
      { kind: 'list', entries: ['one goes on', 'two'] },
      { kind: 'table', head: ['a', 'b'], rows: [['1', '2']] },
      { kind: 'code', text: 'x = 1' },
    ]);
  });

  it('keeps a sign behind a backslash', () => {
    expect(readSpans('*a, r\\*_wg* and **b** and `c`').map(({ kind, text }) => [kind, text])).toEqual([
      ['emphasis', 'a, r*_wg'],
      ['plain', ' and '],
      ['strong', 'b'],
      ['plain', ' and '],
      ['code', 'c'],
    ]);
  });
});
