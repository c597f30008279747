import { useCallback, useEffect, useState } from 'preact/hooks';
import { getJson } from './api.ts';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly value: T };

export interface Load<T> {
  readonly loaded: Loaded<T>;
  readonly reload: () => void;
  readonly replace: (value: T) => void;
}

/** Reads one resource of the interface; `null` reads nothing yet. A reload keeps what is shown until the new value is here. */
export function useLoad<T>(path: string | null): Load<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => setLoaded({ state: 'loading' }), [path]);
  useEffect(() => {
    if (path === null) return;
    let current = true;
    getJson<T>(path).then(
      (value) => current && setLoaded({ state: 'ready', value }),
      (error: unknown) => current && setLoaded({ state: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [path, round]);
  const reload = useCallback(() => setRound((count) => count + 1), []);
  const replace = useCallback((value: T) => setLoaded({ state: 'ready', value }), []);
  return { loaded, reload, replace };
}

/** Asks again `seconds` after each answer while the page is looked at; never before the answer is there. */
export function useEvery<T>({ loaded, reload }: Load<T>, seconds: number): void {
  useEffect(() => {
    let asked = false;
    const timer = window.setInterval(() => {
      if (asked || document.visibilityState !== 'visible') return;
      asked = true;
      reload();
    }, seconds * 1000);
    return () => window.clearInterval(timer);
  }, [loaded, reload, seconds]);
}
