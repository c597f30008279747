import { enterResponse } from './enter-response.ts';
import type { ResponsesDeps } from './responses-deps.ts';

/** A person has looked at the page. After the end only a receipt is looked at, and nothing is noted any more. */
export async function markSeen(deps: ResponsesDeps, link: string): Promise<void> {
  const { invitation, open } = await enterResponse(deps, link);
  if (open) await deps.markSeen(invitation.id, deps.now());
}
