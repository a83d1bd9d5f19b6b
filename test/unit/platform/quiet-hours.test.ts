import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { quietLeftMs } from '../../../main/platform/quiet-hours';
import { STANDARD_QUIET_HOURS, type QuietHours } from '../../../preload/contract/app-settings';

const ZONE = 'Europe/Amsterdam';
/** From six in the evening until half past seven, and the whole weekend. */
const hours: QuietHours = { ...STANDARD_QUIET_HOURS, isOn: true };
/** 23 November 2026 is a Monday. */
const endOf = (text: string, given: QuietHours = hours): string | null => {
  const nowMs = DateTime.fromISO(text, { zone: ZONE }).toMillis();
  const leftMs = quietLeftMs(given, nowMs, ZONE);
  return leftMs === 0 ? null : DateTime.fromMillis(nowMs + leftMs, { zone: ZONE }).toFormat("yyyy-MM-dd'T'HH:mm");
};

describe('quiet hours', () => {
  it.each([
    ['in the night of a working day', '2026-11-24T23:10', '2026-11-25T07:30'],
    ['after midnight', '2026-11-24T03:00', '2026-11-24T07:30'],
    ['from the first minute on', '2026-11-24T18:00', '2026-11-25T07:30'],
    ['on Friday evening, over the weekend and the night behind it', '2026-11-27T18:30', '2026-11-30T07:30'],
    ['in the middle of a quiet day', '2026-11-28T12:00', '2026-11-30T07:30'],
  ])('last %s', (_, at, end) => {
    expect(endOf(at)).toBe(end);
  });

  it.each(['2026-11-24T07:30', '2026-11-24T12:00', '2026-11-24T17:59'])('are over at %s', (at) => {
    expect(endOf(at)).toBeNull();
  });

  it('can lie within one day', () => {
    const lunch: QuietHours = { isOn: true, fromMinute: 720, untilMinute: 780, quietDays: [] };
    expect(endOf('2026-11-24T12:15', lunch)).toBe('2026-11-24T13:00');
    expect(endOf('2026-11-24T13:00', lunch)).toBeNull();
  });

  it('follow the clock of the night in which it is set back', () => {
    expect(endOf('2026-10-24T23:00', { ...hours, quietDays: [] })).toBe('2026-10-25T07:30');
  });

  it('are nothing when they are switched off', () => {
    expect(endOf('2026-11-24T23:10', { ...hours, isOn: false })).toBeNull();
  });

  it('that never end do not keep the program busy', () => {
    expect(endOf('2026-11-24T12:00', { ...hours, quietDays: [1, 2, 3, 4, 5, 6, 7] })).not.toBeNull();
  });
});
