import type { Comparison } from '../../../reports/comparison/comparison.ts';
import type { Plan } from '../../../surveys/plan/plan.ts';

/** What `pegel compare --json` prints (formats.md §4), every number at 6 decimals. */
export interface CompareDocument extends Comparison {
  readonly rules: string;
  readonly questionnaire: {
    readonly id: string;
    readonly fromVersion: number;
    readonly toVersion: number;
  };
}

/** @param comparison rounded */
export function compareDocument(
  comparison: Comparison,
  { from, to, rules }: { readonly from: Plan; readonly to: Plan; readonly rules: string },
): CompareDocument {
  const questionnaire = { id: to.id, fromVersion: from.version, toVersion: to.version };
  return { rules, questionnaire, ...comparison };
}
