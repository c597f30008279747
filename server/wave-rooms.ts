import { randomBytes, randomUUID } from 'node:crypto';
import type { Router } from 'express';
import type { Language } from '../surveys/plan/plan.ts';
import { comparisonRoutes } from './comparison/comparison.routes.ts';
import { explanationsRoutes } from './explanations/explanations.routes.ts';
import { exportsRoutes } from './exports/exports.routes.ts';
import { keepFiguresJob } from './figures/keep-figures.ts';
import { recordScore } from './figures/record-score.ts';
import { createSettledWaves } from './figures/settled-waves.ts';
import type { Ground } from './ground.ts';
import { linkAgainLimits } from './http/rate-limits.ts';
import { finishContactChangesJob } from './invitations/finish-contact-change.ts';
import { healInvitationsJob } from './invitations/heal-invitations.ts';
import type { Invitation } from './invitations/invitation.ts';
import { invitationsRoutes } from './invitations/invitations.routes.ts';
import { linkCode } from './invitations/link.ts';
import { openLink } from './invitations/open-link.ts';
import { oweInvitations } from './invitations/owe-invitations.ts';
import { replaceContact } from './invitations/replace-contact.ts';
import type { Job } from './jobs/job.ts';
import { answerLinkRequestsJob } from './link-again/answer-link-requests.ts';
import { linkAgainRoutes } from './link-again/link-again.routes.ts';
import { plainLetterhead } from './mail/letterhead.ts';
import { mailRoutes } from './mail/mail.routes.ts';
import type { MailDebt } from './mail/mail.ts';
import { mailStates } from './mail/mail-states.ts';
import { domainOf, type Mailbox } from './mail/mailbox.ts';
import { oweMails } from './mail/owe-mails.ts';
import { oweTestMail } from './mail/owe-test-mail.ts';
import { previewMail } from './mail/preview-mail.ts';
import { renderOwedMail } from './mail/render-owed-mail.ts';
import { sendOwedMailsJob } from './mail/send-owed-mails.ts';
import { defaultTemplate } from './mail/templates/default-template.ts';
import type { TemplateKind } from './mail/templates/template-kinds.ts';
import type { MailTransport } from './mail/transport.ts';
import { listOffices } from './offices/list-offices.ts';
import { overviewRoutes } from './overview/overview.routes.ts';
import { projectsRoutes } from './projects/projects.routes.ts';
import { proposalsRoutes } from './proposals/proposals.routes.ts';
import { rankingRoutes } from './ranking/ranking.routes.ts';
import { createRankingRuns } from './ranking/ranking-runs.ts';
import { oweRemindersJob } from './reminders/owe-reminders.ts';
import { remindersRoutes } from './reminders/reminders.routes.ts';
import { remindingOf } from './reminding-of.ts';
import { endSubmissions } from './responses/end-submissions.ts';
import { finishSubmissionsJob } from './responses/finish-submissions.ts';
import { responsesRoutes } from './responses/responses.routes.ts';
import { resultsRoutes } from './results/results.routes.ts';
import { resultsOf } from './results-of.ts';
import { shownFigures } from './scores/shown-figures.ts';
import { subkey } from './secret.ts';
import type { Stores } from './stores.ts';
import { closeDueWavesJob } from './waves/close-due-waves.ts';
import { wavesRoutes } from './waves/waves.routes.ts';
import type { WavesDeps } from './waves/waves-deps.ts';

export interface WaveRooms {
  readonly routers: readonly Router[];
  readonly jobs: readonly Job[];
}

interface Around {
  readonly transport: MailTransport;
  /** Ends a run of the mail worker early. */
  readonly signal: AbortSignal;
}

type Shared = ReturnType<typeof sharedFunctions>;

