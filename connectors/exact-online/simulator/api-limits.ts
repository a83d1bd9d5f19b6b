const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Requests that one app may make in one company: vendor's page "API limits". */
const PER_MINUTE = 60;
const PER_DAY = 5000;

interface Window {
  startMs: number;
  used: number;
}

export type LimitDecision = {
  readonly allowed: boolean;
  /** Reset values are UTC milliseconds. A refusal tells only about the limit that was hit. */
  readonly headers: Readonly<Record<string, string>>;
};

/** Counts requests in whole minutes and whole days (UTC) per company, and tells about it in headers. */
export class ApiLimits {
  private readonly minutes = new Map<number, Window>();
  private readonly days = new Map<number, Window>();

  constructor(
    private readonly now: () => number,
    private readonly isOn: boolean,
  ) {}

  /** Takes a place for a request in a company. Refused requests do not count. */
  take(division: number): LimitDecision {
    if (!this.isOn) return { allowed: true, headers: {} };
    const minute = this.window(this.minutes, division, MINUTE_MS);
    const day = this.window(this.days, division, DAY_MS);
    if (day.used >= PER_DAY) return { allowed: false, headers: dayHeaders(day) };
    if (minute.used >= PER_MINUTE) return { allowed: false, headers: minuteHeaders(minute) };
    day.used += 1;
    minute.used += 1;
    return { allowed: true, headers: { ...dayHeaders(day), ...minuteHeaders(minute) } };
  }

  /** As if a company had this many requests left today. */
  leaveToday(division: number, requests: number): void {
    this.window(this.days, division, DAY_MS).used = PER_DAY - requests;
  }

  private window(windows: Map<number, Window>, division: number, lengthMs: number): Window {
    const nowMs = this.now();
    const startMs = nowMs - (nowMs % lengthMs);
    const known = windows.get(division);
    if (known?.startMs === startMs) return known;
    const window = { startMs, used: 0 };
    windows.set(division, window);
    return window;
  }
}

const dayHeaders = ({ startMs, used }: Window): Record<string, string> => ({
  'x-ratelimit-limit': String(PER_DAY),
  'x-ratelimit-remaining': String(PER_DAY - used),
  'x-ratelimit-reset': String(startMs + DAY_MS),
});

const minuteHeaders = ({ startMs, used }: Window): Record<string, string> => ({
  'x-ratelimit-minutely-limit': String(PER_MINUTE),
  'x-ratelimit-minutely-remaining': String(PER_MINUTE - used),
  'x-ratelimit-minutely-reset': String(startMs + MINUTE_MS),
});
