import type { Area, EventName, Events } from '../../preload/contract/events';

/** Tells the facts of one company to whoever listens. A listener that throws is reported and stops nobody else. */
export interface CompanyEvents {
  readonly on: <E extends EventName>(event: E, listener: (fact: Events[E]) => void) => () => void;
  readonly tell: <E extends EventName>(event: E, fact: Events[E]) => void;
  /** Tells `data:changed` with the next revision. */
  readonly changed: (...areas: readonly Area[]) => void;
}

type Listeners = { readonly [E in EventName]: Set<(fact: Events[E]) => void> };

/** `onBug` gets what a listener threw. */
export function createCompanyEvents(onBug: (error: unknown) => void): CompanyEvents {
  const listeners: Listeners = {
    'data:changed': new Set(),
    'sync:status': new Set(),
    'sync:progress': new Set(),
    'work:progress': new Set(),
    'login:page': new Set(),
    'export:progress': new Set(),
    'import:progress': new Set(),
    'app:state': new Set(),
    'app:closing': new Set(),
    'app:navigate': new Set(),
  };
  let revision = 0;

  const tell: CompanyEvents['tell'] = (event, fact) => {
    for (const listener of [...listeners[event]]) {
      try {
        listener(fact);
      } catch (error) {
        onBug(error);
      }
    }
  };

  return {
    on: (event, listener) => {
      listeners[event].add(listener);
      return () => listeners[event].delete(listener);
    },
    tell,
    changed: (...areas) => {
      revision += 1;
      tell('data:changed', { revision, areas });
    },
  };
}
