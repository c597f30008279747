import { randomUUID } from 'node:crypto';
import type { LeaseStore } from '../store/lease-store.ts';

const leaseMs = 10_000;

/** Which of several instances looks for due work: whoever holds the lease, which it renews in its second half. */
export function createDuty({ leases, now }: { leases: LeaseStore; now: () => Date }) {
  const owner = randomUUID();
  let heldUntil = 0;
  return {
    async isMine(): Promise<boolean> {
      const at = now().getTime();
      if (Math.abs(heldUntil - at) <= leaseMs && heldUntil - at > leaseMs / 2) return true;
      const isMine = await leases.acquire('ticker', owner, new Date(at), leaseMs);
      heldUntil = isMine ? at + leaseMs : 0;
      return isMine;
    },
    async end(): Promise<void> {
      if (heldUntil > 0) await leases.release('ticker', owner);
    },
  };
}
