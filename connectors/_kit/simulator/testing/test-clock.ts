/** A Thursday in summer time, later than every change in the practice books. */
export const START_MS = Date.parse('2025-06-12T08:00:00Z');

/** A clock for tests of simulators, turned by hand. */
export class TestClock {
  nowMs = START_MS;
  readonly now = (): number => this.nowMs;

  advanceSeconds(seconds: number): void {
    this.nowMs += seconds * 1000;
  }
}
