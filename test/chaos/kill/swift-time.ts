import type { Time } from '../../../main/ports';

/**
 * So many times faster than the clock on the wall: quiet periods of minutes pass in seconds, and a busy machine still
 * answers within the time-outs.
 */
const SPEED = 20;

/** The time of this process, in a hurry. Begins at `startMs` (UTC ms). */
export function swiftTime(startMs: number): Time {
  const monotonicMs = (): number => performance.now() * SPEED;
  return {
    monotonicMs,
    nowMs: () => Math.round(startMs + monotonicMs()),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve();
        const end = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, ms / SPEED);
        signal?.addEventListener('abort', end);
      }),
  };
}
