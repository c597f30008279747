import type { Answer } from '../../surveys/answers/answer.ts';
import type { AnswerKeeper, Saving } from './answer-keeper.ts';
import type { KeptChanges } from './kept-changes.ts';
import { changeAnswer, type Sheet, unsent } from './sheet.ts';

interface DeviceKeeperDeps {
  readonly kept: KeptChanges;
  readonly start: Saving;
  readonly show: (saving: Saving) => void;
}

/** Keeps the answers of an anonymous survey on this device alone: the server hears of them at the submission. */
export class DeviceKeeper implements AnswerKeeper {
  readonly #deps: DeviceKeeperDeps;
  #now: Saving;

  constructor(deps: DeviceKeeperDeps) {
    this.#deps = deps;
    this.#now = deps.start;
  }

  get sheet(): Sheet {
    return this.#now.sheet;
  }

  change(key: string, value: Answer | null): void {
    const sheet = changeAnswer(this.sheet, key, value);
    const isKept = this.#deps.kept.keep(unsent(sheet));
    this.#now = { ...this.#now, sheet, status: isKept ? 'device' : 'unkept' };
    this.#deps.show(this.#now);
  }

  async flush(): Promise<boolean> {
    return true;
  }

  /** Nobody else answers here, and the server holds nothing that could differ. */
  refresh(): readonly string[] {
    return [];
  }

  keepMine(): void {}
  takeTheirs(): void {}
  start(): void {}
  stop(): void {}
}
