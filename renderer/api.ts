/**
 * The only file that touches `window.app`. The main process answers every call with a reply; here a reply becomes its
 * value, and a bug in main, or a computer that refuses, an exception for the one handler in shell/bug-handler.ts.
 */
import type { AppBridge } from '../preload/contract/bridge';
import type { Reply } from '../preload/contract/calls';
import type { Problem } from '../preload/contract/model';

declare global {
  interface Window {
    readonly app: AppBridge;
  }
}

/** A call broke on a bug in main. `id` stands in the technical log. */
export class BugInMain extends Error {
  constructor(readonly id: string) {
    super(`Bug in main, see ${id} in the technical log`);
  }
}

/** The disk or the database of this computer refused, and the call could not be carried out. */
export class RefusedByComputer extends Error {
  constructor(readonly problem: Problem) {
    super(`This computer refused: ${problem.code}`);
  }
}

type Unwrapped<F> = F extends (...input: infer I) => Promise<Reply<infer O>> ? (...input: I) => Promise<O> : never;
type Areas = Omit<AppBridge, 'on'>;

/** `window.app` with values instead of replies. */
export type Api = {
  readonly [A in keyof Areas]: { readonly [V in keyof Areas[A]]: Unwrapped<Areas[A][V]> };
};

type AnyCall = (input?: unknown) => Promise<Reply<unknown>>;

function unwrap(calls: Readonly<Record<string, AnyCall>>): Readonly<Record<string, AnyCall>> {
  // Not a proxy of `calls` itself: what the preload offers is frozen, and a proxy must give a frozen property as it is.
  return new Proxy<Readonly<Record<string, AnyCall>>>(
    {},
    {
      get: (_, verb: string) => async (input?: unknown) => {
        const call = calls[verb];
        if (!call) throw new Error(`window.app has no call ${verb}`);
        const reply = await (input === undefined ? call() : call(input));
        if (reply.ok) return reply.value;
        throw 'bug' in reply ? new BugInMain(reply.bug.id) : new RefusedByComputer(reply.refusal);
      },
    },
  );
}

/** Every declared call, by area: `api.customers.list({ offset: 0, limit: 100 })`. */
export const api = new Proxy({} as Api, {
  get: (_, area: keyof Areas) => unwrap(window.app[area] as unknown as Readonly<Record<string, AnyCall>>),
});

/** Calls the listener for each event of main until the returned function is called. */
export const onEvent: AppBridge['on'] = (event, listener) => window.app.on(event, listener);
