import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scalarOf, tick, tickedOf } from '../../client/respond/answer-value.ts';
import { wordsBeside } from '../../client/respond/choice-words.ts';
import { mergeAnswers } from '../../client/respond/merge-answers.ts';
import type { CheckboxPlan } from '../../surveys/plan/plan.ts';
import { planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';

function checkboxOf(): CheckboxPlan {
  const choices = ['a', 'b', 'c', 4];
  const plan = planOf(questionnaireOf([{ type: 'checkbox', name: 'c', choices, showNoneItem: true }]));
  const question = plan.pages[0]?.elements[0];
  if (question?.type !== 'checkbox') throw new Error('no checkbox');
  return question;
}

const question = checkboxOf();
const touches = fc.array(fc.constantFrom<string | number>('a', 'b', 'c', 4, 'none'), { maxLength: 30 });

describe('Ticking', () => {
  it('keeps "none of these" alone and the rest in the order of the questionnaire, whatever is touched', () => {
    fc.assert(
      fc.property(touches, (touched) => {
        const ticked = touched.reduce<readonly (string | number)[]>(
          (now, one) => tick(question, now, one),
          [],
        );
        if (ticked.includes('none')) expect(ticked).toEqual(['none']);
        const order = [...question.choices.map(({ value }) => value), 'none'];
        expect(ticked).toEqual(order.filter((value) => ticked.includes(value)));
      }),
    );
  });

  it('shows what was touched last, unless it was ticked before', () => {
    fc.assert(
      fc.property(touches, fc.constantFrom<string | number>('a', 4, 'none'), (touched, last) => {
        const before = touched.reduce<readonly (string | number)[]>(
          (now, one) => tick(question, now, one),
          [],
        );
        expect(tick(question, before, last).includes(last)).toBe(!before.includes(last));
      }),
    );
  });
});

describe('The answers of two people to a check box', () => {
  it('are one where only one of them changed something', () => {
    const base = { value: ['a'] };
    const mine = { value: ['a', 'b'] };
    expect(mergeAnswers({ base, mine, theirs: base })).toEqual({ ok: true, value: mine });
  });

  it('are for a person to decide where both ticked something else', () => {
    const versions = { base: { value: ['a'] }, mine: { value: ['a', 'b'] }, theirs: { value: ['c'] } };
    expect(mergeAnswers(versions)).toEqual({ ok: false });
    expect(mergeAnswers({ ...versions, base: null })).toEqual({ ok: false });
  });
});

describe('A value', () => {
  it('is read as what it is', () => {
    expect(scalarOf(['a'])).toBeUndefined();
    expect(scalarOf(0)).toBe(0);
    expect(tickedOf(['a', 4])).toEqual(['a', 4]);
    expect(tickedOf([{ id: 'x' }])).toEqual([]);
    expect(tickedOf(3)).toEqual([]);
  });

  it('is not said twice beside its number', () => {
    expect(wordsBeside(1, '1')).toBe('');
    expect(wordsBeside(1, '1 – gar nicht')).toBe('gar nicht');
    expect(wordsBeside(1, '10 – gar nicht')).toBe('10 – gar nicht');
    expect(wordsBeside(2, 'teils')).toBe('teils');
  });
});
