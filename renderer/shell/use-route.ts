import { useMemo, useSyncExternalStore } from 'react';
import type { View } from '../../preload/contract/events';
import { parseRoute, routeHash, type Route } from './routes';

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** Where the user is. The address carries it, so that Alt+Left goes back. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** Shows a screen, and a record on it. */
export function navigate(view: View, detail: string | number | null = null): void {
  window.location.hash = routeHash(view, detail);
}

/** The same screen under another address; Alt+Left does not go back to the former one. */
export function replaceRoute(view: View, detail: string | number | null = null): void {
  window.history.replaceState(null, '', routeHash(view, detail));
  // The browser tells of other ways to change the address only.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
