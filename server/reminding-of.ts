import type { Reminding } from './mail/owed/reminding.ts';
import { listOffices } from './offices/list-offices.ts';
import { escalationNow } from './reminders/escalation-now.ts';
import { openAnswersOf } from './reminders/open-answers-of.ts';
import type { Stores } from './stores.ts';

/** What reminders are written from, of these stores. */
export function remindingOf(stores: Stores, clock: { now: () => Date; timeZone: string }): Reminding {
  const { waves, invitations, responses, outbox, reminderPlans } = stores;
  const open = {
    ...clock,
    findWave: waves.find,
    listInvitationsTo: invitations.listByEmail,
    findResponse: responses.find,
  };
  const escalating = {
    plans: reminderPlans,
    findWave: waves.find,
    listInvitations: invitations.list,
    responseStates: responses.states,
    listOffices: () => listOffices(stores.offices),
  };
  return {
    openAnswersOf: (email) => openAnswersOf(open, email),
    escalationNow: (waveId) => escalationNow(escalating, waveId),
    wasSentTo: outbox.wasSentTo,
    isOwedLater: outbox.isOwedLater,
  };
}
