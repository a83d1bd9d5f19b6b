/** Time from outside, so that a test can turn it. */
export interface Clock {
  /** Wall clock, UTC milliseconds. May jump. */
  readonly nowMs: () => number;
  /** Milliseconds that only go forward, with no meaning outside this process. For durations and waits. */
  readonly monotonicMs: () => number;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
};
