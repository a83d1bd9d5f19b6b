import { FakeTime } from '../fakes/fake-time';

/** The clock of the computer, which people set and which sleeps with it, and that of the package, which is right. */
export class Clocks {
  readonly time: FakeTime;
  private readonly startMs: number;
  private suspendedMs = 0;

  /** `startMs`: the moment at which they begin, UTC ms. */
  constructor(startMs?: number) {
    this.time = new FakeTime(startMs);
    this.startMs = this.time.nowMs();
  }

  /** Wall clock of the package, UTC ms. */
  readonly vendorNowMs = (): number => this.startMs + this.time.monotonicMs() + this.suspendedMs;

  /** Somebody sets the clock of the computer, so far from the right time. */
  setComputer(wrongMs: number): void {
    this.time.setWallClock(this.vendorNowMs() + wrongMs);
  }

  /** The computer sleeps: what measures durations in it stands still. */
  suspend(ms: number): void {
    this.suspendedMs += ms;
    this.time.setWallClock(this.time.nowMs() + ms);
  }
}