/** Waves, invitations, mail, responses and results: one run of a questionnaire from draft to scores. */
export function waveRooms(ground: Ground, stores: Stores, { transport, signal }: Around): WaveRooms {
  const key = subkey(ground.secret, 'link');
  const shared = sharedFunctions({ ground, stores, transport, key });
  const inviting = {
    ...shared,
    store: stores.invitations,
    changes: stores.contactChanges,
    replaceOffice: stores.offices.replace,
    wasHandedOver: stores.contactChanges.wasHandedOver,
  };
  const openOwnLink = (link: string) => openLink({ ...inviting, key }, link);
  const mailing = {
    ...shared,
    store: stores.outbox,
    pauses: stores.mailPauses,
    transport,
    from: transport.from,
  };
  const reminding = {
    ...shared,
    ...shared.reminding,
    plans: stores.reminderPlans,
    runs: stores.reminderRuns,
    holidays: ground.config.holidays,
    listOpenWaves: stores.waves.listOpen,
    requests: stores.linkRequests,
    limits: linkAgainLimits({ store: stores.rateLimits, now: ground.now }),
  };
  const waves = wavesDeps({ shared, stores, mailing });
  const results = resultsOf(stores, shared.catalog);
  const answering = {
    ...shared,
    ...sealingOf(stores),
    store: stores.responses,
    openLink: openOwnLink,
    markSeen: stores.invitations.markSeen,
    recordScore: (record: Parameters<typeof recordScore>[1]) => recordScore(results, record),
  };
  return {
    routers: [
      wavesRoutes(waves),
      invitationsRoutes(inviting),
      mailRoutes(mailing),
      remindersRoutes(reminding),
      linkAgainRoutes(reminding),
      proposalsRoutes({
        ...shared,
        proposals: stores.proposals,
        openLink: openOwnLink,
        replaceContact: (command) => replaceContact(inviting, command),
        listContactChanges: stores.contactChanges.list,
      }),
      responsesRoutes(answering),
      resultsRoutes(results),
      projectsRoutes(results),
      exportsRoutes(results),
      overviewRoutes({ ...shared, ...results }),
      rankingRoutes({ ...results, runs: createRankingRuns({ signal }) }),
      explanationsRoutes(results),
      comparisonRoutes({
        ...shared,
        store: stores.successors,
        shownFigures: (wave) => shownFigures(results, wave),
      }),
    ],
    jobs: [
      closeDueWavesJob(waves),
      finishSubmissionsJob(sealingOf(stores)),
      keepFiguresJob({
        ...results,
        settled: createSettledWaves(),
        endSubmissions: (wave) => endSubmissions({ ...sealingOf(stores), store: stores.responses }, wave),
        wake: shared.wake,
        signal,
      }),
      healInvitationsJob({ ...inviting, listOpenWaves: stores.waves.listOpen }),
      finishContactChangesJob(inviting),
      answerLinkRequestsJob(reminding),
      oweRemindersJob(reminding),
      sendOwedMailsJob({
        ...mailing,
        isPaused: async () => (await stores.mailPauses.pausedSince()) !== null,
        instanceId: shared.newId(),
        signal,
        renderMail: (debt) => renderOwedMail(mailing, debt),
        replyTo: () => contactMailbox(stores),
      }),
    ],
  };
}

/** What an anonymous submission writes to, one after the other. */
function sealingOf({ invitations, anonymousAnswers }: Stores) {
  const { seal: sealInvitation, forgetKey, unseal, listSealed } = invitations;
  const newKey = () => randomBytes(24).toString('hex');
  return { newKey, anonymous: anonymousAnswers, sealInvitation, forgetKey, unseal, listSealed };
}

interface SharedParts {
  readonly ground: Ground;
  readonly stores: Stores;
  readonly transport: MailTransport;
  /** The subkey for links. */
  readonly key: Buffer;
}

/** What the rooms ask of each other. */
function sharedFunctions({ ground, stores, transport, key }: SharedParts) {
  const { config, catalog, now, wake } = ground;
  const { timeZone, url } = config;
  return {
    now,
    newId: randomUUID,
    timeZone,
    url,
    wake,
    catalog,
    mailTransport: transport.kind,
    findWave: stores.waves.find,
    findOffice: stores.offices.find,
    listOffices: () => listOffices(stores.offices),
    readCity: stores.settings.readCity,
    readLetterhead: async () => plainLetterhead,
    findTemplate: async (kind: TemplateKind, language: Language) => defaultTemplate(kind, language),
    reminding: remindingOf(stores, { now, timeZone }),
    findInvitation: stores.invitations.find,
    listInvitations: stores.invitations.list,
    responseStates: stores.responses.states,
    findQuestionnaire: catalog.find,
    linkOf: (invitation: Invitation) => `${url}/r/${linkCode(key, invitation)}`,
    mailStates: (waveId: string) => mailStates({ store: stores.outbox }, waveId),
    oweMails: (debts: readonly MailDebt[]) =>
      oweMails({ store: stores.outbox, messageDomain: domainOf(transport.from) }, debts),
  };
}

interface WavesParts {
  readonly shared: Shared;
  readonly stores: Stores;
  readonly mailing: Parameters<typeof previewMail>[0] & Parameters<typeof oweTestMail>[0];
}

function wavesDeps({ shared, stores, mailing }: WavesParts): WavesDeps {
  return {
    ...shared,
    store: stores.waves,
    questionnaires: shared.catalog,
    oweInvitations: (wave) => oweInvitations({ ...shared, store: stores.invitations }, wave),
    previewMail: (command) => previewMail(mailing, command),
    oweTestMail: (command) => oweTestMail(mailing, command),
  };
}

/** Whom an answer to a mail reaches. */
async function contactMailbox({ settings }: Stores): Promise<Mailbox> {
  const { contact } = await settings.readCity();
  return { name: contact.name, address: contact.email };
}
