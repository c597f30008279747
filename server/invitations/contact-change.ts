import { createHash } from 'node:crypto';
import type { ContactRole } from '../offices/office.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** An invitation handed over to another person; kept as the history of who was asked. */
export interface ContactChange {
  /** Invitation and link version. */
  readonly id: string;
  readonly waveId: string;
  readonly officeId: string;
  readonly invitationId: string;
  /** The version of the new person's link. */
  readonly linkVersion: number;
  readonly oldContactId: string;
  readonly newContactId: string;
  readonly from: Person;
  readonly to: Person;
  readonly role: ContactRole;
  /** Name of the officer. */
  readonly by: string;
  readonly at: Date;
  /** `begun`: not everything that follows from it is written yet. `void`: something else was faster. */
  readonly state: 'begun' | 'done' | 'void';
}

/** A function of invitation and link version: the same change makes no second contact. */
export function newContactIdOf(changeId: string): string {
  return createHash('sha256').update(`contact\n${changeId}`).digest('hex').slice(0, 32);
}
