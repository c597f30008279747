const nothing = 1e-9;

/** Rank of a matrix by Gaussian elimination with row pivots. */
export function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < width && rank < rows.length; column += 1) {
    const at = largestIn(rows, column, rank);
    const pivot = rows[at];
    if (!pivot || Math.abs(pivot[column] ?? 0) < nothing) continue;
    rows[at] = rows[rank] ?? pivot;
    rows[rank] = pivot;
    for (const row of rows.slice(rank + 1)) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let i = column; i < width; i += 1) row[i] = (row[i] ?? 0) - factor * (pivot[i] ?? 0);
    }
    rank += 1;
  }
  return rank;
}

function largestIn(rows: readonly (readonly number[])[], column: number, from: number): number {
  let best = from;
  for (let at = from; at < rows.length; at += 1)
    if (Math.abs(rows[at]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = at;
  return best;
}

/** Whether some combination of the equations speaks of these unknowns alone. */
export function isolates(equations: readonly (readonly number[])[], unknowns: readonly number[]): boolean {
  const without = equations.map((row) => row.map((value, at) => (unknowns.includes(at) ? 0 : value)));
  return rankOf(without) < rankOf(equations);
}

/** Whether the equations determine a weighted sum of the unknowns. */
export function determines(equations: readonly (readonly number[])[], target: readonly number[]): boolean {
  return rankOf([...equations, target]) === rankOf(equations);
}
