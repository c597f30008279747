import { csvDocument } from '../../reports/documents/csv-document.ts';
import { columns } from './office-columns.ts';

/**
 * The import file's template as German spreadsheets open it: `;`, UTF-8 with BOM. One row per contact.
 *
 * @param tags fields that are asked of tagged offices only; the first one is the example
 */
export function officeTemplate(tags: readonly string[]): string {
  const rows = [
    ['10', 'Hauptamt', '', '42', '', 'Alex Beispiel', 'alex.beispiel@musterstadt.example', 'lead'],
    ['10', '', '', '', '', 'Kim Muster', 'kim.muster@musterstadt.example', 'expert'],
    ['40', 'Schulamt', '', '18', tags[0] ?? '', 'Toni Wolke', 'toni.wolke@musterstadt.example', 'lead'],
  ];
  return csvDocument({ header: columns, rows }, 'de');
}
