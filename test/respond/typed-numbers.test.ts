import { describe, expect, it } from 'vitest';
import { numberText, parseNumber } from '../../client/respond/dates.ts';

describe('a number as people type it', () => {
  it.each([
    ['1500', 1500],
    ['1.500', 1500],
    ['1.250.000', 1250000],
    ['12,5', 12.5],
    ['1.500,50 €', 1500.5],
    ['−3', -3],
    ['1 500', 1500],
  ])('reads "%s" in German as %d', (typed, meant) => {
    expect(parseNumber(typed, 'de')).toBe(meant);
  });

  it.each([
    ['1,500', 1500],
    ['12.5', 12.5],
    ['1,250,000.25', 1250000.25],
  ])('reads "%s" in English as %d', (typed, meant) => {
    expect(parseNumber(typed, 'en')).toBe(meant);
  });

  it.each(['viel', '12,5,1', '1e5', '12 Tsd.', '--3'])('gives "%s" back as it was typed', (typed) => {
    expect(parseNumber(typed, 'de')).toBe(typed);
  });

  it('shows a number with the comma of the language', () => {
    expect(numberText(1500.5, 'de')).toBe('1500,5');
    expect(numberText(1500.5, 'en')).toBe('1500.5');
  });
});
