import type { AnsweringResponse } from '../../server/responses/responses.wire.ts';
import type { Answer } from '../../surveys/answers/answer.ts';
import type { Sheet } from './sheet.ts';

export interface Saving {
  readonly sheet: Sheet;
  /** `device`: the answers are on this device only; `unkept`: not even there, until they are submitted. */
  readonly status: 'rest' | 'saving' | 'offline' | 'device' | 'unkept';
  /** Instant of the last save, null before the first. */
  readonly savedAt: string | null;
}

/** Holds the answers of the open page and brings them where they are safe. */
export interface AnswerKeeper {
  readonly sheet: Sheet;
  change(key: string, value: Answer | null): void;
  keepMine(key: string): void;
  takeTheirs(key: string): void;
  /** Lays what the server holds now over the sheet; names the keys that changed. */
  refresh(stored: AnsweringResponse['answers']): readonly string[];
  /** Makes everything ready for the submission; false when something could not be saved. */
  flush(): Promise<boolean>;
  start(): void;
  stop(): void;
}
