import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingAt, endMinute, startingAt } from '../../../../renderer/views/work-orders/time-span';

const minute = fc.nat(1_439);

describe('from when until when', () => {
  it('gives the duration: 8:00 until 10:15 is 2:15', () => {
    const begun = startingAt({ startMinute: null, minutes: 0 }, 480);
    expect(begun).toEqual({ startMinute: 480, minutes: 0 });
    expect(endMinute(begun)).toBeNull();
    expect(endingAt(begun, 615)).toEqual({ startMinute: 480, minutes: 135 });
  });

  it('keeps a duration that was typed first, and shows when it ended', () => {
    const begun = startingAt({ startMinute: null, minutes: 90 }, 480);
    expect(begun.minutes).toBe(90);
    expect(endMinute(begun)).toBe(570);
    expect(endingAt({ startMinute: null, minutes: 90 }, 570)).toEqual({ startMinute: 480, minutes: 90 });
  });

  it('keeps the end when the start is put right, and goes on past midnight', () => {
    expect(startingAt({ startMinute: 480, minutes: 135 }, 540)).toEqual({ startMinute: 540, minutes: 75 });
    expect(endingAt({ startMinute: 1_320, minutes: 0 }, 60)).toEqual({ startMinute: 1_320, minutes: 180 });
  });

  it('keeps the duration when start or end is taken away', () => {
    const entry = { startMinute: 480, minutes: 135 };
    expect(startingAt(entry, null)).toEqual({ startMinute: null, minutes: 135 });
    expect(endingAt(entry, null)).toEqual({ startMinute: null, minutes: 135 });
  });

  it('ends where it was told to, within a day, for any two times', () => {
    fc.assert(
      fc.property(minute, minute, (start, end) => {
        const span = endingAt(startingAt({ startMinute: null, minutes: 0 }, start), end);
        expect(span.startMinute).toBe(start);
        expect(span.minutes).toBeGreaterThanOrEqual(0);
        expect(span.minutes).toBeLessThan(1_440);
        expect(endMinute(span)).toBe(start === end ? null : end);
      }),
    );
  });
});
