/** Runs in the sandboxed preload of the window: offers the declared calls as `window.app`, and nothing of Electron. */
import { contextBridge, ipcRenderer } from 'electron';
import { camel, type AppBridge } from './contract/bridge';
import { calls } from './contract/calls';
import { EVENT_NAMES, eventChannel } from './contract/events';

type AnyCall = (input?: unknown) => Promise<unknown>;

const areas: Record<string, Record<string, AnyCall>> = {};
for (const channel of Object.keys(calls)) {
  const [area = '', verb = ''] = channel.split(':').map(camel);
  (areas[area] ??= {})[verb] = (input) => ipcRenderer.invoke(channel, input);
}

const on: AppBridge['on'] = (event, listener) => {
  if (!EVENT_NAMES.includes(event)) throw new Error(`There is no event ${event}`);
  // The page gets the fact, never Electron's event object.
  const pass = (_event: unknown, fact: Parameters<typeof listener>[0]): void => listener(fact);
  ipcRenderer.on(eventChannel(event), pass);
  return () => void ipcRenderer.off(eventChannel(event), pass);
};

contextBridge.exposeInMainWorld('app', { ...areas, on });
