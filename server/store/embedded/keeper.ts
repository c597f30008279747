import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { dial } from './dial.ts';
import { isAlive, readOwner, removeStaleLock } from './folder-lock.ts';
import { addressOf, type Reach, type StoreAddress } from './store-address.ts';
import { type StoreProcess, startStoreProcess } from './store-process.ts';
import { StoreUnusable } from './store-unusable.ts';

const lookAgainMs = 25;
const retryMs = 1_000;
const patienceMs = 15_000;
/** A store that ends more often than this within a minute is given a moment before each further start. */
const startsAtOnce = 10;
const minuteMs = 60_000;

/** Keeps the folder served for as long as it is open here. */
export class Keeper {
  readonly #home: string;
  readonly #reach: Reach;
  readonly #closing = new AbortController();
  #server: StoreProcess | null = null;
  #lifeline: Socket | null = null;
  #comingBack: Promise<void> = Promise.resolve();
  #ends: number[] = [];

  constructor(home: string, reach: Reach) {
    this.#home = home;
    this.#reach = reach;
  }

  get owns(): boolean {
    return this.#server !== null;
  }

  /**
   * Serves the folder, or finds who does.
   *
   * @throws StoreUnusable
   */
  async attach(patienceMs: number): Promise<StoreAddress> {
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline && !this.#closing.signal.aborted) {
      const isServed = (await this.#join()) || (await this.#serve());
      if (isServed) return addressOf(this.#home);
      await wait(lookAgainMs);
    }
    throw new StoreUnusable('not-answering', {
      de: `Der Datenordner ${this.#home} ist belegt, aber niemand antwortet. Beenden Sie das Programm, das in der Datei store.lock steht, und starten Sie neu.`,
      en: `The data folder ${this.#home} is in use, but nobody answers. End the program that the file store.lock names, and start again.`,
    });
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#lifeline?.destroy();
    await this.#comingBack;
    this.#lifeline?.destroy();
    await this.#server?.stop();
  }

  async #serve(): Promise<boolean> {
    const server = await startStoreProcess(this.#home, this.#reach);
    if (server === null) return false;
    this.#server = server;
    void server.ended.then(() => {
      this.#server = null;
      this.#ends.push(Date.now());
      this.#comeBack();
    });
    return true;
  }

  /** Holds a connection to whoever serves, which closes when that process ends. */
  async #join(): Promise<boolean> {
    const owner = readOwner(this.#home);
    if (owner === null || !isAlive(owner)) {
      removeStaleLock(this.#home);
      return false;
    }
    const lifeline = await dial(addressOf(this.#home));
    if (lifeline === null) return false;
    this.#lifeline = lifeline;
    lifeline.once('close', () => {
      this.#lifeline = null;
      this.#comeBack();
    });
    return true;
  }

  #comeBack(): void {
    if (!this.#closing.signal.aborted) this.#comingBack = this.#attachAgain();
  }

  /** Goes on until the folder is served again or closed here; the reason is told when it changes. */
  async #attachAgain(): Promise<void> {
    let told = '';
    for (let pauseMs = this.#pauseMs(); !this.#closing.signal.aborted; pauseMs = retryMs) {
      await this.#pause(pauseMs);
      try {
        await this.attach(patienceMs);
        return;
      } catch (error) {
        if (String(error) !== told && !this.#closing.signal.aborted) {
          process.emitWarning(`The embedded store is not served: ${String(error)}`);
        }
        told = String(error);
      }
    }
  }

  #pauseMs(): number {
    this.#ends = this.#ends.filter((at) => at > Date.now() - minuteMs);
    return this.#ends.length > startsAtOnce ? retryMs : 0;
  }

  async #pause(ms: number): Promise<void> {
    if (ms > 0) await wait(ms, null, { signal: this.#closing.signal, ref: false }).catch(() => {});
  }
}
