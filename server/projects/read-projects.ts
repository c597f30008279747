import { startedWave } from '../figures/started-wave.ts';
import { questionnaireOf } from '../figures/wave-rules.ts';
import { waveHeader } from '../scores/wave-parts.ts';
import { byCode } from '../scores/wave-results.ts';
import { officeProjects } from './office-projects.ts';
import type { Project, ProjectsResponse } from './projects.wire.ts';
import type { ProjectsDeps } from './projects-deps.ts';

/** The project register of a wave, office by office in the order of their codes. Mode several keeps none: it is text. */
export async function readProjects(deps: ProjectsDeps, waveId: string): Promise<ProjectsResponse> {
  const wave = await startedWave(deps, waveId);
  const entry = questionnaireOf(deps, wave);
  const submissions = wave.mode === 'official' ? await deps.submissionsOf(wave.id) : [];
  const answersOf = new Map(submissions.map(({ officeId, submission }) => [officeId, submission.answers]));
  const projects: Project[] = wave.offices
    .toSorted(byCode)
    .flatMap((office) => officeProjects(entry.plan, office, answersOf.get(office.officeId) ?? {}));
  const offices = new Set(projects.map(({ officeId }) => officeId)).size;
  return { wave: waveHeader(wave, entry), projects, offices };
}
