import type { EventName, Events } from '../../preload/contract/events';
import type { Companies } from '../companies/companies';
import type { Company } from '../company/company';
import type { EventSource } from './register';

type ShellEventName = 'app:state' | 'app:closing' | 'app:navigate';

/** Facts that come from the app itself rather than from a company. */
export interface ShellEvents {
  readonly on: <E extends ShellEventName>(event: E, listener: (fact: Events[E]) => void) => () => void;
  readonly tell: <E extends ShellEventName>(event: E, fact: Events[E]) => void;
}

export function createShellEvents(): ShellEvents {
  const listeners: { readonly [E in ShellEventName]: Set<(fact: Events[E]) => void> } = {
    'app:state': new Set(),
    'app:closing': new Set(),
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

/** All events for the screens: those of every company for its own page, those of the app for the page that shows. */
export function joinedEvents(
  companies: Pick<Companies, 'allOpened' | 'onOpened' | 'register'>,
  shell: ShellEvents,
): EventSource {
  return {
    on: (event, listener) => {
      if (isShellEvent(event)) return shell.on(event, (fact) => listener(fact, companies.register.shownId()));
      const follow = (company: Company): (() => void) => company.on(event, (fact) => listener(fact, company.id));
      const stops = companies.allOpened().map(follow);
      stops.push(companies.onOpened((company) => void stops.push(follow(company))));
      return () => stops.forEach((stop) => stop());
    },
  };
}

const SHELL_EVENTS: readonly EventName[] = ['app:state', 'app:closing', 'app:navigate'] satisfies ShellEventName[];

const isShellEvent = (event: EventName): event is ShellEventName => SHELL_EVENTS.includes(event);
