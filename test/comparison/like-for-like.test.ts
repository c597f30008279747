import { describe, expect, it } from 'vitest';
import { compareWaves } from '../../reports/comparison/compare-waves.ts';
import type { Crosswalk } from '../../reports/comparison/comparison.ts';
import { identityCrosswalk } from '../../reports/comparison/crosswalk-links.ts';
import type { Given } from '../scoring/score-of.ts';
import { comparedWave, nobodyMoved, planWith } from './compared-wave.ts';

const same = (id: string) => [id, { from: id, change: 'same', reason: null }] as const;

function yearExample(older: readonly Given[], newer: readonly Given[], crosswalk: Partial<Crosswalk> = {}) {
  const from = comparedWave(planWith(['A', 'B', 'C'], 1), [{ id: '10', given: older }]);
  const to = comparedWave(planWith(['A', 'B', 'D'], 2), [{ id: '10', given: newer }]);
  const items = Object.fromEntries([
    same('A'),
    same('B'),
    ['D', { from: null, change: 'new', reason: null }],
  ]);
  return compareWaves({
    from,
    to,
    crosswalk: { fromVersion: 1, toVersion: 2, items, dropped: ['C'], ...crosswalk },
    successors: nobodyMoved,
  });
}

describe('the change of an office on the same questions', () => {
  it('is the year example of the rules', () => {
    const [office] = yearExample([1, 2, 3], [2, 2, 4]).offices;
    const d1 = office?.dimensions['d1'];
    expect(d1?.from).toBe(50);
    expect(d1?.to).toBeCloseTo(66.666667, 6);
    expect(d1?.raw).toBeCloseTo(16.666667, 6);
    expect(d1?.linked).toBe(12.5);
    expect(d1?.composition).toBeCloseTo(4.166667, 6);
    expect(d1?.share).toBeCloseTo(2 / 3, 12);
    expect(d1).toMatchObject({ mdc95: 10, convention: true, verdict: 'up' });
    expect(office?.items).toEqual({
      A: { from: 25, to: 50, change: 25, class: 'same' },
      B: { from: 50, to: 50, change: 0, class: 'same' },
      C: { from: 75, to: null, change: null, class: 'dropped' },
      D: { from: null, to: 100, change: null, class: 'new' },
    });
    expect(office?.index).toMatchObject({ linked: 12.5, share: 1, mdc95: 10, convention: true });
    expect(office?.fields['verwaltung']?.linked).toBe(12.5);
  });

  it('counts an item only if it has an answer in both years', () => {
    const notThen = yearExample([1, 'DK', 3], [2, 2, 4]).offices[0]?.dimensions['d1'];
    expect(notThen).toMatchObject({ linked: null, verdict: 'notComparable', composition: null });
    expect(notThen?.share).toBeCloseTo(1 / 3, 12);
    const doesNotApplyNow = yearExample([1, 2, 3], [2, 'NA', 4]).offices[0]?.dimensions['d1'];
    expect(doesNotApplyNow).toMatchObject({ share: 0.5, linked: null });
    const otherDoesNotApply = yearExample([1, 2, 3], [2, 2, 'NA']).offices[0]?.dimensions['d1'];
    expect(otherDoesNotApply).toMatchObject({ share: 1, linked: 12.5 });
  });

  it('does not link an item whose meaning changed, but one that was only edited', () => {
    const item = (change: 'changed' | 'editorial') => ({
      items: {
        A: { from: 'A', change, reason: null },
        B: { from: 'B', change: 'same' as const, reason: null },
        D: { from: 'C', change: 'same' as const, reason: null },
      },
      dropped: [],
    });
    const edited = yearExample([1, 2, 3], [2, 2, 4], item('editorial')).offices[0];
    expect(edited?.dimensions['d1']).toMatchObject({ share: 1, composition: 0 });
    const changed = yearExample([1, 2, 3], [2, 2, 4], item('changed')).offices[0];
    expect(changed?.dimensions['d1']?.linked).toBe(12.5);
    expect(changed?.items['A']).toEqual({ from: 25, to: 50, change: null, class: 'changed' });
  });

  it('is published from a linked share of 0.6 on, not below', () => {
    const names = ['A', 'B', 'C', 'D', 'E'];
    const plan = planWith(names);
    const shares = [2, 3].map((answered) => {
      const given = names.map((_, at): Given => (at < answered ? 2 : 'DK'));
      const wave = comparedWave(plan, [{ id: '10', given }]);
      const crosswalk = identityCrosswalk(plan);
      const all = comparedWave(plan, [{ id: '10', given: [2, 2, 2, 2, 2] }]);
      const { offices } = compareWaves({ from: wave, to: all, crosswalk, successors: nobodyMoved });
      return offices[0]?.dimensions['d1'];
    });
    expect(shares.map((change) => [change?.share, change?.linked])).toEqual([
      [0.4, null],
      [0.6, 0],
    ]);
  });
});
