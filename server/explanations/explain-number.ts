import type { Explanation } from '../../reports/explanations/explanation.ts';
import type { DimensionPlan } from '../../surveys/plan/plan.ts';
import { round6 } from '../../surveys/scoring/2026.1/numbers.ts';
import { startedWave } from '../figures/started-wave.ts';
import { notPublished } from '../scores/not-published.ts';
import { isPublished, type WaveResults, waveResults } from '../scores/wave-results.ts';
import { explainCity, explainDivision } from './explain-node.ts';
import { explainOffice } from './explain-office.ts';
import type { ExplainQuery, ExplainResponse } from './explanations.wire.ts';
import type { ExplanationsDeps } from './explanations-deps.ts';
import { findDimension, findSubject, type Subject } from './find-subject.ts';

const index = { de: 'Index', en: 'Index' };

function ofWhat(subject: Subject, city: string, dimension: DimensionPlan | null): ExplainResponse['of'] {
  const about = { dimension: dimension?.id ?? null, title: dimension?.title ?? index };
  if (subject.kind === 'city') return { kind: 'city', officeId: null, code: null, name: city, ...about };
  const { officeId, code, name } = subject.kind === 'office' ? subject.state.office : subject.division;
  return { kind: subject.kind, officeId, code, name, ...about };
}

interface Question {
  readonly results: WaveResults;
  readonly subject: Subject;
  readonly city: string;
  readonly dimension: DimensionPlan | null;
}

async function explanationOf(
  deps: ExplanationsDeps,
  { results, subject, city, dimension }: Question,
): Promise<Explanation> {
  if (subject.kind === 'city') return explainCity(results, { name: city, dimension });
  if (subject.kind === 'division') return explainDivision(results, subject.division, dimension);
  return explainOffice(deps, { results, state: subject.state }, dimension);
}

/**
 * Where one number of a wave comes from.
 *
 * @throws Refusal `conflict` while values of a wave of mode several are not shown
 */
export async function explainNumber(
  deps: ExplanationsDeps,
  { waveId, query }: { readonly waveId: string; readonly query: ExplainQuery },
): Promise<ExplainResponse> {
  const results = await waveResults(deps, await startedWave(deps, waveId));
  const { wave, entry, progress } = results;
  const [subject, dimension] = [findSubject(results, query.office), findDimension(results, query.dimension)];
  if (!isPublished(wave, progress)) throw notPublished(wave);
  const { city } = await deps.readCity();
  const { steps, parts, ...explained } = await explanationOf(deps, { results, subject, city, dimension });
  return {
    of: ofWhat(subject, city, dimension),
    ...explained,
    steps: [...steps],
    parts: parts.map((part) => ({
      ...part,
      contribution: part.contribution === null ? null : round6(part.contribution),
    })),
    rules: wave.rules,
    questionnaire: { id: entry.plan.id, version: entry.plan.version },
  };
}
