/** Where a caller stands in the window that runs now. */
export interface WindowState {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until a new window begins, at least 1. */
  readonly resetSeconds: number;
}

/** Counts requests in windows that begin with the first request and end together: so many, then none until the end. */
export class FixedWindow {
  private readonly windows = new Map<string, { readonly endsAtMs: number; taken: number }>();

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
    private readonly now: () => number,
  ) {}

  /** Takes a place for a caller, if there is one. Refused requests do not count. */
  take(caller: string): WindowState {
    const nowMs = this.now();
    let window = this.windows.get(caller);
    if (window === undefined || window.endsAtMs <= nowMs) {
      window = { endsAtMs: nowMs + this.windowMs, taken: 0 };
      this.windows.set(caller, window);
    }
    const allowed = window.taken < this.limit;
    if (allowed) window.taken += 1;
    return {
      allowed,
      limit: this.limit,
      remaining: this.limit - window.taken,
      resetSeconds: Math.max(1, Math.ceil((window.endsAtMs - nowMs) / 1000)),
    };
  }
}
