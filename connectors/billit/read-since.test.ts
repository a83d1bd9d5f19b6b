import { describe, expect, it } from 'vitest';
import { readSince } from './read-since';

const mark = (moment: string, lookBackMs: number) => ({ moment, lookBackMs, seenAtMs: 0 });

describe('where the next read begins', () => {
  it('is everywhere without a mark', () => {
    expect(readSince(null)).toBeNull();
  });

  it.each([
    ['2026-06-12T10:00:00.487', 65 * 60_000, '2026-06-12T08:55:00'],
    ['2026-06-12T10:00:00', 1, '2026-06-12T09:59:59'],
    ['2026-01-01T00:30:00.9', 60 * 60_000, '2025-12-31T23:30:00'],
  ])('after %s, looking back %i ms, is the second %s', (moment, lookBackMs, expected) => {
    expect(readSince(mark(moment, lookBackMs))).toBe(expected);
  });

  it.each([
    ['2026-06-12T10:00:00.487', '2026-06-12T10:00:01'],
    ['2026-06-12T10:00:00', '2026-06-12T10:00:01'],
    ['2026-12-31T23:59:59.997', '2027-01-01T00:00:00'],
  ])('after %s that stood still is the next second, %s', (moment, expected) => {
    expect(readSince(mark(moment, 0))).toBe(expected);
  });
});
