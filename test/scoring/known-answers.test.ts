import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, pegel } from './pegel-score-files.ts';

/**
 * Answers that Pegel did not work out itself. Every case is the files of one `pegel score` or `pegel compare`, and the
 * figures that must come out, at 6 decimals.
 *
 * - `published.json`: classic data typed in from the literature, each a questionnaire on its own scale; the source and the
 *   figures printed there stand in `source`. More decimals than printed come from numpy 2.4 and scipy 1.17 on the same data.
 * - `official.json`, `several.json`, `compare.json`: random questionnaires (every type of question, scales 0–4, 1–5, 1–7,
 *   −3–3, weights, conditions, tagged fields, NA/DK/blank), scored by a second program in Python (numpy, scipy) that was
 *   written from the text of the method alone, without a look at this code: t quantiles and tests by scipy, intervals by all
 *   nⁿ samples, Wilcoxon by the full distribution. The files hold inputs and outputs of that program as they are.
 */
const suites = ['published', 'official', 'several', 'compare'];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pegel-known-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function casesOf(suite: string): Json[] {
  return JSON.parse(readFileSync(new URL(`./known-answers/${suite}.json`, import.meta.url), 'utf8'));
}

async function documentOf({ command, files, more }: Json): Promise<Json> {
  const words: string[] = [];
  for (const [name, content] of Object.entries<Json>(files)) {
    const path = join(folder, name);
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    words.push(`--${name}`, path);
  }
  const { code, out, err } = await pegel([command, ...words, ...more, '--json']);
  expect([code, err]).toEqual([0, '']);
  return byOffice(JSON.parse(out));
}

/** Lists of offices as records, the way the known answers name them. */
function byOffice(document: Json): Json {
  const record = (list: Json[]) => Object.fromEntries(list.map((one) => [one.office, one]));
  return { ...document, offices: record(document.offices), divisions: record(document.divisions) };
}

/** The parts of a document that a known answer speaks of, numbers within a unit of the sixth decimal taken as equal. */
function likeExpected(expected: Json, found: Json): Json {
  if (typeof expected === 'number' && typeof found === 'number')
    return Math.abs(expected - found) < 1.5e-6 ? expected : found;
  if (Array.isArray(expected) && Array.isArray(found))
    return found.map((one, at) => likeExpected(expected[at], one));
  if (expected === null || typeof expected !== 'object' || found === null) return found;
  return Object.fromEntries(
    Object.keys(expected).map((key) => [key, likeExpected(expected[key], found[key])]),
  );
}

describe.each(suites)('known answers: %s', (suite) => {
  it.each(casesOf(suite))('$source', async (known: Json) => {
    expect(likeExpected(known.expected, await documentOf(known))).toEqual(known.expected);
  });
});
