import type { MatrixSource, RadiogroupSource } from './question-shape.ts';

/** The rows of a matrix as the questions they are, named `<matrix>.<row>`; `visibleIf` stays with the matrix. */
export function rowQuestionsOf(matrix: MatrixSource): readonly RadiogroupSource[] {
  const { weight, reverse, notApplicable, dontKnow, showCommentArea, evidence, target, scale } = matrix;
  const shared = { weight, reverse, notApplicable, dontKnow, showCommentArea, evidence, target, scale };
  return matrix.rows.map((row) => ({
    ...shared,
    type: 'radiogroup',
    name: `${matrix.name}.${row.value}`,
    title: ('text' in row ? row.text : undefined) ?? { de: row.value, en: row.value },
    isRequired: matrix.eachRowRequired ?? matrix.isAllRowRequired ?? false,
    choices: matrix.columns,
  }));
}
