import { rulesOf } from '../surveys/scoring/rules.ts';
import type { Catalog } from './questionnaires/catalog.ts';
import { submissionsOf } from './responses/submissions-of.ts';
import { answersOfOffice, submittedCounts } from './responses/submitted-answers.ts';
import { rememberScores } from './results/remembered-scores.ts';
import type { ResultsDeps } from './results/results-deps.ts';
import type { Stores } from './stores.ts';

/** What the results of waves are read from. */
export function resultsOf(stores: Stores, catalog: Catalog): ResultsDeps {
  const { responses, anonymousAnswers, invitations } = stores;
  const { submittedCounts: submittedInvitations } = invitations;
  const submitted = { store: responses, anonymous: anonymousAnswers, submittedInvitations };
  return {
    catalog,
    rulesOf,
    remembered: rememberScores(),
    store: stores.officeFigures,
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
