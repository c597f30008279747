import { useEffect, useState } from 'preact/hooks';
import { type Load, useEvery } from '../load.ts';

const secondsBetween = { soon: 1, usual: 15 } as const;
const mostSoonLooks = 120;

/** Looks again by itself: every second while mails are on their way, but not for ever; then now and then. */
export function useMailWatch<T>(load: Load<T>, onTheirWay: (value: T) => number): void {
  const { loaded } = load;
  const [looks, setLooks] = useState(0);
  const waiting = loaded.state === 'ready' ? onTheirWay(loaded.value) : 0;
  useEffect(() => setLooks((count) => (waiting > 0 ? count + 1 : 0)), [loaded, waiting]);
  useEvery(load, waiting > 0 && looks <= mostSoonLooks ? secondsBetween.soon : secondsBetween.usual);
}
