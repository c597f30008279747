import type { AnsweringResponse } from '../../server/responses/responses.wire.ts';
import type { Answer } from '../../surveys/answers/answer.ts';
import { ProblemError } from '../http.ts';
import type { AnswerKeeper, Saving } from './answer-keeper.ts';
import type { KeptChanges } from './kept-changes.ts';
import { randomId } from './random-id.ts';
import { isEmpty } from './save-queue.ts';
import {
  changeAnswer,
  keepMine,
  refresh,
  refuseSending,
  type Sheet,
  settleSave,
  startSending,
  takeTheirs,
  unsent,
} from './sheet.ts';
import type { Transport } from './transport.ts';

interface AutosaveDeps {
  readonly transport: Transport;
  readonly kept: KeptChanges;
  readonly start: Saving;
  readonly show: (saving: Saving) => void;
  /** The link no longer takes answers. */
  readonly over: (problem: ProblemError) => void;
}

const quietMs = 1000;
const longestWaitMs = 60_000;

/** Saves after a second of quiet, one request at a time, and tries again until the server has everything. */
export class Autosave implements AnswerKeeper {
  readonly #deps: AutosaveDeps;
  #now: Saving;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #underway: Promise<boolean> | null = null;

  constructor(deps: AutosaveDeps) {
    this.#deps = deps;
    this.#now = deps.start;
  }

  get sheet(): Sheet {
    return this.#now.sheet;
  }

  change(key: string, value: Answer | null): void {
    this.#take(changeAnswer(this.sheet, key, value));
    this.#sendAfter(quietMs);
  }

  keepMine(key: string): void {
    this.#take(keepMine(this.sheet, key));
    this.#sendAfter(0);
  }

  takeTheirs(key: string): void {
    this.#take(takeTheirs(this.sheet, key));
  }

  refresh(stored: AnsweringResponse['answers']): readonly string[] {
    const { sheet, changed } = refresh(this.sheet, stored);
    this.#take(sheet);
    return changed;
  }

  /** Sends everything now. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (!isEmpty(this.sheet.queue)) {
      if (!(await this.#send())) return false;
    }
    return true;
  }

  /** Sends what an earlier page left behind. */
  start(): void {
    if (!isEmpty(this.sheet.queue)) this.#sendAfter(0);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #take(sheet: Sheet): void {
    this.#deps.kept.keep(unsent(sheet));
    this.#show({ sheet });
  }

  #show(change: Partial<Saving>): void {
    this.#now = { ...this.#now, ...change };
    this.#deps.show(this.#now);
  }

  #sendAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), ms);
  }

  #send(): Promise<boolean> {
    this.#underway ??= this.#sendBatch().finally(() => {
      this.#underway = null;
    });
    return this.#underway;
  }

  async #sendBatch(): Promise<boolean> {
    this.#take(startSending(this.sheet, randomId()));
    const batch = this.sheet.queue.sending;
    if (batch === null) return true;
    this.#show({ status: this.#now.status === 'offline' ? 'offline' : 'saving' });
    const changes = batch.changes.map(({ key, base, value }) => ({ key, base, value }));
    try {
      const said = await this.#deps.transport.save({ saveId: batch.saveId, changes });
      this.#failures = 0;
      this.#take(settleSave(this.sheet, said));
      this.#show({ status: 'rest', savedAt: said.savedAt });
    } catch (error) {
      return this.#failed(error);
    }
    if (!isEmpty(this.sheet.queue)) this.#sendAfter(0);
    return true;
  }

  #failed(error: unknown): boolean {
    if (!(error instanceof ProblemError)) throw error;
    if (isPassing(error)) return this.#tryLater();
    if (error.status === 404 || error.status === 409 || error.status === 410) {
      this.stop();
      this.#deps.over(error);
      return false;
    }
    this.#take(refuseSending(this.sheet, { de: error.detail, en: error.detail }));
    this.#show({ status: 'rest' });
    return true;
  }

  #tryLater(): boolean {
    this.#failures += 1;
    this.#show({ status: 'offline' });
    this.#sendAfter(Math.min(longestWaitMs, 1000 * 2 ** this.#failures));
    return false;
  }
}

/** No connection, an overloaded or a failing server: the same request may succeed later. */
export function isPassing(error: ProblemError): boolean {
  return error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500;
}
