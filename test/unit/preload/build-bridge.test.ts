import { describe, expect, it } from 'vitest';
import { buildBridge, type Ipc } from '../../../preload/build-bridge';
import { camel, type AppBridge } from '../../../preload/contract/bridge';
import { calls } from '../../../preload/contract/calls';
import { companyOfPage, pageAddress } from '../../../preload/contract/page-address';

type Listener = (event: unknown, fact: unknown, companyId: unknown) => void;

class FakeIpc implements Ipc {
  readonly invoked: unknown[] = [];
  readonly listeners = new Map<string, Set<Listener>>();
  readonly invoke = (channel: string, input: unknown, companyId: string) => {
    this.invoked.push([channel, input, companyId]);
    return Promise.resolve('answer');
  };
  readonly on = (channel: string, listener: Listener) =>
    this.listeners.set(channel, (this.listeners.get(channel) ?? new Set()).add(listener));
  readonly off = (channel: string, listener: Listener) => this.listeners.get(channel)?.delete(listener);
  send(channel: string, fact: unknown, companyId = 'jansen'): void {
    for (const listener of this.listeners.get(channel) ?? [])
      listener({ sender: 'secret of Electron' }, fact, companyId);
  }
}

/** The bridge of the page of the company Jansen. */
const bridgeOn = (ipc: Ipc): AppBridge => buildBridge(ipc, 'jansen') as unknown as AppBridge;

describe('window.app', () => {
  it('has one function for each declared call, and one to listen', () => {
    const { on, ...areas } = buildBridge(new FakeIpc(), 'jansen');
    expect(typeof on).toBe('function');
    const exposed = Object.entries(areas).flatMap(([area, verbs]) =>
      Object.keys(verbs as object).map((verb) => `${area}.${verb}`),
    );
    const declared = Object.keys(calls).map((channel) => channel.split(':').map(camel).join('.'));
    expect(exposed.toSorted()).toEqual(declared.toSorted());
  });

  it('asks main by the declared name, with the input and the company of the page', async () => {
    const ipc = new FakeIpc();
    const app = bridgeOn(ipc);
    await app.workOrders.reportReady(7);
    await app.app.state();
    expect(ipc.invoked).toEqual([
      ['work-orders:report-ready', 7, 'jansen'],
      ['app:state', undefined, 'jansen'],
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

  it('does not hear what is told to the page of another company', () => {
    const ipc = new FakeIpc();
    const heard: unknown[] = [];
    bridgeOn(ipc).on('data:changed', (fact) => void heard.push(fact));
    ipc.send('event:data:changed', { revision: 1, areas: ['log'] }, 'pietersen');
    expect(heard).toEqual([]);
  });

  it('listens to declared events only', () => {
    const ipc = new FakeIpc();
    const listen = buildBridge(ipc, 'jansen').on as (event: string, listener: () => void) => void;
    expect(() => listen('secrets:changed', () => undefined)).toThrow();
    expect(ipc.listeners.size).toBe(0);
  });
});

describe('the address of a page', () => {
  it.each(['app://simon-koppel/index.html', 'http://localhost:5173/'])('below %s says whose page it is', (pageUrl) => {
    const address = pageAddress(pageUrl, 'b7-x', 'queue');
    expect(address.startsWith(pageUrl)).toBe(true);
    expect(companyOfPage(address)).toBe('b7-x');
    expect(new URL(address).hash).toBe('#/queue');
  });
});
