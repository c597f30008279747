import { Refusal } from '../refusal.ts';
import type { AskedOffice, StartedWave, Wave } from '../waves/wave.ts';
import type { Invitation } from './invitation.ts';
import type { InvitationsStore } from './invitations-store.ts';
import { proveLink } from './link.ts';

export interface OpenLinkDeps {
  readonly store: Pick<InvitationsStore, 'find'>;
  /** The subkey for links. */
  readonly key: Buffer;
  /** Whether the link of this version belonged to somebody who was replaced. */
  wasHandedOver(invitationId: string, linkVersion: number): Promise<boolean>;
  findWave(id: string): Promise<Wave | null>;
  readCity(): Promise<{
    readonly city: string;
    readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  }>;
}

export interface OpenedLink {
  readonly invitation: Invitation;
  readonly wave: StartedWave;
  readonly office: AskedOffice;
}

const endings = {
  replaced: {
    de: 'Dieser Link wurde durch einen neueren ersetzt. Bitte nutzen Sie den Link aus der neuesten Nachricht.',
    en: 'This link was replaced by a newer one. Please use the link in the latest message.',
  },
  'handed-over': {
    de: 'Für dieses Amt antwortet jetzt jemand anderes. Sie müssen nichts mehr tun.',
    en: 'Somebody else answers for this office now. You need not do anything.',
  },
  revoked: {
    de: 'Dieser Link wurde beendet. Bei Fragen hilft Ihnen die Ansprechperson weiter.',
    en: 'This link was ended. If you have questions, please ask the contact person.',
  },
} as const;

function unknownLink(): Refusal {
  return new Refusal('unknown-link', {
    de: 'Diesen Link gibt es nicht. Bitte prüfen Sie, ob er vollständig ist.',
    en: 'There is no such link. Please check that it is complete.',
  });
}

async function linkOver(deps: OpenLinkDeps, reason: keyof typeof endings): Promise<Refusal> {
  const { city, contact } = await deps.readCity();
  return new Refusal('link-over', endings[reason], { facts: { reason, contact, city } });
}

/**
 * The one gate of every respondent: whose link this is, in which wave, for which office. A closed wave still opens.
 *
 * @throws Refusal `unknown-link`, always the same, before anything is looked up; `link-over` for a link that was ended
 */
export async function openLink(deps: OpenLinkDeps, link: string): Promise<OpenedLink> {
  const proven = proveLink(deps.key, link);
  if (proven === null) throw unknownLink();
  const invitation = await deps.store.find(proven.invitationId);
  if (invitation === null || proven.version > invitation.linkVersion) throw unknownLink();
  if (invitation.revokedAt !== null) throw await linkOver(deps, 'revoked');
  if (proven.version < invitation.linkVersion) {
    const handedOver = await deps.wasHandedOver(invitation.id, proven.version);
    throw await linkOver(deps, handedOver ? 'handed-over' : 'replaced');
  }
  const wave = await deps.findWave(invitation.waveId);
  if (wave === null || wave.state === 'draft') throw unknownLink();
  const office = wave.offices.find(({ officeId }) => officeId === invitation.officeId);
  if (!office) throw unknownLink();
  return { invitation, wave, office };
}
