import type { ContactRole } from '../offices/office.ts';

/** One contact asked in one wave; owns one secret link. Id is derived from wave and contact, so opening is idempotent. */
export interface Invitation {
  readonly id: string;
  readonly waveId: string;
  readonly officeId: string;
  readonly contactId: string;
  readonly name: string;
  readonly email: string;
  readonly role: ContactRole;
  /** Raised by "new link"; older links are over. */
  readonly linkVersion: number;
  /** Step of the mail that is owed or sent; raised by every "send again", so an older mail is owed no more. */
  readonly mailStep: number;
  readonly revokedAt: Date | null;
  /** First visible interaction of a person with the page. */
  readonly seenAt: Date | null;
  /** Of anonymous waves only: all that is known of a person's answers. */
  readonly submitted: boolean;
  /**
   * Of mode several: a submission is under way; in an anonymous wave the key its answers are put away under. Null
   * before and after. It leaves the server never.
   */
  readonly sealing: string | null;
  readonly createdAt: Date;
}

/** A submission that is under way, or was stopped. */
export interface SealedInvitation {
  readonly id: string;
  readonly waveId: string;
  readonly officeId: string;
  readonly key: string;
}
