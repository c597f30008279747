import { byCode, type OfficeState, type WaveResults } from '../scores/wave-results.ts';
import type { ResultsDivision, ResultsOffice } from './results.wire.ts';

export function resultsOffice({ scores }: WaveResults, state: OfficeState): ResultsOffice {
  const { officeId, code, name, parentId, headcount } = state.office;
  return {
    officeId,
    code,
    name,
    divisionId: parentId,
    headcount,
    submittedAt: state.submittedAt?.toISOString() ?? null,
    answered: state.answered,
    invited: state.invited,
    submissions: state.submissions,
    score: scores.shown.get(officeId) ?? null,
  };
}

/** The divisions of a wave, each with the mean over the asked offices below it and itself. */
export function resultsDivisions({ wave, scores }: WaveResults): ResultsDivision[] {
  return wave.divisions.toSorted(byCode).flatMap(({ officeId, code, name }) => {
    const score = scores.divisions.get(officeId);
    return score ? [{ officeId, code, name, score }] : [];
  });
}
