import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCount, formatPercent, formatPoints } from '../../reports/numbers/format-number.ts';
import { roundDecimal } from '../../reports/numbers/round-decimal.ts';
import { scoreCell, scoreWords } from '../../reports/numbers/signs.ts';

describe('numbers as they are shown', () => {
  it('rounds half away from zero on the shortest decimal form', () => {
    expect(roundDecimal(8.35, 1)).toBe('8.4');
    expect(roundDecimal(-8.35, 1)).toBe('-8.4');
    expect(roundDecimal(1.005, 2)).toBe('1.01');
    expect(roundDecimal(0.05, 1)).toBe('0.1');
    expect(roundDecimal(-0.04, 1)).toBe('0.0');
    expect(roundDecimal(99.95, 1)).toBe('100.0');
    expect(roundDecimal(1e-9, 1)).toBe('0.0');
    expect(roundDecimal(1.5e21, 0)).toBe('1500000000000000000000');
  });

  it('never moves a number by more than half of its last place', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, places) => {
          const shown = roundDecimal(value, places);
          expect(shown).toMatch(places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${places}}$`));
          expect(Math.abs(Number(shown) - value)).toBeLessThanOrEqual(0.5 * 10 ** -places * (1 + 1e-6));
        },
      ),
    );
  });

  it('is odd: a loss shows the same figures as a gain', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1e6, noNaN: true }), (value) => {
        expect(roundDecimal(-value, 1)).toBe(`-${roundDecimal(value, 1)}`);
      }),
    );
  });

  it('writes a comma in German, a point in English, and a real minus sign', () => {
    expect(formatPoints(48.125, 'de')).toBe('48,1');
    expect(formatPoints(48.125, 'en')).toBe('48.1');
    expect(formatPoints(-5, 'de')).toBe('−5,0');
  });

  it('groups counts by thousands', () => {
    expect(formatCount(1_234_567, 'de')).toBe('1.234.567');
    expect(formatCount(999, 'en')).toBe('999');
    expect(formatCount(-1000, 'en')).toBe('−1,000');
  });

  it('does not call nearly everything 100 % nor nearly nothing 0 %', () => {
    expect(formatPercent(0.6, 'de')).toBe('60\u00a0%');
    expect(formatPercent(0.999, 'en')).toBe('99%');
    expect(formatPercent(0.001, 'en')).toBe('1%');
    expect(formatPercent(1, 'en')).toBe('100%');
    expect(formatPercent(0, 'en')).toBe('0%');
  });
});

describe('signs of a cell', () => {
  it.each([
    [{ value: 46.4, status: 'scored' }, '46,4', '46,4'],
    [{ value: 46.4, status: 'provisional' }, '(46,4)', '46,4, vorläufig'],
    [{ value: 0, status: 'scored' }, '0,0', '0,0'],
    [{ value: null, status: 'insufficient' }, '/', 'zu wenig Angaben'],
    [{ value: null, status: 'notApplicable' }, 'x', 'trifft nicht zu'],
    [{ value: null, status: 'suppressed' }, '·', 'geheim gehalten (kleine Gruppe)'],
    [null, '…', 'steht noch aus'],
  ] as const)('shows %j as %s', (score, cell, words) => {
    expect(scoreCell(score, 'de')).toBe(cell);
    expect(scoreWords(score, 'de')).toBe(words);
  });
});
