import { answeringIdOf } from '../invitations/answering-id.ts';
import type { Invitation } from '../invitations/invitation.ts';
import { deadlineInForce } from '../mail/owed/deadline-in-force.ts';
import { waveIsOpenAt } from '../waves/deadline.ts';
import type { AskedOffice, StartedWave, Wave } from '../waves/wave.ts';
import { type KnownResponse, type Progress, progressOf } from './answer-progress.ts';

export interface OpenAnswersDeps {
  readonly now: () => Date;
  readonly timeZone: string;
  listInvitationsTo(email: string): Promise<readonly Invitation[]>;
  findWave(id: string): Promise<Wave | null>;
  findResponse(waveId: string, answering: string): Promise<KnownResponse | null>;
}

/** Something a person can still answer. */
export interface OpenAnswer {
  readonly wave: StartedWave;
  readonly office: AskedOffice;
  readonly invitation: Invitation;
  readonly deadline: string;
  readonly progress: Exclude<Progress, 'submitted'>;
  /** Share 0–1; 0 where nothing is known. */
  readonly answered: number;
}

async function openAnswer(deps: OpenAnswersDeps, invitation: Invitation): Promise<OpenAnswer | null> {
  if (invitation.revokedAt !== null) return null;
  const wave = await deps.findWave(invitation.waveId);
  if (wave === null || wave.state !== 'open' || !waveIsOpenAt(wave, deps.now(), deps.timeZone)) return null;
  const office = wave.offices.find(({ officeId }) => officeId === invitation.officeId);
  if (!office) return null;
  const response = await deps.findResponse(wave.id, answeringIdOf(wave, invitation));
  const progress = progressOf(wave, invitation, response);
  if (progress === 'submitted') return null;
  const deadline = deadlineInForce(wave, office.officeId);
  const answered = progress === 'unseen' ? 0 : (response?.answered ?? 0);
  return { wave, office, invitation, deadline, progress, answered };
}

/** Everything that somebody with this address can still answer and has not submitted, the next deadline first. */
export async function openAnswersOf(deps: OpenAnswersDeps, email: string): Promise<readonly OpenAnswer[]> {
  const invitations = await deps.listInvitationsTo(email);
  const open = await Promise.all(invitations.map((invitation) => openAnswer(deps, invitation)));
  return open.filter((one) => one !== null).sort((a, b) => a.deadline.localeCompare(b.deadline, 'en'));
}
