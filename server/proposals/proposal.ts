import type { Person } from '../invitations/contact-change.ts';

/** Somebody says that they are not the right person, perhaps who is. */
export interface Proposal {
  /** The invitation's. */
  readonly id: string;
  readonly waveId: string;
  /** Of the link it came through; a newer one means that it was settled otherwise. */
  readonly linkVersion: number;
  readonly colleague: Person | null;
  readonly note: string;
  readonly at: Date;
  readonly state: 'open' | 'confirmed' | 'dismissed';
}
