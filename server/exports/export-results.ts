import { csvDocument } from '../../reports/documents/csv-document.ts';
import { resultsTable } from '../../reports/documents/results-table.ts';
import { startedWave } from '../figures/started-wave.ts';
import { waveResults } from '../scores/wave-results.ts';
import { type Download, fileName } from './download.ts';
import type { ExportsDeps } from './exports-deps.ts';

/** The heatmap as CSV in the language of the wave. */
export async function exportResults(deps: ExportsDeps, waveId: string): Promise<Download<string>> {
  const { wave, entry, offices } = await waveResults(deps, await startedWave(deps, waveId));
  const divisions = new Map(wave.divisions.map(({ officeId, code, name }) => [officeId, `${code} ${name}`]));
  const table = resultsTable(
    {
      dimensions: entry.plan.maturity.dimensions,
      rows: offices.map(({ office, submissions, score }) => ({
        code: office.code,
        name: office.name,
        division: divisions.get(office.parentId ?? '') ?? '',
        headcount: office.headcount,
        responses: submissions,
        score,
      })),
      several: wave.mode === 'several',
      rules: wave.rules,
      questionnaire: { id: entry.plan.id, version: entry.plan.version },
    },
    wave.language,
  );
  return { name: fileName('ergebnisse', wave.title, 'csv'), content: csvDocument(table, wave.language) };
}
