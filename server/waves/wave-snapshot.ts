import type { Office } from '../offices/office.ts';
import type { AskedContact, AskedOffice, StartedWave, WaveDivision } from './wave.ts';

export type WaveSnapshot = Pick<StartedWave, 'offices' | 'contacts' | 'divisions'>;

function askedOffice({ id, code, name, parentId, headcount, fields }: Office): AskedOffice {
  return { officeId: id, code, name, parentId, headcount, fields };
}

function askedContacts(office: Office): AskedContact[] {
  return office.contacts.map(({ id, name, email, role }) => ({
    contactId: id,
    officeId: office.id,
    name,
    email,
    role,
  }));
}

/** Every node above the given offices, each once; a loop in the tree ends the climb. */
function ancestorsOf(asked: readonly Office[], byId: ReadonlyMap<string, Office>): WaveDivision[] {
  const found = new Map<string, WaveDivision>();
  for (const office of asked) {
    let above = office.parentId === null ? undefined : byId.get(office.parentId);
    while (above && !found.has(above.id)) {
      const { id, code, name, parentId } = above;
      found.set(id, { officeId: id, code, name, parentId });
      above = parentId === null ? undefined : byId.get(parentId);
    }
  }
  return [...found.values()];
}

/** The asked offices, their contacts and the divisions above them, as they are now. */
export function snapshotOf(officeIds: readonly string[], offices: readonly Office[]): WaveSnapshot {
  const byId = new Map(offices.map((office) => [office.id, office]));
  const asked = officeIds.flatMap((id) => byId.get(id) ?? []);
  return {
    offices: asked.map(askedOffice),
    contacts: asked.flatMap(askedContacts),
    divisions: ancestorsOf(asked, byId),
  };
}
