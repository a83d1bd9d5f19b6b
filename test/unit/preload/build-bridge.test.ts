import { describe, expect, it } from 'vitest';
import { buildBridge, type Ipc } from '../../../preload/build-bridge';
import { camel, type AppBridge } from '../../../preload/contract/bridge';
import { calls } from '../../../preload/contract/calls';

class FakeIpc implements Ipc {
  readonly invoked: unknown[] = [];
  readonly listeners = new Map<string, Set<(event: unknown, fact: unknown) => void>>();
  readonly invoke = (channel: string, input: unknown) => {
    this.invoked.push([channel, input]);
    return Promise.resolve('answer');
  };
  readonly on = (channel: string, listener: (event: unknown, fact: unknown) => void) =>
    this.listeners.set(channel, (this.listeners.get(channel) ?? new Set()).add(listener));
  readonly off = (channel: string, listener: (event: unknown, fact: unknown) => void) =>
    this.listeners.get(channel)?.delete(listener);
  send(channel: string, fact: unknown): void {
    for (const listener of this.listeners.get(channel) ?? []) listener({ sender: 'secret of Electron' }, fact);
  }
}

const bridgeOn = (ipc: Ipc): AppBridge => buildBridge(ipc) as unknown as AppBridge;

describe('window.app', () => {
  it('has one function for each declared call, and one to listen', () => {
    const { on, ...areas } = buildBridge(new FakeIpc());
    expect(typeof on).toBe('function');
    const exposed = Object.entries(areas).flatMap(([area, verbs]) =>
      Object.keys(verbs as object).map((verb) => `${area}.${verb}`),
    );
    const declared = Object.keys(calls).map((channel) => channel.split(':').map(camel).join('.'));
    expect(exposed.toSorted()).toEqual(declared.toSorted());
  });

  it('asks main by the declared name, with the input only', async () => {
    const ipc = new FakeIpc();
    const app = bridgeOn(ipc);
    await app.workOrders.reportReady(7);
    await app.app.state();
    expect(ipc.invoked).toEqual([
      ['work-orders:report-ready', 7],
      ['app:state', undefined],
    ]);
  });

  it('passes the fact of an event, never what Electron sends with it, until it is told to stop', () => {
    const ipc = new FakeIpc();
    const heard: unknown[][] = [];
    const stop = bridgeOn(ipc).on('data:changed', (...given) => void heard.push(given));
    ipc.send('event:data:changed', { revision: 1, areas: ['log'] });
    stop();
    ipc.send('event:data:changed', { revision: 2, areas: ['log'] });
    expect(heard).toEqual([[{ revision: 1, areas: ['log'] }]]);
  });

  it('listens to declared events only', () => {
    const ipc = new FakeIpc();
    const listen = buildBridge(ipc).on as (event: string, listener: () => void) => void;
    expect(() => listen('secrets:changed', () => undefined)).toThrow();
    expect(ipc.listeners.size).toBe(0);
  });
});
