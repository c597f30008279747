import { resolve } from 'node:path';
import { Keeper } from './keeper.ts';
import { type Reach, uriOf, usualReach } from './store-address.ts';
import { claimFolder } from './store-folder.ts';

export type EmbeddedStore = {
  /** Where mongoose or the driver connects; the same whichever process serves the folder. */
  readonly uri: string;
  /** False while another process's store serves the folder and this one is its client. */
  readonly owner: boolean;
  close(): Promise<void>;
};

const usualPatienceMs = 15_000;

/**
 * Opens the store in a folder. The first process starts the store's own process; every further one becomes its client.
 * When the store's process ends, or the one that started it, whoever is left starts it again, at the same address.
 *
 * @param patienceMs how long somebody who has the folder may take to answer
 * @param reach how the store is reached when this process starts it
 * @throws StoreUnusable
 */
export async function openEmbeddedStore(
  folder: string,
  { patienceMs = usualPatienceMs, reach = usualReach }: { patienceMs?: number; reach?: Reach } = {},
): Promise<EmbeddedStore> {
  const home = resolve(folder);
  claimFolder(home);
  const keeper = new Keeper(home, reach);
  const uri = uriOf(await keeper.attach(patienceMs));
  return {
    uri,
    get owner() {
      return keeper.owns;
    },
    close: () => keeper.close(),
  };
}
