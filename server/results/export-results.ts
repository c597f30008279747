import { csvDocument } from '../../reports/documents/csv-document.ts';
import { projectsTable } from '../../reports/documents/projects-table.ts';
import { resultsTable } from '../../reports/documents/results-table.ts';
import { type Download, fileName } from './download.ts';
import { readProjects } from './read-projects.ts';
import type { ResultsDeps } from './results-deps.ts';
import { startedWave, waveResults } from './wave-results.ts';

/** The heatmap as CSV in the language of the wave. */
export async function exportResults(deps: ResultsDeps, waveId: string): Promise<Download<string>> {
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

/** The project register as CSV in the language of the wave. */
export async function exportProjects(deps: ResultsDeps, waveId: string): Promise<Download<string>> {
  const { language, title } = await startedWave(deps, waveId);
  const { projects } = await readProjects(deps, waveId);
  const content = csvDocument(projectsTable(projects, language), language);
  return { name: fileName('projekte', title, 'csv'), content };
}
