import { isAnonymous } from '../waves/is-anonymous.ts';
import { enterResponse } from './enter-response.ts';
import type { ResponsesDeps } from './responses-deps.ts';

/**
 * A person has looked at the page. After the end only a receipt is looked at, and nothing is noted any more; in an
 * anonymous wave nothing ever is.
 */
export async function markSeen(deps: ResponsesDeps, link: string): Promise<void> {
  const { invitation, wave, open } = await enterResponse(deps, link);
  if (open && !isAnonymous(wave)) await deps.markSeen(invitation.id, deps.now());
}
