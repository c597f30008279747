import type { Answer } from '../../surveys/answers/answer.ts';

/** One changed answer on its way to the server; null clears it. */
export interface Change {
  readonly key: string;
  /** Revision and value this change was made on. */
  readonly base: number;
  readonly baseValue: Answer | null;
  readonly value: Answer | null;
}

/** A save keeps its id when it is sent again, so that the server knows a replay. */
export interface Batch {
  readonly saveId: string;
  readonly changes: readonly Change[];
}

/** What is not confirmed yet: one batch on the way, and what was changed since, by key. Plain data, kept on the device. */
export interface SaveQueue {
  readonly sending: Batch | null;
  readonly pending: Readonly<Record<string, Change>>;
}

export const emptyQueue: SaveQueue = { sending: null, pending: {} };

const batchSize = 100;

export function isEmpty(queue: SaveQueue): boolean {
  return queue.sending === null && Object.keys(queue.pending).length === 0;
}

export function enqueue(queue: SaveQueue, change: Change): SaveQueue {
  return { ...queue, pending: { ...queue.pending, [change.key]: change } };
}

export function without(queue: SaveQueue, key: string): SaveQueue {
  const { [key]: _dropped, ...pending } = queue.pending;
  return { ...queue, pending };
}

/** Moves waiting changes into a batch; a batch on the way stays as it is. */
export function nextBatch(queue: SaveQueue, saveId: string): SaveQueue {
  const waiting = Object.values(queue.pending);
  if (queue.sending !== null || waiting.length === 0) return queue;
  const rest = waiting.slice(batchSize).map((change) => [change.key, change]);
  return { sending: { saveId, changes: waiting.slice(0, batchSize) }, pending: Object.fromEntries(rest) };
}

/**
 * Joins what several closed pages left behind. One batch can go on under its own id; changes of the others wait again:
 * had they arrived, the server answers with a conflict of equal values, which is none.
 */
export function joinQueues(queues: readonly SaveQueue[]): SaveQueue {
  const sending = queues.find((queue) => queue.sending !== null)?.sending ?? null;
  const others = queues.flatMap((queue) => (queue.sending === sending ? [] : (queue.sending?.changes ?? [])));
  const pending = queues.flatMap((queue) => Object.values(queue.pending));
  return {
    sending,
    pending: Object.fromEntries([...others, ...pending].map((change) => [change.key, change])),
  };
}
