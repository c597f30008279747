import { describe, expect, it } from 'vitest';
import { readTarget, targetsOf, wrongTargets } from '../../client/console/results/targets/typed-targets.ts';

describe('Targets as people type them', () => {
  it.each([
    ['62,5', 62.5],
    ['62.5', 62.5],
    [' 100 ', 100],
    ['0', 0],
    ['', null],
  ])('are read: "%s"', (typed, target) => {
    expect(readTarget(typed)).toBe(target);
  });

  it.each(['101', '-1', 'achtzig', '1e2', '50 %', '6,2,5'])('are refused: "%s"', (typed) => {
    expect(readTarget(typed)).toBeNaN();
  });

  it('name the fields that are wrong, and send an empty one as no target', () => {
    expect(wrongTargets({ d1: '60', d2: 'viel', d3: '' })).toEqual(['d2']);
    expect(targetsOf({ d1: '60', d3: '' })).toEqual({ d1: 60, d3: null });
  });
});
