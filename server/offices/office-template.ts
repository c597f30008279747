import { columns } from './office-columns.ts';

const examples = [
  ['10', 'Hauptamt', '', '42', 'verwaltung', 'Alex Beispiel', 'alex.beispiel@musterstadt.example', 'lead'],
  ['10', '', '', '', '', 'Kim Muster', 'kim.muster@musterstadt.example', 'expert'],
];

/** The import file's template as German spreadsheets open it: `;`, UTF-8 with BOM. One row per contact. */
export function officeTemplate(): string {
  const lines = [columns, ...examples].map((cells) => cells.join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
