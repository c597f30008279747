import type { MailDebt } from '../mail/mail.ts';
import type { Office } from '../offices/office.ts';
import type { Wave } from '../waves/wave.ts';
import type { ContactChange } from './contact-change.ts';
import type { ContactChangesStore } from './contact-changes-store.ts';
import type { Invitation } from './invitation.ts';
import type { InvitationsStore } from './invitations-store.ts';
import { debtOf } from './owe-invitations.ts';

export interface FinishChangeDeps {
  readonly store: Pick<InvitationsStore, 'find' | 'handOver'>;
  readonly changes: Pick<ContactChangesStore, 'end' | 'listBegun'>;
  readonly now: () => Date;
  findWave(id: string): Promise<Wave | null>;
  findOffice(id: string): Promise<Office | null>;
  /** Writes the office as the successor of the revision before its own. */
  replaceOffice(office: Office): Promise<'written' | 'stale' | 'codeTaken'>;
  oweMails(debts: readonly MailDebt[]): Promise<void>;
}

function withNewContact(office: Office, change: ContactChange): Office | null {
  const { oldContactId, newContactId, to, role } = change;
  const others = office.contacts.filter(({ id }) => id !== oldContactId);
  const isThere = others.some(({ id, email }) => id === newContactId || email === to.email);
  if (isThere && others.length === office.contacts.length) return null;
  const added = isThere ? [] : [{ id: newContactId, role, ...to }];
  return { ...office, contacts: [...others, ...added], revision: office.revision + 1 };
}

const mostTries = 5;

async function changeOffice(deps: FinishChangeDeps, change: ContactChange): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const office = await deps.findOffice(change.officeId);
    const after = office === null ? null : withNewContact(office, change);
    if (after === null || (await deps.replaceOffice(after)) === 'written') return;
  }
}

/**
 * Does what follows from a change that was written down: hands over the invitation, replaces the contact of the office
 * and owes the mail. Doing it again changes nothing. Null when something else was faster.
 */
export async function finishContactChange(
  deps: FinishChangeDeps,
  change: ContactChange,
): Promise<Invitation | null> {
  const handed = (await deps.store.handOver(change)) ?? (await deps.store.find(change.invitationId));
  const wave = await deps.findWave(change.waveId);
  const happened = handed !== null && handed.linkVersion >= change.linkVersion;
  if (!happened || handed.contactId !== change.newContactId || wave === null || wave.state === 'draft') {
    await deps.changes.end(change.id, 'void');
    return null;
  }
  await changeOffice(deps, change);
  await deps.oweMails([debtOf(handed, wave, deps.now())]);
  await deps.changes.end(change.id, 'done');
  return handed;
}

/** The job that finishes changes that were stopped half-way. */
export function finishContactChangesJob(deps: FinishChangeDeps) {
  return {
    name: 'finishContactChanges',
    everySeconds: 60,
    async run(): Promise<void> {
      for (const change of await deps.changes.listBegun()) await finishContactChange(deps, change);
    },
  };
}
