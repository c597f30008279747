import { useState } from 'preact/hooks';

/**
 * What a person typed, as long as it still means the stored value: "1.500" stays "1.500" although 1500 is stored.
 *
 * @param meansSame whether the typed text stands for what is stored
 */
export function useTyped(stored: string, meansSame: (typed: string) => boolean) {
  const [typed, write] = useState(stored);
  return { text: typed === stored || meansSame(typed) ? typed : stored, write };
}
