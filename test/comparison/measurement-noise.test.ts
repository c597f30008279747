import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../reports/comparison/change.ts';
import { measurementNoise } from '../../reports/comparison/measurement-noise.ts';
import type { Given } from '../scoring/score-of.ts';
import { comparedWave, planWith } from './compared-wave.ts';

const names = ['A', 'B', 'C'];
const convention = { mdc95: 10, convention: true };

/** Offices whose items hang together: all at one level but for small deviations. */
function offices(count: number, more: readonly (readonly Given[])[] = []) {
  const complete = Array.from({ length: count }, (_, at): Given[] => [at % 5, at % 5, (at + (at % 2)) % 5]);
  return [...complete, ...more].map((given, at) => ({ id: `o${at}`, given }));
}

function noise(count: number, dimension = {}, more: readonly (readonly Given[])[] = []) {
  const plan = planWith(names, 1, dimension);
  return measurementNoise(plan, comparedWave(plan, offices(count, more)).offices, 'd1');
}

function byHand(rows: readonly (readonly number[])[]) {
  const sd = (values: readonly number[]) => {
    const center = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1));
  };
  const totals = rows.map((row) => row.reduce((sum, value) => sum + value, 0));
  const single = [0, 1, 2].reduce((sum, at) => sum + sd(rows.map((row) => row[at] ?? 0)) ** 2, 0);
  const alpha = 1.5 * (1 - single / sd(totals) ** 2);
  return { alpha, deviation: sd(totals.map((total) => total / 3)) };
}

describe('the smallest reliable change', () => {
  const rows = offices(12).map(({ given }) => given.map((level) => 25 * Number(level)));
  const { alpha, deviation } = byHand(rows);

  it('is 1.96 · SD · √(2(1 − α)) over the offices with a value on every item', () => {
    const expected = 1.96 * deviation * Math.sqrt(2 * (1 - alpha));
    expect(noise(12).convention).toBe(false);
    expect(noise(12).mdc95).toBeCloseTo(expected, 9);
    expect(
      noise(12, {}, [
        [4, 'DK', 4],
        [0, 'NA', 0],
      ]).mdc95,
    ).toBeCloseTo(expected, 9);
  });

  it('takes a published reliability instead of α', () => {
    expect(noise(12, { reliability: 0.82 }).mdc95).toBeCloseTo(1.96 * deviation * Math.sqrt(2 * 0.18), 9);
  });

  it('is a convention of 10 points below ten complete offices, also with a published reliability', () => {
    expect(noise(10).convention).toBe(false);
    expect(noise(9)).toEqual(convention);
    expect(noise(9, { reliability: 0.82 }, [[4, 'DK', 4]])).toEqual(convention);
  });

  it('is a convention where α says nothing: two items, no common variance, no variance at all', () => {
    const two = planWith(['A', 'B']);
    const pairs = Array.from({ length: 12 }, (_, at) => ({ id: `o${at}`, given: [at % 5, at % 5] }));
    expect(measurementNoise(two, comparedWave(two, pairs).offices, 'd1')).toEqual(convention);
    const plan = planWith(names);
    const of = (given: (at: number) => readonly Given[]) => {
      const asked = Array.from({ length: 12 }, (_, at) => ({ id: `o${at}`, given: given(at) }));
      return measurementNoise(plan, comparedWave(plan, asked).offices, 'd1');
    };
    expect(of((at) => [at % 2 ? 4 : 0, at % 2 ? 0 : 4, at % 3])).toEqual(convention);
    expect(of(() => [2, 2, 2])).toEqual(convention);
    expect(of((at) => [at % 5, at % 5, at % 5])).toEqual(convention);
  });

  it('is a convention also where rounding leaves a trace: offices alike on thirds, items alike on thirds', () => {
    const of = (given: (at: number) => readonly Given[], dimension = {}) => {
      const plan = planWith(names, 1, dimension);
      const asked = Array.from({ length: 11 }, (_, at) => ({ id: `o${at}`, given: given(at) }));
      return measurementNoise(plan, comparedWave(plan, asked).offices, 'd1');
    };
    expect(of(() => [1 / 3, 2 / 3, 8 / 3], { reliability: 0.82 })).toEqual(convention);
    for (const third of [1, 2, 4, 5, 7]) {
      const level = (at: number) => ((at % 5) * third) / 9;
      expect(of((at) => [level(at), level(at), level(at)])).toEqual(convention);
    }
  });

  it('is a convention for a dimension that the older year did not ask', () => {
    const plan = planWith(names);
    expect(measurementNoise(plan, comparedWave(plan, offices(12)).offices, 'd9')).toEqual(convention);
  });

  it('must be exceeded: a change of exactly that size is noise', () => {
    const ten = { mdc95: 10, convention: true };
    expect([10, 10.000_001, -10.000_001, 10.000_000_1].map((points) => verdictOf(points, ten))).toEqual([
      ...['unchanged', 'up', 'down', 'unchanged'],
    ]);
    expect(verdictOf(null, ten)).toBe('notComparable');
  });
});
