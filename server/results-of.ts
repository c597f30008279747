import { rulesOf } from '../surveys/scoring/rules.ts';
import type { ExplanationsDeps } from './explanations/explanations-deps.ts';
import type { ExportsDeps } from './exports/exports-deps.ts';
import type { FiguresDeps } from './figures/figures-deps.ts';
import type { Catalog } from './questionnaires/catalog.ts';
import { submissionsOf } from './responses/submissions-of.ts';
import { answersOfOffice, submittedCounts } from './responses/submitted-answers.ts';
import { rememberScores } from './scores/remembered-scores.ts';
import type { RescoreDeps } from './scores/rescore-wave.ts';
import type { Stores } from './stores.ts';

/** What figures are kept from, and what results, exports and explanations of waves are read from. */
export function resultsOf(
  stores: Stores,
  catalog: Catalog,
): FiguresDeps & RescoreDeps & ExplanationsDeps & ExportsDeps {
  const { responses, anonymousAnswers, invitations, officeFigures } = stores;
  const { submittedCounts: submittedInvitations } = invitations;
  const submitted = { store: responses, anonymous: anonymousAnswers, submittedInvitations };
  return {
    catalog,
    rulesOf,
    remembered: rememberScores(),
    store: officeFigures,
    basesOf: officeFigures.bases,
    figuresOf: officeFigures.list,
    findFigures: officeFigures.find,
    addFigures: officeFigures.add,
    findWave: stores.waves.find,
    listWaves: stores.waves.list,
    readCity: stores.settings.readCity,
    drafts: stores.responses.drafts,
    responseStates: stores.responses.states,
    findResponse: stores.responses.find,
    submissionsOf: (waveId) => submissionsOf(submitted, waveId),
    submissionCounts: (waveId) => submittedCounts(submitted, waveId),
    answersOf: (waveId, officeId) => answersOfOffice(submitted, waveId, officeId),
  };
}
