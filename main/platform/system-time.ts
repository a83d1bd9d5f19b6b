import { uptime } from 'node:os';
import { systemClock } from '../../connectors/_kit/clock';
import type { Time } from '../ports';

/** `setTimeout` counts in 32 bits and ends at once when it is given more. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The computer's own clock and timers. */
export const systemTime: Time = {
  ...systemClock,
  sinceBootMs: () => uptime() * 1000,
  sleep: async (ms, signal) => {
    const endsAtMs = systemClock.monotonicMs() + ms;
    for (let leftMs = ms; leftMs > 0; leftMs = endsAtMs - systemClock.monotonicMs()) {
      if (signal?.aborted === true) return;
      await nap(Math.min(leftMs, LONGEST_TIMER_MS), signal);
    }
  },
};

function nap(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const wakeUp = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wakeUp);
      resolve();
    };
    const timer = setTimeout(wakeUp, ms);
    signal?.addEventListener('abort', wakeUp, { once: true });
  });
}
