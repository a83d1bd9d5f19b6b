import { describe, expect, it } from 'vitest';
import { dutchDate } from '../../../connectors/_kit/dutch-date';

describe('dutchDate', () => {
  it.each([
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-10-24T22:30:00Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
  ])('%s is %s in the Netherlands', (at, expected) => {
    expect(dutchDate(Date.parse(at))).toBe(expected);
  });
});
