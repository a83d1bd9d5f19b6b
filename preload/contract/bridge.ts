import type { Channel, Input, Output, Reply } from './calls';
import type { EventName, Events } from './events';

type Camel<S extends string> = S extends `${infer A}-${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S;
type AreaOf<C extends string> = C extends `${infer A}:${string}` ? A : never;
type VerbOf<C extends string> = C extends `${string}:${infer V}` ? V : never;

type Caller<C extends Channel> =
  undefined extends Input<C> ? () => Promise<Reply<Output<C>>> : (input: Input<C>) => Promise<Reply<Output<C>>>;

/** `window.app`: one named function per declared call (`work-orders:report-ready` -> `app.workOrders.reportReady`) and one to subscribe. */
export type AppBridge = {
  readonly [A in AreaOf<Channel> as Camel<A>]: {
    readonly [C in Extract<Channel, `${A}:${string}`> as Camel<VerbOf<C>>]: Caller<C>;
  };
} & {
  /** Calls `listener` for each event until the returned function is called. */
  readonly on: <E extends EventName>(event: E, listener: (fact: Events[E]) => void) => () => void;
};

/** `work-orders` -> `workOrders`. */
export const camel = (kebab: string): string => kebab.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
