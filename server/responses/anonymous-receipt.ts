import type { Invitation } from '../invitations/invitation.ts';
import { codeOf } from './receipt-code.ts';
import type { Receipt } from './responses.wire.ts';

/** Made of the invitation alone, so it is the same at every visit and says nothing about the answers. */
export function anonymousReceipt({ id, waveId, name }: Invitation): Receipt {
  return {
    submittedAt: null,
    code: codeOf(`${waveId}:${id}`),
    answeredItems: 0,
    askedItems: 0,
    submittedBy: name,
  };
}
