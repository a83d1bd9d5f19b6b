/** Makes `window.app` from the declared table. Pure: Electron is handed in. */
import { camel } from './contract/bridge';
import { calls } from './contract/calls';
import { EVENT_NAMES, eventChannel } from './contract/events';

/** What is needed of `ipcRenderer`. */
export interface Ipc {
  readonly invoke: (channel: string, input: unknown, companyId: string) => Promise<unknown>;
  readonly on: (channel: string, listener: EventListener) => unknown;
  readonly off: (channel: string, listener: EventListener) => unknown;
}

type EventListener = (event: unknown, fact: unknown, companyId: unknown) => void;
type AnyCall = (input?: unknown) => Promise<unknown>;

/**
 * One function for each declared call, by area, and `on` for the declared events. Nothing takes a free channel name.
 *
 * A page belongs to one company from its first moment to its last; another company is another page. Every call says
 * which one it is, and what is told to the page of another company is not heard: whatever a screen still has under way
 * when the office chooses another company can only ever act on its own.
 */
export function buildBridge(ipc: Ipc, companyId: string): Readonly<Record<string, unknown>> {
  const areas: Record<string, Record<string, AnyCall>> = {};
  for (const channel of Object.keys(calls)) {
    const [area = '', verb = ''] = channel.split(':').map(camel);
    (areas[area] ??= {})[verb] = (input) => ipc.invoke(channel, input, companyId);
  }
  const on = (event: string, listener: (fact: unknown) => void): (() => void) => {
    const name = EVENT_NAMES.find((one) => one === event);
    if (name === undefined) throw new Error(`There is no event ${event}`);
    // The page gets the fact, never Electron's event object.
    const pass: EventListener = (_event, fact, of) => {
      if (of === companyId) listener(fact);
    };
    ipc.on(eventChannel(name), pass);
    return () => void ipc.off(eventChannel(name), pass);
  };
  return { ...areas, on };
}
