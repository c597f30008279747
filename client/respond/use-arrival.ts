import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Place } from './place.ts';

/** After going somewhere, the focus is at the heading there, or at the question the link named. */
export function useArrival(place: Place): void {
  const before = useRef<Place | null>(null);
  useLayoutEffect(() => {
    const first = before.current === null;
    before.current = place;
    if (place.kind === 'page' && place.question !== null)
      focusOn(document.getElementById(`q-${place.question}`));
    else if (!first) focusHeading();
  }, [place]);
}

export function focusHeading(): void {
  const page = document.querySelector('.respond');
  page?.scrollIntoView();
  page?.querySelector('h1')?.focus({ preventScroll: true });
}

/** The wrong field of a question if there is one, else the question. */
function focusOn(element: HTMLElement | null): void {
  const wrong = element?.querySelector<HTMLElement>('[aria-invalid="true"]');
  (wrong ?? element)?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'start' });
}
