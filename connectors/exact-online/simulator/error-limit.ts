const HOUR_MS = 3_600_000;

/** Error answers that one app may get per user, company and endpoint in an hour (vendor's limits of July 2021). */
const ERRORS_PER_HOUR = 10;
const COUNTED: ReadonlySet<number> = new Set([400, 401, 403, 404]);

interface Count {
  times: number[];
  blockedUntilMs: number;
  /** How often the block has fallen: each one lasts an hour longer. */
  blocks: number;
}

/** Blocks an endpoint for a client that keeps getting errors there. */
export class ErrorLimit {
  private readonly counts = new Map<string, Count>();

  constructor(private readonly now: () => number) {}

  isBlocked(endpoint: string): boolean {
    return (this.counts.get(endpoint)?.blockedUntilMs ?? 0) > this.now();
  }

  /** Counts an answer. More than ten errors in an hour block the endpoint. */
  note(endpoint: string, status: number): void {
    if (!COUNTED.has(status)) return;
    const nowMs = this.now();
    const count = this.counts.get(endpoint) ?? { times: [], blockedUntilMs: 0, blocks: 0 };
    count.times = [...count.times.filter((time) => time > nowMs - HOUR_MS), nowMs];
    if (count.times.length > ERRORS_PER_HOUR) {
      count.blocks += 1;
      count.blockedUntilMs = nowMs + count.blocks * HOUR_MS;
      count.times = [];
    }
    this.counts.set(endpoint, count);
  }
}
