import { connect, type Socket } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, readOwner, removeStaleLock } from './folder-lock.ts';
import { socketPath, uriOf } from './store-address.ts';
import { claimFolder } from './store-folder.ts';
import { type StoreProcess, startStoreProcess } from './store-process.ts';
import { StoreUnusable } from './store-unusable.ts';

export type EmbeddedStore = {
  /** Where mongoose or the driver connects; the same whichever process serves the folder. */
  readonly uri: string;
  /** False while another process's store serves the folder and this one is its client. */
  readonly owner: boolean;
  close(): Promise<void>;
};

const usualPatienceMs = 15_000;
const lookAgainMs = 25;
const retryMs = 1_000;

/**
 * Opens the store in a folder. The first process starts the store's own process; every further one becomes its client.
 * When the store's process ends, or the one that started it, whoever is left starts it again, at the same address.
 *
 * @param patienceMs how long somebody who has the folder may take to answer
 * @throws StoreUnusable
 */
export async function openEmbeddedStore(
  folder: string,
  { patienceMs = usualPatienceMs }: { patienceMs?: number } = {},
): Promise<EmbeddedStore> {
  const home = resolve(folder);
  claimFolder(home);
  const keeper = new Keeper(home, socketPath(home));
  await keeper.attach(Date.now() + patienceMs);
  return {
    uri: uriOf(keeper.address),
    get owner() {
      return keeper.owns;
    },
    close: () => keeper.close(),
  };
}

/** Keeps the folder served for as long as it is open here. */
class Keeper {
  readonly address: string;
  readonly #home: string;
  #server: StoreProcess | null = null;
  #lifeline: Socket | null = null;
  #closing = false;

  constructor(home: string, address: string) {
    this.#home = home;
    this.address = address;
  }

  get owns(): boolean {
    return this.#server !== null;
  }

  /** Serves the folder, or finds who does. */
  async attach(deadline: number): Promise<void> {
    while (Date.now() < deadline) {
      if ((await this.#join()) || (await this.#serve())) return;
      await wait(lookAgainMs);
    }
    throw new StoreUnusable('not-answering', {
      de: `Der Datenordner ${this.#home} ist belegt, aber niemand antwortet. Beenden Sie das Programm, das in der Datei store.lock steht, und starten Sie neu.`,
      en: `The data folder ${this.#home} is in use, but nobody answers. End the program that the file store.lock names, and start again.`,
    });
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#lifeline?.destroy();
    await this.#server?.stop();
  }

  async #serve(): Promise<boolean> {
    const server = await startStoreProcess(this.#home, this.address);
    if (server === null) return false;
    this.#server = server;
    void server.ended.then(() => {
      this.#server = null;
      this.#attachAgain();
    });
    if (this.#closing) await server.stop();
    return true;
  }

  /** Holds a connection to whoever serves, which closes when that process ends. */
  async #join(): Promise<boolean> {
    const owner = readOwner(this.#home);
    if (owner === null || !isAlive(owner)) {
      removeStaleLock(this.#home);
      return false;
    }
    const lifeline = await dial(this.address);
    if (lifeline === null) return false;
    this.#lifeline = lifeline;
    lifeline.once('close', () => {
      this.#lifeline = null;
      this.#attachAgain();
    });
    return true;
  }

  #attachAgain(): void {
    if (this.#closing) return;
    this.attach(Date.now() + usualPatienceMs).catch((error: unknown) => {
      process.emitWarning(`The embedded store did not start again: ${String(error)}`);
      setTimeout(() => this.#attachAgain(), retryMs).unref();
    });
  }
}

function dial(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.unref();
    // Only a socket that is read notices its end.
    socket.resume();
    socket.once('connect', () => resolve(socket));
    socket.on('error', () => resolve(null));
  });
}
