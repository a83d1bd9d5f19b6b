import type { Time } from '../../main/ports';

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

/** Time that stands still until a test moves it. Sleepers wake in the order of their moments. */
export class FakeTime implements Time {
  /** How far the clock that measures durations goes on at each reading; that of a computer gives fractions of a millisecond. */
  perReadingMs = 0;
  private sleepers: Sleeper[] = [];
  private wallMs: number;
  private runMs = 0;

  constructor(startMs = Date.parse('2026-11-22T10:00:00Z')) {
    this.wallMs = startMs;
  }

  readonly nowMs = (): number => this.wallMs;
  readonly monotonicMs = (): number => (this.runMs += this.perReadingMs);

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const wake = (): void => {
        signal?.removeEventListener('abort', wake);
        this.sleepers = this.sleepers.filter((one) => one !== sleeper);
        resolve();
      };
      const sleeper: Sleeper = { atMs: this.runMs + ms, wake };
      this.sleepers.push(sleeper);
      signal?.addEventListener('abort', wake);
    });

  /** Lets time pass; everything that wakes meanwhile has run as far as it can before this resolves. */
  async advance(ms: number): Promise<void> {
    const endMs = this.runMs + ms;
    await settled();
    for (;;) {
      const next = this.sleepers.filter((one) => one.atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) break;
      this.move(Math.max(0, next.atMs - this.runMs));
      next.wake();
      await settled();
    }
    this.move(endMs - this.runMs);
    await settled();
  }

  /** Somebody sets the clock of the computer; nothing that measures durations may notice. */
  setWallClock(nowMs: number): void {
    this.wallMs = nowMs;
  }

  /** How many wait; for asserting that nothing is left behind. */
  get waiting(): number {
    return this.sleepers.length;
  }

  /** Milliseconds until the next one wakes; null when nobody sleeps. */
  get nextInMs(): number | null {
    const first = Math.min(...this.sleepers.map(({ atMs }) => atMs));
    return Number.isFinite(first) ? Math.max(0, first - this.runMs) : null;
  }

  private move(ms: number): void {
    this.runMs += ms;
    this.wallMs += ms;
  }
}

// Reading an answer takes a few turns of the event loop, also when nothing has to be waited for.
const TURNS = 10;

/** Lets everything run that is ready to run. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
