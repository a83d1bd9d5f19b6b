import { describe, expect, it } from 'vitest';
import { clockAhead, isClockWrong } from '../../../main/sync/clock-ahead';

const DAY_MS = 86_400_000;
const NOON = Date.parse('2026-11-22T12:00:00Z');
const answer = { date: 'Sun, 22 Nov 2026 12:00:00 GMT' };

describe('the clock of the computer beside that of the package', () => {
  it.each([
    ['the same', NOON, 0],
    ['ahead', NOON + 2 * DAY_MS, 2 * DAY_MS],
    ['behind', Date.parse('1970-01-01T00:00:00Z'), Date.parse('1970-01-01T00:00:00Z') - NOON],
  ])('is %s', (_, nowMs, aheadMs) => {
    expect(clockAhead(answer, nowMs)).toBe(aheadMs);
  });

  it.each([[{}], [{ date: '' }], [{ date: 'yesterday' }]])('is not known from %j', (headers) => {
    expect(clockAhead(headers, NOON)).toBeNull();
  });

  it('is wrong from a day on, either way', () => {
    expect([null, 0, DAY_MS, -DAY_MS].map(isClockWrong)).toEqual([false, false, false, false]);
    expect([DAY_MS + 1, -DAY_MS - 1, 12 * 365 * DAY_MS].map(isClockWrong)).toEqual([true, true, true]);
  });
});
