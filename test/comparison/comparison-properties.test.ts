import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWaves } from '../../reports/comparison/compare-waves.ts';
import type { ComparedWave, Comparison, Crosswalk } from '../../reports/comparison/comparison.ts';
import { identityCrosswalk } from '../../reports/comparison/crosswalk-links.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import type { Given } from '../scoring/score-of.ts';
import { type Asked, comparedWave, nobodyMoved } from './compared-wave.ts';

const dimensions = [
  { id: 'd1', title: 'Eins', field: 'verwaltung', weight: 2 },
  { id: 'd2', title: 'Zwei', field: 'verwaltung', weight: 1 },
  { id: 'd3', title: 'Drei', field: 'bildung', weight: 1 },
];
const fields = [
  { id: 'verwaltung', title: 'Verwaltung' },
  { id: 'bildung', title: 'Bildung' },
];
const weights = [1, 2, 1, 3];

/** Three dimensions of four items: a1 … a4, b1 … b4, c1 … c4; the newer version replaces the last of each. */
function planOfVersion(version: 1 | 2) {
  const last = version === 1 ? '4' : '5';
  const pages = ['a', 'b', 'c'].map((letter, at) => ({
    name: `p${letter}`,
    dimension: `d${at + 1}`,
    elements: ['1', '2', '3', last].map((n, place) => item(`${letter}${n}`, { weight: weights[place] })),
  }));
  return planOf(questionnaireOf([], { maturity: { version, dimensions, fields }, pages }));
}
const [older, newer] = [planOfVersion(1), planOfVersion(2)];

