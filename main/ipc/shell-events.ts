import type { EventName, Events } from '../../preload/contract/events';
import type { EventSource } from './register';

type ShellEventName = 'app:state' | 'app:navigate';

/** Facts that come from the app itself rather than from the company. */
export interface ShellEvents {
  readonly on: <E extends ShellEventName>(event: E, listener: (fact: Events[E]) => void) => () => void;
  readonly tell: <E extends ShellEventName>(event: E, fact: Events[E]) => void;
}

export function createShellEvents(): ShellEvents {
  const listeners: { readonly [E in ShellEventName]: Set<(fact: Events[E]) => void> } = {
    'app:state': new Set(),
    'app:navigate': new Set(),
  };
  return {
    on: (event, listener) => {
      listeners[event].add(listener);
      return () => void listeners[event].delete(listener);
    },
    tell: (event, fact) => {
      for (const listener of [...listeners[event]]) listener(fact);
    },
  };
}

/** All events for the screens, from both sources. */
export function joinedEvents(company: EventSource, shell: ShellEvents): EventSource {
  return {
    on: (event, listener) => (isShellEvent(event) ? shell.on(event, listener) : company.on(event, listener)),
  };
}

const isShellEvent = (event: EventName): event is ShellEventName => event === 'app:state' || event === 'app:navigate';
