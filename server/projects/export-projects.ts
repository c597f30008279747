import { csvDocument } from '../../reports/documents/csv-document.ts';
import { projectsTable } from '../../reports/documents/projects-table.ts';
import { type Download, fileName } from '../exports/download.ts';
import { startedWave } from '../figures/started-wave.ts';
import type { ProjectsDeps } from './projects-deps.ts';
import { readProjects } from './read-projects.ts';

/** The project register as CSV in the language of the wave. */
export async function exportProjects(deps: ProjectsDeps, waveId: string): Promise<Download<string>> {
  const { language, title } = await startedWave(deps, waveId);
  const { projects } = await readProjects(deps, waveId);
  const content = csvDocument(projectsTable(projects, language), language);
  return { name: fileName('projekte', title, 'csv'), content };
}
