import { csvDocument } from '../../reports/documents/csv-document.ts';
import { projectsTable } from '../../reports/documents/projects-table.ts';
import { type ResponseRecord, responsesDocument } from '../../reports/documents/responses-document.ts';
import { resultsTable } from '../../reports/documents/results-table.ts';
import { readProjects } from './read-projects.ts';
import type { ResultsDeps } from './results-deps.ts';
import { roundedScore } from './rounded-score.ts';
import { byCode, startedWave, waveResults } from './wave-results.ts';

/** A file to be downloaded. */
export interface Download<Content> {
  /** Plain ASCII. */
  readonly name: string;
  readonly content: Content;
}

/** Letters, figures and hyphens only, whatever the title holds. */
function fileName(kind: string, title: string, extension: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${[kind, plain].filter((part) => part !== '').join('-')}.${extension}`.toLowerCase();
}

/** The heatmap as CSV in the language of the wave. */
export async function exportResults(deps: ResultsDeps, waveId: string): Promise<Download<string>> {
  const { wave, entry, offices } = await waveResults(deps, await startedWave(deps, waveId));
  const divisions = new Map(wave.divisions.map(({ officeId, code, name }) => [officeId, `${code} ${name}`]));
  const table = resultsTable(
    {
      dimensions: entry.plan.maturity.dimensions,
      rows: offices.map(({ office, record }) => ({
        code: office.code,
        name: office.name,
        division: divisions.get(office.parentId ?? '') ?? '',
        headcount: office.headcount,
        score: record === null ? null : roundedScore(record.score),
      })),
      rules: entry.rules.version,
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

/** Submitted answers as `pegel score` reads them, by office code. */
export async function exportResponses(
  deps: ResultsDeps,
  waveId: string,
): Promise<Download<readonly ResponseRecord[]>> {
  const wave = await startedWave(deps, waveId);
  const codes = new Map(wave.offices.map(({ officeId, code }) => [officeId, code]));
  const submissions = await deps.submissionsOf(wave.id);
  const named = submissions.flatMap(({ officeId, submission }) => {
    const code = codes.get(officeId);
    return code === undefined ? [] : [{ code, answers: submission.answers }];
  });
  const content = responsesDocument(named.sort(byCode));
  return { name: fileName('antworten', wave.title, 'json'), content };
}
