import { Refusal } from '../refusal.ts';
import type { OfficesStore } from './offices-store.ts';
import { unknownOffice } from './unknown-office.ts';

export interface DeleteOfficeDeps {
  readonly offices: OfficesStore;
  /** Whether any wave names the office. */
  readonly officeIsInWave: (id: string) => Promise<boolean>;
}

/** Removes an office that no wave names and no office stands below. */
export async function deleteOffice({ offices, officeIsInWave }: DeleteOfficeDeps, id: string): Promise<void> {
  const all = await offices.list();
  if (!all.some((office) => office.id === id)) throw unknownOffice();
  const below = all.filter(({ parentId }) => parentId === id).map(({ code }) => code);
  if (below.length > 0) throw hasOfficesBelow(below);
  if (await officeIsInWave(id)) throw wasAsked();
  await offices.remove(id);
}

const hasOfficesBelow = (codes: readonly string[]) =>
  new Refusal('conflict', {
    de: `Unter diesem Amt stehen noch andere: ${codes.join(', ')}.`,
    en: `Other offices stand below this one: ${codes.join(', ')}.`,
  });

const wasAsked = () =>
  new Refusal('conflict', {
    de: 'Dieses Amt steht in einer Erhebung und kann deshalb nicht gelöscht werden.',
    en: 'This office is part of a wave and so cannot be deleted.',
  });
