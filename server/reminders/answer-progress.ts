import type { Invitation } from '../invitations/invitation.ts';
import { isAnonymous } from '../waves/is-anonymous.ts';
import type { StartedWave } from '../waves/wave.ts';

export interface KnownResponse {
  readonly state: 'draft' | 'submitted';
  /** Share 0–1 of the asked scored questions with an answer. */
  readonly answered: number;
}

export type Progress = 'unseen' | 'started' | 'nearly' | 'submitted';

const nearlyFrom = 0.8;

/** How far somebody is. Of an anonymous wave nothing but "submitted" is known. */
export function progressOf(
  wave: StartedWave,
  invitation: Invitation,
  response: KnownResponse | null,
): Progress {
  if (invitation.submitted || response?.state === 'submitted') return 'submitted';
  if (isAnonymous(wave) || response === null || response.answered === 0) return 'unseen';
  return response.answered >= nearlyFrom ? 'nearly' : 'started';
}
