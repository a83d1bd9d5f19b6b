import { describe, expect, it } from 'vitest';
import { createQuietPeriods } from '../../../main/sync/quiet-period';

function at(): { clock: { monotonicMs: () => number }; set: (ms: number) => void } {
  let nowMs = 0;
  return { clock: { monotonicMs: () => nowMs }, set: (ms) => (nowMs = ms) };
}

describe('a quiet period', () => {
  it('lets absence count after its end and a second look-up', () => {
    const { clock, set } = at();
    const quiet = createQuietPeriods(clock, 60);
    quiet.begin(1, 150);
    set(100);
    expect(quiet.judge(1, 100)).toEqual({ kind: 'too-early', waitMs: 50 });
    set(150);
    expect(quiet.judge(1, 150)).toEqual({ kind: 'first', waitMs: 60 });
    set(200);
    expect(quiet.judge(1, 200)).toEqual({ kind: 'first', waitMs: 10 });
    set(210);
    expect(quiet.judge(1, 210)).toEqual({ kind: 'absent' });
  });

  it('judges by when was asked, not by when the answer came', () => {
    const { clock, set } = at();
    const quiet = createQuietPeriods(clock, 60);
    quiet.begin(1, 150);
    set(400);
    expect(quiet.judge(1, 149)).toMatchObject({ kind: 'too-early' });
  });

  it('begins again for all, and ends for one', () => {
    const { clock, set } = at();
    const quiet = createQuietPeriods(clock, 60);
    quiet.begin(1, 150);
    quiet.begin(2, 150);
    set(150);
    quiet.judge(1, 150);
    quiet.end(2);
    quiet.beginAgain();
    set(299);
    expect(quiet.judge(1, 299)).toEqual({ kind: 'too-early', waitMs: 1 });
    expect(quiet.isRunning(2)).toBe(false);
  });
});
