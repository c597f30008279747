import type { Connection } from 'mongoose';
import { createAccountsStore } from './accounts/accounts-store.ts';
import { createTokensStore } from './accounts/tokens-store.ts';
import { createBackupsStore } from './backup/backups-store.ts';
import { createSuccessorsStore } from './comparison/successors-store.ts';
import { createOfficeFiguresStore } from './figures/office-figures-store.ts';
import { createRateLimitStore } from './http/rate-limit-store.ts';
import { createContactChangesStore } from './invitations/contact-changes-store.ts';
import { createInvitationsStore } from './invitations/invitations-store.ts';
import { createLinkRequestsStore } from './link-again/link-requests-store.ts';
import { createMailPauseStore } from './mail/mail-pause-store.ts';
import { createOutboxStore } from './mail/outbox-store.ts';
import { createImportsStore } from './offices/imports-store.ts';
import { createOfficesStore } from './offices/offices-store.ts';
import { createProposalsStore } from './proposals/proposals-store.ts';
import { createReminderPlansStore } from './reminders/reminder-plans-store.ts';
import { createReminderRunsStore } from './reminders/reminder-runs-store.ts';
import { createAnonymousAnswersStore } from './responses/anonymous-answers-store.ts';
import { createResponseStore } from './responses/response-store.ts';
import { createSettingsStore } from './settings/settings-store.ts';
import { createLeaseStore } from './store/lease-store.ts';
import { createWavesStore } from './waves/waves-store.ts';

export type Stores = ReturnType<typeof createStores>;

/** The store of every room on one connection. */
export function createStores(connection: Connection) {
  return {
    accounts: createAccountsStore(connection),
    tokens: createTokensStore(connection),
    rateLimits: createRateLimitStore(connection),
    settings: createSettingsStore(connection),
    offices: createOfficesStore(connection),
    imports: createImportsStore(connection),
    waves: createWavesStore(connection),
    invitations: createInvitationsStore(connection),
    outbox: createOutboxStore(connection),
    mailPauses: createMailPauseStore(connection),
    contactChanges: createContactChangesStore(connection),
    proposals: createProposalsStore(connection),
    linkRequests: createLinkRequestsStore(connection),
    reminderPlans: createReminderPlansStore(connection),
    reminderRuns: createReminderRunsStore(connection),
    backups: createBackupsStore(connection),
    responses: createResponseStore(connection),
    anonymousAnswers: createAnonymousAnswersStore(connection),
    successors: createSuccessorsStore(connection),
    leases: createLeaseStore(connection),
    officeFigures: createOfficeFiguresStore(connection),
  };
}
