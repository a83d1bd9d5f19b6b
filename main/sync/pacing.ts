/** Keeps a connection below the number of requests per minute that its package allows. */
import type { Clock } from '../../connectors/_kit/clock';
import type { Time } from '../ports';

/** What a request is for. Deliveries go first: pulling leaves part of the allowance to them. */
export type Lane = 'pull' | 'push';

export interface Pacer {
  /** Waits for a turn and takes it. False when the signal aborted first. */
  readonly takeTurn: (lane: Lane, signal: AbortSignal) => Promise<boolean>;
}

const WINDOW_MS = 60_000;
/**
 * The part of the allowance that pulling never uses, so that a first pull does not hold up a delivery. Small: a delivery
 * is one request, and a first pull is as slow as its allowance.
 */
const PUSH_SHARE = 0.03;

/** At most `requestsPerMinute` turns in any minute, three in a hundred of them (at least one) kept for deliveries. */
export function createPacer(requestsPerMinute: number, clock: Pick<Clock, 'monotonicMs'>, sleep: Time['sleep']): Pacer {
  const allowed: Readonly<Record<Lane, number>> = {
    push: requestsPerMinute,
    pull: Math.max(1, requestsPerMinute - Math.max(1, Math.floor(requestsPerMinute * PUSH_SHARE))),
  };
  let takenAtMs: number[] = [];

  return {
    takeTurn: async (lane, signal) => {
      while (!signal.aborted) {
        const nowMs = clock.monotonicMs();
        takenAtMs = takenAtMs.filter((atMs) => atMs > nowMs - WINDOW_MS);
        if (takenAtMs.length < allowed[lane]) {
          takenAtMs.push(nowMs);
          return true;
        }
        const freedBy = takenAtMs[takenAtMs.length - allowed[lane]] ?? nowMs;
        await sleep(freedBy + WINDOW_MS - nowMs, signal);
      }
      return false;
    },
  };
}