const given = fc.constantFrom<Given>(0, 1, 2, 3, 4, 4, 3, 'NA', 'DK', 'blank');
const answers = fc.array(given, { minLength: 12, maxLength: 12 });
const offices = fc
  .array(
    fc.record({
      given: fc.option(answers, { freq: 8 }),
      headcount: fc.option(fc.integer({ min: 0, max: 99 })),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((list): Asked[] => list.map((one, at) => ({ id: `o${at}`, parent: at % 2 ? 'even' : 'odd', ...one })));
const nodes = ['even', 'odd'].map((id) => ({ id, parent: null }));

const classes = fc.constantFrom('same' as const, 'editorial' as const, 'changed' as const);
const crosswalks = fc.array(classes, { minLength: 9, maxLength: 9 }).map((chosen): Crosswalk => {
  const kept = ['a', 'b', 'c'].flatMap((letter) => ['1', '2', '3'].map((n) => letter + n));
  return {
    fromVersion: 1,
    toVersion: 2,
    items: Object.fromEntries([
      ...kept.map((id, at) => [id, { from: id, change: chosen[at] ?? 'same', reason: null }]),
      ...['a5', 'b5', 'c5'].map((id) => [id, { from: null, change: 'new', reason: null }]),
    ]),
    dropped: ['a4', 'b4', 'c4'],
  };
});

function changesOf({ offices: compared, divisions }: Comparison) {
  return [...compared, ...divisions].flatMap(({ index, fields: own, dimensions: all }) => [
    index,
    ...Object.values(own),
    ...Object.values(all),
  ]);
}

const waveOf = (plan: typeof older, asked: readonly Asked[]): ComparedWave =>
  comparedWave(plan, asked, nodes);

describe('a comparison of any two waves', () => {
  it('splits every raw change into the same questions and another questionnaire', () => {
    fc.assert(
      fc.property(offices, offices, crosswalks, (before, after, crosswalk) => {
        const comparison = compareWaves({
          from: waveOf(older, before),
          to: waveOf(newer, after),
          crosswalk,
          successors: nobodyMoved,
        });
        for (const { from, to, raw, linked, composition, share, verdict } of changesOf(comparison)) {
          if (from !== null && to !== null && raw !== null) expect(raw).toBeCloseTo(to - from, 9);
          if (raw !== null && linked !== null) expect(composition).toBeCloseTo(raw - linked, 9);
          expect(linked === null).toBe(verdict === 'notComparable');
          if (linked !== null) expect(Math.abs(linked)).toBeLessThanOrEqual(100);
          if (share !== null) expect(share >= 0 && share <= 1 + 1e-9).toBe(true);
        }
      }),
    );
  });

  it('splits every raw change of the city into three parts, and tests nobody twice', () => {
    fc.assert(
      fc.property(offices, offices, crosswalks, (before, after, crosswalk) => {
        const { city, offices: compared } = compareWaves({
          from: waveOf(older, before),
          to: waveOf(newer, after),
          crosswalk,
          successors: nobodyMoved,
        });
        for (const change of Object.values(city)) {
          const { raw, mean, composition, organisation, n, wilcoxonP } = change;
          if (organisation !== null)
            expect((mean ?? 0) + (composition ?? 0) + organisation).toBeCloseTo(raw ?? Number.NaN, 9);
          expect(n).toBeLessThanOrEqual(compared.length);
          expect(wilcoxonP === null).toBe(n < 6);
        }
      }),
    );
  });

  it('with itself gives zeros and "unchanged"', () => {
    fc.assert(
      fc.property(offices, (asked) => {
        const wave = waveOf(older, asked);
        const crosswalk = identityCrosswalk(older);
        const comparison = compareWaves({ from: wave, to: wave, crosswalk, successors: nobodyMoved });
        for (const { raw, linked, composition, verdict } of changesOf(comparison)) {
          expect(raw ?? 0).toBe(0);
          expect(linked ?? 0).toBe(0);
          expect(composition ?? 0).toBe(0);
          expect(['unchanged', 'notComparable']).toContain(verdict);
        }
        expect([comparison.onlyFrom, comparison.onlyTo]).toEqual([[], []]);
      }),
    );
  });

  it('does not depend on the order of the offices', () => {
    fc.assert(
      fc.property(offices, offices, crosswalks, (before, after, crosswalk) => {
        const successors = nobodyMoved;
        const compared = (a: readonly Asked[], b: readonly Asked[]) =>
          compareWaves({ from: waveOf(older, a), to: waveOf(newer, b), crosswalk, successors });
        const [one, other] = [compared(before, after), compared(before.toReversed(), after.toReversed())];
        expect(other.offices).toEqual(one.offices);
        expect(other.city).toEqual(one.city);
      }),
    );
  });

  it('is not changed by merging offices that say the same, however large they are', () => {
    const same = fc.record({
      given: answers,
      after: answers,
      people: fc.array(fc.option(fc.integer({ min: 0, max: 500 })), { minLength: 2, maxLength: 4 }),
    });
    fc.assert(
      fc.property(same, crosswalks, ({ given: said, after, people }, crosswalk) => {
        const parts = people.map((headcount, at): Asked => ({ id: `part${at}`, given: said, headcount }));
        const rows = parts.map(({ id }) => ({ from: id, to: 'whole', share: 1 }));
        const to = waveOf(newer, [{ id: 'whole', given: after }]);
        const merged = compareWaves({ from: waveOf(older, parts), to, crosswalk, successors: { rows } });
        const alone = compareWaves({
          from: waveOf(older, [{ id: 'whole', given: said }]),
          to,
          crosswalk,
          successors: nobodyMoved,
        });
        const [one, other] = [merged, alone].map(({ offices: compared }) => compared[0]?.dimensions);
        for (const [id, change] of Object.entries(other ?? {})) {
          expect(one?.[id]?.linked === null).toBe(change.linked === null);
          expect(one?.[id]?.linked ?? 0).toBeCloseTo(change.linked ?? 0, 9);
          expect(one?.[id]?.from ?? -1).toBeCloseTo(change.from ?? -1, 9);
        }
        expect(merged.offices[0]?.skipped).toBe(0);
      }),
    );
  });

  it('gives every office that was split the year of the whole', () => {
    fc.assert(
      fc.property(
        answers,
        answers,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (said, after, share) => {
          const rows = [
            { from: 'whole', to: 'one', share },
            { from: 'whole', to: 'two', share: 1 - share },
          ];
          const from = waveOf(older, [{ id: 'whole', given: said, headcount: 40 }]);
          const to = waveOf(older, [
            { id: 'one', given: after },
            { id: 'two', given: after },
          ]);
          const crosswalk = identityCrosswalk(older);
          const { offices: split } = compareWaves({ from, to, crosswalk, successors: { rows } });
          expect(split.map(({ predecessors }) => predecessors)).toEqual([
            [{ office: 'whole', share: 1 }],
            [{ office: 'whole', share: 1 }],
          ]);
          expect(split[0]?.dimensions).toEqual(split[1]?.dimensions);
        },
      ),
    );
  });
});
