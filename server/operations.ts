import { accountsOperations } from './accounts/accounts.wire.ts';
import { comparisonOperations } from './comparison/comparison.wire.ts';
import { explanationsOperations } from './explanations/explanations.wire.ts';
import { exportsOperations } from './exports/exports.wire.ts';
import { healthOperations } from './health/health.wire.ts';
import { httpOperations } from './http/http.wire.ts';
import type { Operation } from './http/operation.ts';
import { invitationsOperations } from './invitations/invitations.wire.ts';
import { linkAgainOperations } from './link-again/link-again.wire.ts';
import { mailOperations } from './mail/mail.wire.ts';
import { metricsOperations } from './metrics/metrics.wire.ts';
import { officesOperations } from './offices/offices.wire.ts';
import { overviewOperations } from './overview/overview.wire.ts';
import { projectsOperations } from './projects/projects.wire.ts';
import { proposalsOperations } from './proposals/proposals.wire.ts';
import { questionnairesOperations } from './questionnaires/questionnaires.wire.ts';
import { rankingOperations } from './ranking/ranking.wire.ts';
import { remindersOperations } from './reminders/reminders.wire.ts';
import { responsesOperations } from './responses/responses.wire.ts';
import { resultsOperations } from './results/results.wire.ts';
import { settingsOperations } from './settings/settings.wire.ts';
import { wavesOperations } from './waves/waves.wire.ts';

/** Every operation of the HTTP interface; what is not here cannot be reached. */
export const operations: readonly Operation[] = [
  ...httpOperations,
  ...healthOperations,
  ...metricsOperations,
  ...accountsOperations,
  ...settingsOperations,
  ...officesOperations,
  ...questionnairesOperations,
  ...wavesOperations,
  ...invitationsOperations,
  ...mailOperations,
  ...remindersOperations,
  ...proposalsOperations,
  ...linkAgainOperations,
  ...responsesOperations,
  ...resultsOperations,
  ...projectsOperations,
  ...exportsOperations,
  ...overviewOperations,
  ...rankingOperations,
  ...explanationsOperations,
  ...comparisonOperations,
];
