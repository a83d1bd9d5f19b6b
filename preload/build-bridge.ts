/** Makes `window.app` from the declared table. Pure: Electron is handed in. */
import { camel } from './contract/bridge';
import { calls } from './contract/calls';
import { EVENT_NAMES, eventChannel } from './contract/events';

/** What is needed of `ipcRenderer`. */
export interface Ipc {
  readonly invoke: (channel: string, input: unknown) => Promise<unknown>;
  readonly on: (channel: string, listener: (event: unknown, fact: unknown) => void) => unknown;
  readonly off: (channel: string, listener: (event: unknown, fact: unknown) => void) => unknown;
}

type AnyCall = (input?: unknown) => Promise<unknown>;

/** One function for each declared call, by area, and `on` for the declared events. Nothing takes a free channel name. */
export function buildBridge(ipc: Ipc): Readonly<Record<string, unknown>> {
  const areas: Record<string, Record<string, AnyCall>> = {};
  for (const channel of Object.keys(calls)) {
    const [area = '', verb = ''] = channel.split(':').map(camel);
    (areas[area] ??= {})[verb] = (input) => ipc.invoke(channel, input);
  }
  const on = (event: string, listener: (fact: unknown) => void): (() => void) => {
    const name = EVENT_NAMES.find((one) => one === event);
    if (name === undefined) throw new Error(`There is no event ${event}`);
    // The page gets the fact, never Electron's event object.
    const pass = (_event: unknown, fact: unknown): void => listener(fact);
    ipc.on(eventChannel(name), pass);
    return () => void ipc.off(eventChannel(name), pass);
  };
  return { ...areas, on };
}
