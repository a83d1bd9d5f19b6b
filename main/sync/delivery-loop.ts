import type { Logger, Time } from '../ports';
import type { Delivery, PassEnd } from './delivery';

export interface DeliveryLoopParts {
  readonly delivery: Delivery;
  /** Whether deliveries may go out by themselves now. */
  readonly isAllowed: () => boolean;
  /** After each pass. */
  readonly onPass: () => void;
  readonly time: Time;
  readonly logger: Logger;
}

/** Runs passes of the delivery: one at a time, when asked and (once started) when the last one said that it is time. */
export interface DeliveryLoop {
  /** A pass that begins after this call; resolves when it ended. */
  readonly pass: () => Promise<PassEnd>;
  /** A pass soon, without waiting for it. */
  readonly nudge: () => void;
  /** From now on passes follow one another by themselves. */
  readonly start: () => void;
  readonly isBusy: () => boolean;
  /** No new passes; a send that is under way gets `graceMs` to be answered. Resolves when it is quiet. */
  readonly stop: (graceMs: number) => Promise<void>;
}

export function createDeliveryLoop({ delivery, isAllowed, onPass, time, logger }: DeliveryLoopParts): DeliveryLoop {
  const stopped = new AbortController();
  const stopSending = new AbortController();
  let current: Promise<PassEnd> | null = null;
  let following: Promise<PassEnd> | null = null;
  let isStarted = false;
  let timer = new AbortController();

  const run = async (): Promise<PassEnd> => {
    timer.abort();
    const end = await delivery.pass(stopped.signal, stopSending.signal);
    onPass();
    plan(end);
    return end;
  };
  const begin = (): Promise<PassEnd> => {
    const mine = run().finally(() => {
      if (current === mine) current = null;
    });
    current = mine;
    return mine;
  };
  const pass = (): Promise<PassEnd> => {
    if (stopped.signal.aborted) return Promise.resolve({ nextInMs: null });
    if (current === null) return begin();
    // Whoever asks during a pass gets the next one: this one may be past the entry that is meant.
    following ??= current.then(startFollowing, startFollowing);
    return following;
  };
  const startFollowing = (): Promise<PassEnd> => {
    following = null;
    return stopped.signal.aborted ? Promise.resolve({ nextInMs: null }) : begin();
  };
  const nudge = (): void => {
    if (isAllowed()) pass().catch((error: unknown) => logger.bug('delivery', error));
  };
  const plan = ({ nextInMs }: PassEnd): void => {
    if (!isStarted || nextInMs === null || stopped.signal.aborted) return;
    timer = new AbortController();
    const { signal } = timer;
    void time.sleep(nextInMs, signal).then(() => {
      if (!signal.aborted) nudge();
    });
  };

  return {
    pass,
    nudge,
    start: () => {
      isStarted = true;
      nudge();
    },
    isBusy: () => current !== null,
    stop: async (graceMs) => {
      stopped.abort();
      timer.abort();
      const graceNeeded = new AbortController();
      void time.sleep(graceMs, graceNeeded.signal).then(() => stopSending.abort());
      const quiet = (): undefined => undefined;
      await current?.then(quiet, quiet);
      await following?.then(quiet, quiet);
      graceNeeded.abort();
    },
  };
}
