import { emptyQueue, isEmpty, joinQueues, type SaveQueue } from './save-queue.ts';

/** Where unsent changes survive a closed tab. */
export interface KeptChanges {
  /** Takes over what closed pages of the same link left behind. */
  take(): SaveQueue;
  /** Whether it worked: a browser may forbid storage. */
  keep(queue: SaveQueue): boolean;
  /** Takes away what any page of the same link keeps. */
  forget(): void;
}

/** As much of the browser's `Storage` as is needed; its keys are its own properties. */
export interface DeviceStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Keeps nothing: for the preview, and where the browser forbids storage. */
export const forgetful: KeptChanges = { take: () => emptyQueue, keep: () => false, forget: () => {} };

/**
 * One entry per open page, so that two tabs of one link do not overwrite each other.
 *
 * @param linkId the public part of the link; the proof itself is not stored
 */
export function keptChanges(storage: DeviceStorage, linkId: string, pageId: string): KeptChanges {
  const prefix = `pegel:${linkId}:`;
  const own = prefix + pageId;
  const keys = () => Object.keys(storage).filter((key) => key.startsWith(prefix));
  const forget = () => {
    for (const key of keys()) storage.removeItem(key);
  };
  return {
    forget,
    take() {
      const queues = keys().flatMap((key) => readQueue(storage.getItem(key)));
      forget();
      const joined = joinQueues(queues);
      this.keep(joined);
      return joined;
    },
    keep(queue) {
      if (!isEmpty(queue)) return keepQuietly(storage, own, queue);
      storage.removeItem(own);
      return true;
    },
  };
}

/** Full or forbidden: the queue still lives in the open page. */
function keepQuietly(storage: DeviceStorage, key: string, queue: SaveQueue): boolean {
  try {
    storage.setItem(key, JSON.stringify(queue));
    return true;
  } catch {
    return false;
  }
}

function readQueue(text: string | null): readonly SaveQueue[] {
  try {
    const queue: Partial<SaveQueue> = JSON.parse(text ?? '{}');
    return [{ sending: queue.sending ?? null, pending: queue.pending ?? {} }];
  } catch {
    return [];
  }
}
