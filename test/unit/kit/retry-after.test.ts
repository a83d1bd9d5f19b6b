import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../connectors/_kit/retry-after';

const NOW_MS = Date.parse('2026-11-22T10:00:00Z');

describe('retryAfterMs', () => {
  it.each([
    ['23', 23_000],
    ['86400', 86_400_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 10:01:30 GMT', 90_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['soon', null],
    ['', null],
    ['-5', null],
  ])('reads %j', (value, expected) => {
    expect(retryAfterMs({ 'retry-after': value }, NOW_MS)).toBe(expected);
  });

  it('is null without the header', () => {
    expect(retryAfterMs({}, NOW_MS)).toBeNull();
  });

  it("measures a date from the server's clock, so that a computer that runs two days ahead waits just as long", () => {
    const headers = { 'retry-after': 'Sun, 22 Nov 2026 10:01:30 GMT', date: 'Sun, 22 Nov 2026 10:01:00 GMT' };
    expect(retryAfterMs(headers, NOW_MS + 48 * 3_600_000)).toBe(30_000);
  });
});
