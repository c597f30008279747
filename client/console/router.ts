import { useEffect, useState } from 'preact/hooks';

/** The address as the pages see it: path without trailing slash, and the query. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

const moved = 'pegel:moved';

function here(): Place {
  const path = decodeURI(window.location.pathname).replace(/\/+$/, '');
  return { path: path === '' ? '/' : path, query: new URLSearchParams(window.location.search) };
}

export function navigate(href: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.history.pushState(null, '', href);
  else window.history.replaceState(null, '', href);
  window.dispatchEvent(new Event(moved));
}

export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const update = () => setPlace(here());
    window.addEventListener('popstate', update);
    window.addEventListener(moved, update);
    return () => {
      window.removeEventListener('popstate', update);
      window.removeEventListener(moved, update);
    };
  }, []);
  return place;
}

/** The address with some of its query values replaced; `null` or an empty value leaves the name out. */
export function hrefWith(place: Place, changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(place.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? place.path : `${place.path}?${text}`;
}

/** One value of the view that lives in the query, so that it survives reload, bookmark and the back button. */
export function useQuery(
  name: string,
  fallback: string,
  how: 'push' | 'replace' = 'push',
): [string, (value: string) => void] {
  const place = usePlace();
  const set = (value: string) =>
    navigate(hrefWith(here(), { [name]: value === fallback ? null : value }), how);
  return [place.query.get(name) ?? fallback, set];
}

/** Plain clicks on links of the console stay in the page; downloads, other sites and new tabs do not. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.target !== '' || link.hasAttribute('download')) return;
  const address = new URL(link.href, window.location.href);
  if (address.origin !== window.location.origin || address.hash !== '') return;
  if (address.pathname.startsWith('/api/') || address.pathname.startsWith('/r/')) return;
  event.preventDefault();
  navigate(address.pathname + address.search);
}
