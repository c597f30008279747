import { useEffect, useState } from 'preact/hooks';

/** Where the person is. Kept in the address's fragment: back, reload and links work, and no server sees it. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'page'; readonly page: string; readonly question: string | null }
  | { readonly kind: 'review' };

export function placeOf(fragment: string): Place {
  const [kind, page, question] = fragment.replace(/^#\/?/, '').split('/').map(decode);
  if (kind === 'review') return { kind: 'review' };
  if (kind === 'page' && page) return { kind: 'page', page, question: question ?? null };
  return { kind: 'start' };
}

export function fragmentOf(place: Place): string {
  if (place.kind !== 'page') return `#/${place.kind}`;
  const parts = [place.page, ...(place.question === null ? [] : [place.question])];
  return `#/page/${parts.map(encodeURIComponent).join('/')}`;
}

export const pageFragment = (page: string) => fragmentOf({ kind: 'page', page, question: null });
export const questionFragment = (page: string, question: string) =>
  fragmentOf({ kind: 'page', page, question });

export function goTo(place: Place): void {
  window.location.hash = fragmentOf(place);
}

/** Id of the element of a question. */
export const questionId = (name: string) => `q-${name}`;

/** The place the address names now. */
export function usePlace(): Place {
  const [place, setPlace] = useState(() => placeOf(window.location.hash));
  useEffect(() => {
    const follow = () => setPlace(placeOf(window.location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return place;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
