import type { ImportProblem, ImportResponse } from '../../../server/offices/offices.wire.ts';
import { ProblemError } from '../../http.ts';

function isProblem(entry: unknown): entry is ImportProblem {
  return (
    typeof entry === 'object' && entry !== null && 'row' in entry && 'column' in entry && 'detail' in entry
  );
}

/** The problems of a refused import as a preview in which nothing can be written; null: another kind of error. */
export function readImportRefusal(error: unknown): ImportResponse | null {
  if (!(error instanceof ProblemError) || error.kind !== 'import-refused') return null;
  const { problems } = error.facts;
  if (!Array.isArray(problems)) return null;
  return {
    dryRun: true,
    rows: typeof error.facts['rows'] === 'number' ? error.facts['rows'] : 0,
    offices: { created: [], changed: [], unchanged: 0 },
    contacts: { created: 0, changed: 0 },
    notInFile: [],
    problems: problems.filter(isProblem),
  };
}
