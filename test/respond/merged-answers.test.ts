import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeAnswers } from '../../client/respond/merge-answers.ts';
import type { Answer } from '../../surveys/answers/answer.ts';

describe('two people change one answer', () => {
  it('joins a level by one and a comment by the other', () => {
    const merged = mergeAnswers({
      base: { value: 1 },
      mine: { value: 1, comment: 'siehe Konzept' },
      theirs: { value: 3 },
    });
    expect(merged).toEqual({ ok: true, value: { value: 3, comment: 'siehe Konzept' } });
  });

  it('joins the projects that both added', () => {
    const old = { id: 'a', title: 'E-Akte' };
    const merged = mergeAnswers({
      base: { value: [old] },
      mine: { value: [old, { id: 'b', title: 'Portal' }] },
      theirs: {
        value: [
          { ...old, status: 'laufend' },
          { id: 'c', title: 'WLAN' },
        ],
      },
    });
    expect(merged).toEqual({
      ok: true,
      value: {
        value: [
          { id: 'a', title: 'E-Akte', status: 'laufend' },
          { id: 'c', title: 'WLAN' },
          { id: 'b', title: 'Portal' },
        ],
      },
    });
  });

  it('does not decide between two levels', () => {
    expect(mergeAnswers({ base: null, mine: { value: 1 }, theirs: { value: 2 } })).toEqual({ ok: false });
  });

  it('does not decide between a level and "does not apply"', () => {
    const merged = mergeAnswers({
      base: { value: 0 },
      mine: { state: 'na', reason: 'elsewhere' },
      theirs: { value: 2 },
    });
    expect(merged).toEqual({ ok: false });
  });

  it('does not bring back a project that one removed and the other left alone', () => {
    const [kept, removed] = [
      { id: 'a', title: 'E-Akte' },
      { id: 'b', title: 'Portal' },
    ];
    const merged = mergeAnswers({
      base: { value: [kept, removed] },
      mine: { value: [kept] },
      theirs: { value: [kept, removed], comment: 'neu' },
    });
    expect(merged).toEqual({ ok: true, value: { value: [kept], comment: 'neu' } });
  });
});

const answer: fc.Arbitrary<Answer | null> = fc.option(
  fc.record(
    {
      value: fc.integer({ min: 0, max: 4 }),
      comment: fc.constantFrom('x', 'y'),
      target: fc.integer({ min: 0, max: 4 }),
    },
    { requiredKeys: [] },
  ),
  { nil: null },
);

describe('merging', () => {
  it('takes whatever only one side changed', () => {
    fc.assert(
      fc.property(answer, answer, (base, changed) => {
        expect(mergeAnswers({ base, mine: changed, theirs: base })).toEqual({ ok: true, value: changed });
        expect(mergeAnswers({ base, mine: base, theirs: changed })).toEqual({ ok: true, value: changed });
      }),
    );
  });

  it('comes to the same result from both sides', () => {
    fc.assert(
      fc.property(answer, answer, answer, (base, mine, theirs) => {
        const here = mergeAnswers({ base, mine, theirs });
        const there = mergeAnswers({ base, mine: theirs, theirs: mine });
        expect(here).toEqual(there);
      }),
    );
  });
});
