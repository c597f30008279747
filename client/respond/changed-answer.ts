import type { Answer } from '../../surveys/answers/answer.ts';

/** The same answer with another value, or blank; what stands beside it stays. */
export function withValue(
  { value: _v, state: _s, reason: _r, reasonText: _t, ...beside }: Answer,
  value?: Answer['value'],
): Answer {
  return value === undefined ? beside : { value, ...beside };
}

/** The same answer with a state in the place of its value, or blank. */
export function withState(answer: Answer, state: 'na' | 'dk' | null): Answer {
  const beside = withValue(answer);
  return state === null ? beside : { state, ...beside };
}
