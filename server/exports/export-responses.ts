import {
  type ResponseRecord,
  responsesDocument,
  severalDocument,
} from '../../reports/documents/responses-document.ts';
import { startedWave } from '../figures/started-wave.ts';
import { notPublished } from '../scores/not-published.ts';
import { byCode, isPublished, type WaveResults, waveResults } from '../scores/wave-results.ts';
import { type Download, fileName } from './download.ts';
import type { ExportsDeps } from './exports-deps.ts';

/** Questionnaire, offices and answers of a wave, as `pegel compare` reads them. */
export interface WaveFile {
  readonly questionnaire: Readonly<Record<string, unknown>>;
  readonly offices: readonly {
    readonly code: string;
    readonly name: string;
    readonly parent: string | null;
    readonly headcount: number | null;
    readonly fields: readonly string[];
  }[];
  readonly responses: readonly ResponseRecord[];
}

async function official(deps: ExportsDeps, { wave, entry }: WaveResults): Promise<readonly ResponseRecord[]> {
  const codes = new Map(wave.offices.map(({ officeId, code }) => [officeId, code]));
  const named = (await deps.submissionsOf(wave.id)).flatMap(({ officeId, submission }) => {
    const code = codes.get(officeId);
    return code === undefined ? [] : [{ code, answers: submission.answers }];
  });
  return responsesDocument(entry.plan, named.sort(byCode));
}

/** Published offices only; what a hidden office said does not leave. */
async function several(deps: ExportsDeps, results: WaveResults): Promise<readonly ResponseRecord[]> {
  const { wave, entry, offices } = results;
  if (!isPublished(wave, results.progress)) throw notPublished(wave);
  const published = [];
  for (const { office, score } of offices) {
    if (score === null || score.status === 'suppressed') continue;
    const { code, fields: tags, officeId } = office;
    published.push({ code, tags, responses: await deps.answersOf(wave.id, officeId) });
  }
  return severalDocument(entry.plan, published);
}

const responsesOf = (deps: ExportsDeps, results: WaveResults) =>
  results.wave.mode === 'official' ? official(deps, results) : several(deps, results);

/** Submitted answers as `pegel score` reads them, by office code. */
export async function exportResponses(
  deps: ExportsDeps,
  waveId: string,
): Promise<Download<readonly ResponseRecord[]>> {
  const results = await waveResults(deps, await startedWave(deps, waveId));
  const content = await responsesOf(deps, results);
  return { name: fileName('antworten', results.wave.title, 'json'), content };
}

/** Everything a recomputation of a wave needs, in one file. */
export async function exportWave(deps: ExportsDeps, waveId: string): Promise<Download<WaveFile>> {
  const results = await waveResults(deps, await startedWave(deps, waveId));
  const { wave, entry } = results;
  const codes = new Map(wave.divisions.map(({ officeId, code }) => [officeId, code]));
  const parentOf = (id: string | null) => (id === null ? null : (codes.get(id) ?? null));
  const asked = new Set(wave.offices.map(({ officeId }) => officeId));
  const nodes = wave.divisions
    .filter(({ officeId }) => !asked.has(officeId))
    .map((division) => ({ ...division, headcount: null, fields: [] }));
  const offices = [...nodes, ...wave.offices]
    .toSorted(byCode)
    .map(({ code, name, parentId, headcount, fields }) => {
      return { code, name, parent: parentOf(parentId), headcount, fields };
    });
  const content = { questionnaire: entry.definition, offices, responses: await responsesOf(deps, results) };
  return { name: fileName('erhebung', wave.title, 'json'), content };
}
