import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../connectors/_kit/clock';
import { problem } from '../../../connectors/_kit/problem';
import type { KeptPause } from '../../../main/db/store';
import type { Time } from '../../../main/ports';
import { createPause, type Pause } from '../../../main/sync/pause';
import { FakeTime } from '../../fakes/fake-time';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;
const DAY_LIMIT = problem('rate-limited', 'day-limit');

/** A program that ends and starts again on the same disk. */
class Program {
  kept: KeptPause | null = null;
  pause: Pause;

  constructor(readonly time = new FakeTime()) {
    this.pause = this.begin();
  }

  restart(): void {
    this.pause = this.begin();
  }

  private begin(): Pause {
    return createPause(this.time, {
      kept: this.kept,
      keep: (pause) => Promise.resolve(void (this.kept = pause)),
    });
  }
}

describe('a pause over a restart', () => {
  it('lasts as long as the package asked, with the reason, however often the program starts', async () => {
    const program = new Program();
    await program.pause.ask(86_400 * SECOND_MS, DAY_LIMIT);
    const untilMs = program.time.nowMs() + DAY_MS;
    for (let start = 0; start < 24; start += 1) {
      program.restart();
      expect(program.pause.current()).toEqual({ untilMs, problem: DAY_LIMIT });
      await program.time.advance(HOUR_MS);
    }
    program.restart();
    expect(program.pause.current()).toBeNull();
  });

  it('is over when the computer was off for longer than that', async () => {
    const program = new Program();
    await program.pause.ask(HOUR_MS, DAY_LIMIT);
    await program.time.advance(HOUR_MS + 1);
    program.restart();
    expect(program.pause.leftMs()).toBe(0);
  });

  it('lasts no longer than the package asked when the clock was set back meanwhile, and begins anew only once', async () => {
    const program = new Program();
    await program.pause.ask(HOUR_MS, DAY_LIMIT);
    program.time.setWallClock(program.time.nowMs() - 400 * DAY_MS);
    program.restart();
    expect(program.pause.leftMs()).toBe(HOUR_MS);
    await program.time.advance(HOUR_MS / 2);
    program.restart();
    expect(program.pause.leftMs()).toBe(HOUR_MS / 2);
  });

  it('does not come back once the package was called, however far the clock is set back', async () => {
    const program = new Program();
    await program.pause.ask(HOUR_MS, DAY_LIMIT);
    await program.time.advance(HOUR_MS);
    // Also by a program that knows it from the disk only.
    program.restart();
    await program.pause.forget();
    program.time.setWallClock(program.time.nowMs() - 30 * 60 * SECOND_MS);
    program.restart();
    expect(program.pause.current()).toBeNull();
  });

  it('is told in the new time when the clock is set while the program runs', async () => {
    const program = new Program();
    await program.pause.ask(HOUR_MS, DAY_LIMIT);
    program.time.setWallClock(program.time.nowMs() + 2 * DAY_MS);
    await program.pause.clockChanged();
    program.restart();
    expect(program.pause.leftMs()).toBe(HOUR_MS);
  });

  it('has its longer one kept when two are asked', async () => {
    const program = new Program();
    await program.pause.ask(HOUR_MS, DAY_LIMIT);
    await program.pause.ask(SECOND_MS, problem('rate-limited', 'rate-limited'));
    program.restart();
    expect(program.pause.leftMs()).toBe(HOUR_MS);
    expect(program.pause.current()?.problem).toEqual(DAY_LIMIT);
  });

  it('never lasts for ever, whatever was asked and however the clock was set', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 999_999_999 * SECOND_MS }),
        fc.array(fc.integer({ min: -3_650 * DAY_MS, max: 3_650 * DAY_MS }), { maxLength: 5 }),
        async (askedMs, jumps) => {
          const program = new Program();
          await program.pause.ask(askedMs, DAY_LIMIT);
          for (const jump of jumps) {
            program.time.setWallClock(program.time.nowMs() + jump);
            program.restart();
            expect(program.pause.leftMs()).toBeLessThanOrEqual(Math.min(askedMs, 7 * DAY_MS));
          }
          await program.time.advance(7 * DAY_MS);
          expect(program.pause.current()).toBeNull();
          program.restart();
          expect(program.pause.current()).toBeNull();
        },
      ),
    );
  });
});

describe('a computer that sleeps', () => {
  /** Its clock since boot goes on meanwhile, the one that measures durations stands still. */
  const asleep = { ms: 0 };
  const sleepy = (time: FakeTime): Clock & Pick<Time, 'sinceBootMs'> => ({
    nowMs: time.nowMs,
    monotonicMs: time.monotonicMs,
    sinceBootMs: () => time.monotonicMs() + asleep.ms,
  });

  it('is not paused for longer than the package asked', async () => {
    const time = new FakeTime();
    const pause = createPause(sleepy(time), null);
    await pause.ask(4 * HOUR_MS, DAY_LIMIT);
    asleep.ms += 3 * HOUR_MS;
    await time.advance(HOUR_MS);
    // The clock since boot may count whole seconds.
    expect(pause.leftMs()).toBe(SECOND_MS);
    await time.advance(SECOND_MS);
    expect(pause.current()).toBeNull();
  });

  it('is paused as long when somebody sets its clock meanwhile', async () => {
    const time = new FakeTime();
    const pause = createPause(sleepy(time), null);
    await pause.ask(4 * HOUR_MS, DAY_LIMIT);
    time.setWallClock(time.nowMs() + 2 * DAY_MS);
    expect(pause.leftMs()).toBeGreaterThanOrEqual(4 * HOUR_MS);
  });
});
