import type { Invitation } from '../invitations/invitation.ts';
import type { Office } from '../offices/office.ts';
import { waveIsOpenAt } from '../waves/deadline.ts';
import type { Wave } from '../waves/wave.ts';
import {
  type City,
  type ComposeDeps,
  composeInvitation,
  composeSample,
  sampleRecipient,
} from './compose-mail.ts';
import type { MailDebt, RenderedMail } from './mail.ts';

export interface RenderDeps extends ComposeDeps {
  readonly now: () => Date;
  readonly timeZone: string;
  findWave(id: string): Promise<Wave | null>;
  findInvitation(id: string): Promise<Invitation | null>;
  listOffices(): Promise<readonly Office[]>;
  readCity(): Promise<City>;
}

/** A test mail that could not be sent for so long is no longer waited for. */
const testMailHours = 24;

async function renderTest(deps: RenderDeps, debt: MailDebt, wave: Wave): Promise<RenderedMail | null> {
  const age = deps.now().getTime() - debt.dueAt.getTime();
  if (age > testMailHours * 3_600_000) return null;
  const recipient = sampleRecipient(wave, await deps.listOffices(), null);
  const city = await deps.readCity();
  return composeSample(deps, {
    occasion: 'test',
    wave,
    recipient,
    to: debt.to,
    city,
    language: debt.language,
  });
}

async function renderInvitation(deps: RenderDeps, debt: MailDebt, wave: Wave): Promise<RenderedMail | null> {
  if (wave.state === 'draft' || !waveIsOpenAt(wave, deps.now(), deps.timeZone)) return null;
  const invitation = debt.invitationId === null ? null : await deps.findInvitation(debt.invitationId);
  if (invitation === null || invitation.revokedAt !== null) return null;
  if (invitation.mailStep !== debt.step) return null;
  const city = await deps.readCity();
  return composeInvitation(deps, { wave, invitation, city, language: debt.language });
}

/**
 * The mail of a debt as things stand now. Null when it is no longer owed: the wave is over, the link was ended, or a
 * later mail of the same kind took its place.
 */
export async function renderOwedMail(deps: RenderDeps, debt: MailDebt): Promise<RenderedMail | null> {
  const wave = await deps.findWave(debt.waveId);
  if (wave === null) return null;
  return debt.kind === 'test' ? renderTest(deps, debt, wave) : renderInvitation(deps, debt, wave);
}
