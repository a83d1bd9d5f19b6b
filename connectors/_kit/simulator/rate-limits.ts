/** At most `limit` requests in any `windowMs`. */
export interface RateWindow {
  readonly name: string;
  readonly limit: number;
  readonly windowMs: number;
}

export type RateDecision =
  | { readonly allowed: true; readonly release: () => void }
  | { readonly allowed: false; readonly exceeded: string; readonly retryAfterSeconds: number };

/** Counts requests as Azure API Management does: sliding windows, and a number at the same time. */
export class RateLimits {
  private readonly taken: { readonly window: RateWindow; times: number[] }[];
  private underWay = 0;

  constructor(
    windows: readonly RateWindow[],
    private readonly maximumConcurrent: number,
    private readonly now: () => number,
  ) {
    this.taken = windows.map((window) => ({ window, times: [] }));
  }

  /** Takes a place for a request, or tells which limit is reached and how long to wait. Refused requests do not count. */
  take(): RateDecision {
    const nowMs = this.now();
    for (const entry of this.taken) {
      const from = nowMs - entry.window.windowMs;
      const firstInside = entry.times.findIndex((time) => time > from);
      entry.times = firstInside === -1 ? [] : entry.times.slice(firstInside);
      const oldest = entry.times[0];
      if (oldest !== undefined && entry.times.length >= entry.window.limit) {
        const waitMs = oldest + entry.window.windowMs - nowMs;
        return {
          allowed: false,
          exceeded: entry.window.name,
          retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
        };
      }
    }
    if (this.underWay >= this.maximumConcurrent) {
      return { allowed: false, exceeded: 'concurrent', retryAfterSeconds: 1 };
    }
    for (const entry of this.taken) entry.times.push(nowMs);
    this.underWay += 1;
    let released = false;
    return {
      allowed: true,
      release: () => {
        if (!released) this.underWay -= 1;
        released = true;
      },
    };
  }
}
