import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatPoints } from '../../reports/numbers/format-number.ts';
import { runPegel } from '../harness/run-pegel.ts';

const file = (name: string) => join('docs', 'method-example', name);
const method = readFileSync('docs/method.md', 'utf8').replace(/\s+/g, ' ');
const shown = (points: number) => formatPoints(points, 'de');

async function printed(...words: string[]) {
  const { code, stdout } = await runPegel([...words, '--json'], {});
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

const score = (responses: string) =>
  printed(
    ...['score', '--questionnaire', file('questionnaire.json'), '--offices', file('offices.csv')],
    ...['--responses', file(responses)],
  );

interface Printed {
  readonly office: string;
  readonly n: number;
  readonly index: number;
  readonly status: string;
  readonly dimensions: Readonly<Record<string, object>>;
}

function byOffice(list: readonly Printed[], office: string): Printed {
  const found = list.find((one) => one.office === office);
  if (!found) throw new Error(`office ${office} is missing`);
  return found;
}

describe('the worked example of docs/method.md', () => {
  it('says what pegel score computes for offices and city', async () => {
    const { offices, city } = await score('responses.json');
    const [first, second] = [byOffice(offices, '10'), byOffice(offices, '20')];
    expect(first.dimensions['d1']).toMatchObject({
      ...{ score: 66.666667, low: 50, high: 75, coverage: 0.75 },
      ...{ secured: 1, strict: null, status: 'provisional' },
    });
    expect(second.dimensions['d1']).toMatchObject({ score: 70, secured: 3 });
    expect(byOffice(offices, '30')).toMatchObject({ index: null, status: 'insufficient' });
    expect(method).toContain(
      `Stadt: (${shown(first.index)} + ${shown(second.index)}) / 2 = ${shown(city.index)};`,
    );
    expect(method).toContain(`/ 90 = ${shown(city.byHeadcount)}.`);
    const [low, high] = city.interval;
    expect(method).toContain(`${shown(city.index)} (${shown(low)} bis ${shown(high)})`);
  });

  it('is scored from three files as from the one file of the wave', async () => {
    const wave = await printed('score', '--wave', file('2025.json'));
    expect(wave).toEqual(await score('responses.json'));
  });

  it('takes a wave either way, not both', async () => {
    const words = ['score', '--wave', file('2025.json'), '--offices', file('offices.csv'), '--json'];
    const { code, stdout, stderr } = await runPegel(words, {});
    expect([code, stdout]).toEqual([2, '']);
    expect(JSON.parse(stderr)).toMatchObject({ type: '/problems/malformed-request' });
  });

  it('says what pegel score computes for five people of one office', async () => {
    const { offices, seed, generator } = await score('responses-several.json');
    const { n, dimensions } = byOffice(offices, '10');
    expect({ n, seed, generator }).toEqual({ n: 5, seed: 1, generator: 'xoroshiro128plus' });
    expect(dimensions['d2']).toMatchObject({
      score: 55,
      items: { a: 35, b: 55, c: 75 },
      agreement: { rwgj: 0.9375, rstar: 0.833333, ad: 0.4 },
    });
    expect(method).toContain('r\\*_wg = 0,833, r_wg(3) = 0,938, AD = 0,4');
  });

  it('says what pegel compare computes for the year after', async () => {
    const words = ['compare', '--from', file('2025.json'), '--to', file('2026.json')];
    const { offices, city, onlyTo } = await printed(...words, '--crosswalk', file('crosswalk.json'));
    expect(byOffice(offices, '10').dimensions['d2']).toMatchObject({
      ...{ raw: 16.666667, linked: 12.5, composition: 4.166667, share: 0.666667 },
      ...{ mdc95: 10, convention: true, verdict: 'up' },
    });
    expect(city.index).toMatchObject({ n: 2, mean: 8.611111, t: null, wilcoxonP: null });
    expect(onlyTo).toEqual(['40']);
    expect(method).toContain('im Mittel +8,6');
  });
});
