import { describe, expect, it } from 'vitest';
import { amsterdamDay } from '../../../connectors/_kit/amsterdam-day';

const dayAt = (utc: string): string => amsterdamDay(Date.parse(utc));

describe('day of archiving', () => {
  it('is the day on the wall clock of Amsterdam, not the day in UTC', () => {
    expect(dayAt('2026-01-15T22:59:59Z')).toBe('2026-01-15');
    expect(dayAt('2026-01-15T23:00:00Z')).toBe('2026-01-16');
    expect(dayAt('2026-07-15T21:59:59Z')).toBe('2026-07-15');
    expect(dayAt('2026-07-15T22:00:00Z')).toBe('2026-07-16');
  });

  it('is right on both nights on which the clock changes', () => {
    expect(dayAt('2026-03-28T22:59:59Z')).toBe('2026-03-28');
    expect(dayAt('2026-03-28T23:00:00Z')).toBe('2026-03-29');
    expect(dayAt('2026-03-29T22:00:00Z')).toBe('2026-03-30');
    expect(dayAt('2026-10-24T22:00:00Z')).toBe('2026-10-25');
    expect(dayAt('2026-10-25T22:59:59Z')).toBe('2026-10-25');
    expect(dayAt('2026-10-25T23:00:00Z')).toBe('2026-10-26');
  });
});
