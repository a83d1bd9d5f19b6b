import { VIEWS, type View } from '../../preload/contract/events';

/** A place in the app. `detail` is what is open there: a record's id, `new`, or a package. */
export interface Route {
  readonly view: View;
  readonly detail: string | null;
}

/** `#/customers/12`; anything unknown is the overview. */
export function parseRoute(hash: string): Route {
  const [name = '', detail = ''] = hash.replace(/^#\/?/, '').split('/');
  const view = VIEWS.find((known) => known === name);
  return view
    ? { view, detail: detail === '' ? null : decodeURIComponent(detail) }
    : { view: 'overview', detail: null };
}

export function routeHash(view: View, detail: string | number | null = null): string {
  return detail === null ? `#/${view}` : `#/${view}/${encodeURIComponent(detail)}`;
}

/** The record that a route opens, when it names one. */
export function recordId(route: Route): number | null {
  return route.detail !== null && /^\d+$/.test(route.detail) ? Number(route.detail) : null;
}
