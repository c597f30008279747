import { definitionLimits } from './limits.ts';
import type { Outline } from './outline.ts';
import { type DefinitionProblem, pointerOf } from './problem.ts';
import type { MatrixSource } from './question-shape.ts';

/** SurveyJS knows two names for one property; of both it would take the one that comes last. */
export function* matrixProblems({ matrices }: Outline): Generator<DefinitionProblem> {
  for (const { source, path } of matrices) {
    if (source.eachRowRequired === undefined || source.isAllRowRequired === undefined) continue;
    yield {
      pointer: pointerOf([...path, 'isAllRowRequired']),
      detail: {
        de: '„isAllRowRequired“ ist der alte Name von „eachRowRequired“; nur eines von beiden ist erlaubt.',
        en: '"isAllRowRequired" is the old name of "eachRowRequired"; only one of them is allowed.',
      },
    };
  }
}

/** What a column costs beside its text, in characters. */
const perColumn = 50;

/**
 * Every row repeats the columns, so a small file could grow large: all columns of all rows together stay within the
 * characters a questionnaire may have.
 */
export function problemOfMatrices({ matrices }: Outline): DefinitionProblem | null {
  let characters = 0;
  for (const { source, path } of matrices) {
    characters += source.rows.length * widthOf(source);
    if (characters > definitionLimits.characters) return tooWide(path);
  }
  return null;
}

function widthOf({ columns }: MatrixSource): number {
  return columns.reduce((sum, column) => {
    const label = String(column.value);
    const { de, en } = ('text' in column ? column.text : undefined) ?? { de: label, en: label };
    return sum + perColumn + label.length + de.length + en.length;
  }, 0);
}

function tooWide(path: readonly PropertyKey[]): DefinitionProblem {
  return {
    pointer: pointerOf(path),
    detail: {
      de: 'Die Matrix ist zu groß: weniger Zeilen, weniger Spalten oder kürzere Texte.',
      en: 'The matrix is too big: fewer rows, fewer columns or shorter texts.',
    },
  };
}
