import { randomUUID } from 'node:crypto';
import type { Router } from 'express';
import type { Ground } from './ground.ts';
import { healInvitationsJob } from './invitations/heal-invitations.ts';
import type { Invitation } from './invitations/invitation.ts';
import { invitationsRoutes } from './invitations/invitations.routes.ts';
import { linkCode } from './invitations/link.ts';
import { openLink } from './invitations/open-link.ts';
import { oweInvitations } from './invitations/owe-invitations.ts';
import type { Job } from './jobs/job.ts';
import { mailRoutes } from './mail/mail.routes.ts';
import type { MailDebt } from './mail/mail.ts';
import { mailStates } from './mail/mail-states.ts';
import { domainOf } from './mail/mailbox.ts';
import { oweMails } from './mail/owe-mails.ts';
import { oweTestMail } from './mail/owe-test-mail.ts';
import { previewMail } from './mail/preview-mail.ts';
import { renderOwedMail } from './mail/render-owed-mail.ts';
import { sendOwedMailsJob } from './mail/send-owed-mails.ts';
import type { MailTransport } from './mail/transport.ts';
import { listOffices } from './offices/list-offices.ts';
import { responsesRoutes } from './responses/responses.routes.ts';
import { submissionsOf } from './responses/submissions-of.ts';
import { healScoresJob } from './results/heal-scores.ts';
import { recordScore } from './results/record-score.ts';
import { resultsRoutes } from './results/results.routes.ts';
import { subkey } from './secret.ts';
import type { Stores } from './stores.ts';
import { closeDueWavesJob } from './waves/close-due-waves.ts';
import { wavesRoutes } from './waves/waves.routes.ts';

export interface WaveRooms {
  readonly routers: readonly Router[];
  readonly jobs: readonly Job[];
}

interface Around {
  readonly transport: MailTransport;
  /** Ends a run of the mail worker early. */
  readonly signal: AbortSignal;
}

/** Waves, invitations, mail, responses and results: one run of a questionnaire from draft to scores. */
export function waveRooms(ground: Ground, stores: Stores, { transport, signal }: Around): WaveRooms {
  const { config, catalog, now, wake } = ground;
  const { timeZone, url } = config;
  const key = subkey(ground.secret, 'link');
  const newId = randomUUID;
  const shared = {
    now,
    newId,
    timeZone,
    url,
    wake,
    findWave: stores.waves.find,
    findOffice: stores.offices.find,
    listOffices: () => listOffices(stores.offices),
    readCity: stores.settings.readCity,
    findInvitation: stores.invitations.find,
    listInvitations: stores.invitations.list,
    responseStates: stores.responses.states,
    findQuestionnaire: catalog.find,
    linkOf: (invitation: Invitation) => `${url}/r/${linkCode(key, invitation)}`,
    mailStates: (waveId: string) => mailStates({ store: stores.outbox }, waveId),
    oweMails: (debts: readonly MailDebt[]) =>
      oweMails({ store: stores.outbox, messageDomain: domainOf(transport.from) }, debts),
  };
  const inviting = { ...shared, store: stores.invitations };
  const mailing = { ...shared, store: stores.outbox, transport, from: transport.from };
  const waves = {
    ...shared,
    store: stores.waves,
    mailTransport: transport.kind,
    questionnaires: catalog,
    oweInvitations: (wave: Parameters<typeof oweInvitations>[1]) => oweInvitations(inviting, wave),
    previewMail: (command: Parameters<typeof previewMail>[1]) => previewMail(mailing, command),
    oweTestMail: (command: Parameters<typeof oweTestMail>[1]) => oweTestMail(mailing, command),
  };
  const results = {
    ...shared,
    store: stores.officeScores,
    catalog,
    mailTransport: transport.kind,
    listWaves: stores.waves.list,
    findResponse: stores.responses.find,
    submissionsOf: (waveId: string) => submissionsOf({ store: stores.responses }, waveId),
  };
  const answering = {
    ...shared,
    store: stores.responses,
    catalog,
    openLink: (link: string) => openLink({ ...inviting, key }, link),
    markSeen: stores.invitations.markSeen,
    recordScore: (record: Parameters<typeof recordScore>[1]) => recordScore(results, record),
  };
  return {
    routers: [
      wavesRoutes(waves),
      invitationsRoutes(inviting),
      mailRoutes(mailing),
      responsesRoutes(answering),
      resultsRoutes(results),
    ],
    jobs: [
      closeDueWavesJob(waves),
      { ...healScoresJob(results), everySeconds: 60 },
      healInvitationsJob({ ...inviting, listOpenWaves: stores.waves.listOpen }),
      sendOwedMailsJob({
        ...mailing,
        instanceId: newId(),
        signal,
        renderMail: (debt) => renderOwedMail(mailing, debt),
        replyTo: async () => {
          const { contact } = await stores.settings.readCity();
          return { name: contact.name, address: contact.email };
        },
      }),
    ],
  };
}
