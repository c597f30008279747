import type { Answer, Ticked } from '../../surveys/answers/answer.ts';
import type { CheckboxPlan, Scalar } from '../../surveys/plan/plan.ts';

type Value = Answer['value'];

/** The one value of a question that has one; undefined when it is blank or a list. */
export function scalarOf(value: Value): Scalar | undefined {
  return typeof value === 'object' ? undefined : value;
}

/** The ticked choices of a checkbox; none when the value is none. */
export function tickedOf(value: Value): readonly Ticked[] {
  if (typeof value !== 'object') return [];
  return value.filter((one) => typeof one !== 'object');
}

/** What is ticked after a tick or its removal, in the order of the questionnaire: "none of these" stands alone. */
export function tick(
  { choices, none }: CheckboxPlan,
  ticked: readonly Ticked[],
  touched: Ticked,
): readonly Ticked[] {
  if (ticked.includes(touched)) return ticked.filter((one) => one !== touched);
  if (touched === none?.value) return [touched];
  return choices.map(({ value }) => value).filter((value) => value === touched || ticked.includes(value));
}
