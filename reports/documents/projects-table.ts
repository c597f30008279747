import type { Language, Text } from '../../surveys/plan/plan.ts';
import type { Cell } from './csv-document.ts';

export interface ProjectRow {
  readonly officeCode: string;
  readonly officeName: string;
  readonly title: string;
  readonly aim: string;
  readonly field: Text | null;
  readonly status: Text | null;
  readonly start: string;
  readonly end: string;
  /** Euro; null: not stated. */
  readonly budget: number | null;
  readonly lead: string;
  readonly risk: string;
}

const headers = {
  de: [
    'Amt',
    'Bezeichnung',
    'Projekt',
    'Ziel',
    'Feld',
    'Stand',
    'Beginn',
    'Ende',
    'Budget (Euro)',
    'Leitung',
    'Risiko',
  ],
  en: [
    'Office',
    'Name',
    'Project',
    'Aim',
    'Field',
    'Status',
    'Start',
    'End',
    'Budget (euro)',
    'Lead',
    'Risk',
  ],
} as const satisfies Record<Language, readonly string[]>;

/**
 * The project register as a table of a file: one row per project, budget in euro, empty when not stated.
 */
export function projectsTable(
  projects: readonly ProjectRow[],
  language: Language,
): { header: readonly string[]; rows: Cell[][] } {
  const rows = projects.map((project) => [
    project.officeCode,
    project.officeName,
    project.title,
    project.aim,
    project.field?.[language] ?? null,
    project.status?.[language] ?? null,
    project.start,
    project.end,
    project.budget,
    project.lead,
    project.risk,
  ]);
  return { header: headers[language], rows };
}
