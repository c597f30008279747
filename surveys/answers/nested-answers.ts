import { matricesOf } from '../plan/matrices.ts';
import type { Plan } from '../plan/plan.ts';
import type { Answer, Answers } from './answer.ts';

/** Answers as files hold them: those of a matrix by row. */
export type NestedAnswers = Readonly<Record<string, Answer | Answers>>;

/** Answers by question as they are kept, turned into the form of files: `m.r1` becomes `{"m": {"r1": …}}`. */
export function nestedAnswers(plan: Pick<Plan, 'pages'>, answers: Answers): NestedAnswers {
  const places = new Map(
    matricesOf(plan).flatMap(({ name, rows }) =>
      [...rows].map(([row, question]) => [question, { matrix: name, row }] as const),
    ),
  );
  const nested = new Map<string, Answer | Map<string, Answer>>();
  for (const [name, answer] of Object.entries(answers)) {
    const place = places.get(name);
    if (place) rowsIn(nested, place.matrix).set(place.row, answer);
    else nested.set(name, answer);
  }
  return Object.fromEntries(
    [...nested].map(([name, one]) => [name, one instanceof Map ? Object.fromEntries(one) : one]),
  );
}

function rowsIn(nested: Map<string, Answer | Map<string, Answer>>, matrix: string): Map<string, Answer> {
  const known = nested.get(matrix);
  if (known instanceof Map) return known;
  const rows = new Map<string, Answer>();
  nested.set(matrix, rows);
  return rows;
}
