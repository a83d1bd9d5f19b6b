import type { RemoteStore, Store } from './store';

type Method = (...args: readonly unknown[]) => unknown;

/**
 * A store of this thread with the interface of one in a worker: promises, and copies of everything that goes in or out.
 * For tests, which need no thread.
 */
export function asRemote(store: Store): RemoteStore {
  const remote =
    (method: Method) =>
    (...args: readonly unknown[]) =>
      Promise.resolve().then(() => structuredClone(method(...structuredClone(args))));
  const areas = Object.entries(store).map(([name, area]: [string, Method | Readonly<Record<string, Method>>]) => [
    name,
    typeof area === 'function'
      ? remote(area)
      : Object.fromEntries(Object.entries(area).map(([method, run]) => [method, remote(run)])),
  ]);
  return Object.fromEntries(areas) as RemoteStore;
}
