import fc from 'fast-check';
import { expect, it } from 'vitest';
import { saveAnswersRequest, submitRequest } from '../../server/responses/responses.wire.ts';
import { questionsOf } from '../../surveys/plan/questions.ts';
import { item, planOf, questionnaireOf } from './build-questionnaire.ts';

const first = fc.constantFrom('a', 'Z', 'ä', 'ß', 'é', 'д');
const sign = fc.constantFrom('a', 'Z', 'ü', '9', '_', '-', '/', '~', 'я');
const name = fc
  .tuple(first, fc.string({ unit: sign, maxLength: 62 }))
  .map(([start, rest]) => `${start}x${rest}`);

/** As a submission names a row: inside its matrix. */
function nested(key: string, value: number): Record<string, unknown> {
  const dot = key.indexOf('.');
  return dot < 0 ? { [key]: value } : { [key.slice(0, dot)]: { [key.slice(dot + 1)]: value } };
}

function accepts(key: string): boolean {
  const changes = [{ key, base: 0, value: 1 }];
  const saved = saveAnswersRequest.safeParse({ saveId: 'a-save-id', changes }).success;
  const submitted = submitRequest.safeParse({ seen: nested(key, 0), answers: nested(key, 1) }).success;
  expect(submitted).toBe(saved);
  return saved;
}

it('takes answers under every name a questionnaire may give', () => {
  fc.assert(
    fc.property(fc.tuple(name, name), ([question, row]) => {
      const matrix = { type: 'matrix', name: `m${question}`.slice(0, 64), columns: [0, 1], rows: [row] };
      const plan = planOf(questionnaireOf([item(`q${question}`.slice(0, 64)), matrix]));
      for (const { name: key } of questionsOf(plan)) expect(accepts(key)).toBe(true);
    }),
  );
});

it.each([
  ...['', '1a', 'a.b.c', '.a', 'a.', 'a.1', '$where', 'a$', 'a b', 'a\0', 'a\n'],
  ...['x'.repeat(65), `a.${'x'.repeat(65)}`, 'u\u0308'],
])('takes no answer under %j', (key) => {
  expect(accepts(key)).toBe(false);
});
