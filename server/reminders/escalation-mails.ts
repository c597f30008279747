import type { Office } from '../offices/office.ts';
import type { AskedOffice, StartedWave } from '../waves/wave.ts';

export type EscalationKind = 'lead' | 'division';

/** Somebody who hears of missing answers. */
export interface EscalationMail {
  readonly kind: EscalationKind;
  readonly name: string;
  readonly email: string;
  /** The office or division whose lead it is. */
  readonly officeName: string;
  /** Whose answers are missing. */
  readonly offices: readonly AskedOffice[];
}

interface Sources {
  readonly wave: StartedWave;
  /** Offices as they are now. */
  readonly offices: readonly Office[];
  /** Asked offices whose answer is missing and that are not spared. */
  readonly missing: readonly AskedOffice[];
  /** Who is asked and reminded anyway, by office id. */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
}

function leadersOf({ offices, asked }: Sources, kind: EscalationKind, missing: AskedOffice) {
  const ownId = missing.officeId;
  const office = offices.find(({ id }) => id === (kind === 'lead' ? ownId : missing.parentId));
  const reminded = asked.get(ownId) ?? new Set();
  return (office?.contacts ?? [])
    .filter(({ role, email }) => role === 'lead' && !reminded.has(email))
    .map(({ name, email }) => ({ name, email, officeName: office?.name ?? '', missing }));
}

/**
 * Who hears of missing answers: the leads of the offices or of their divisions who are not asked themselves, each with
 * one mail. Pure.
 */
export function escalationMails(sources: Sources, kind: EscalationKind): readonly EscalationMail[] {
  const byEmail = new Map<string, EscalationMail>();
  for (const one of sources.missing.flatMap((office) => leadersOf(sources, kind, office))) {
    const { name, email, officeName, missing } = one;
    const offices = [...(byEmail.get(email)?.offices ?? []), missing];
    byEmail.set(email, { kind, name, email, officeName, offices });
  }
  return [...byEmail.values()];
}
