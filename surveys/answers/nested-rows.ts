type ByName<T> = Readonly<Record<string, T>>;

/** By question, the rows of a matrix inside the matrix: the form of files and of submissions. */
export type Nested<T> = ByName<T | ByName<T>>;

/**
 * Turns what is kept by question (answers, revisions) into the form of files: `m.r1` becomes `{"m": {"r1": …}}`.
 * Names of questions and rows hold no dot of their own.
 */
export function nestedRows<T>(byQuestion: ByName<T>): Nested<T> {
  const nested = new Map<string, T | ByName<T>>();
  const matrices = new Map<string, ByName<T>>();
  for (const [question, one] of Object.entries(byQuestion)) {
    const [name = '', row] = question.split('.');
    if (row === undefined) nested.set(name, one);
    else {
      const rows = { ...matrices.get(name), [row]: one };
      matrices.set(name, rows);
      nested.set(name, rows);
    }
  }
  return Object.fromEntries(nested);
}
