/** Runs in the main process: the only place where calls of the screens arrive and events leave for them. */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { calls, type Channel } from '../../preload/contract/calls';
import { EVENT_NAMES, eventChannel, type EventName, type Events } from '../../preload/contract/events';
import { originOf } from '../platform/guards';
import type { Logger } from '../ports';
import { answer, type HandlersOf } from './answer';

/** Where facts for the screens come from, each with the company whose page it is for. */
export interface EventSource {
  readonly on: <E extends EventName>(event: E, listener: (fact: Events[E], companyId: string) => void) => () => void;
}

/**
 * Answers every declared call from the top frame of `window`, and only while that shows a page of `pageUrl`'s origin;
 * anybody else is refused with an error. Sends the events of the source to it. Returns how to stop.
 */
export function registerIpc(
  window: BrowserWindow,
  pageUrl: string,
  handlersOf: HandlersOf,
  source: EventSource,
  logger: Logger,
): () => void {
  const isOurs = ({ senderFrame }: IpcMainInvokeEvent): boolean =>
    senderFrame !== null &&
    senderFrame === window.webContents.mainFrame &&
    originOf(senderFrame.url) === originOf(pageUrl);

  const channels = Object.keys(calls) as Channel[];
  for (const channel of channels) {
    ipcMain.handle(channel, (event, input: unknown, companyId: unknown) => {
      if (isOurs(event)) return answer(handlersOf, { channel, input, companyId }, logger);
      logger.warn('ipc', 'call from a foreign page refused', { channel });
      throw new Error('Refused');
    });
  }
  const send = <E extends EventName>(name: E): (() => void) =>
    source.on(name, (fact, companyId) => {
      if (!window.isDestroyed()) window.webContents.send(eventChannel(name), fact, companyId);
    });
  const stops = EVENT_NAMES.map(send);

  return () => {
    for (const stop of stops) stop();
    for (const channel of channels) ipcMain.removeHandler(channel);
  };
}
