import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursOf } from '../../../main/domain/hours';

describe('hours on a document', () => {
  it.each([
    [15, '0.25'],
    [120, '2'],
    [0, '0'],
    [1, '0.02'],
    [7, '0.12'],
    [10, '0.17'],
    [20, '0.33'],
    [50, '0.83'],
    [6_000, '100'],
  ])('%i minutes are %s hours', (minutes, hours) => {
    expect(hoursOf(minutes)).toBe(hours);
  });

  it('agree with whole-number arithmetic for any number of minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (minutes) => {
        const hundredths = Math.floor((minutes * 100 + 30) / 60);
        const [whole = '', part = ''] = hoursOf(minutes).split('.');
        expect(Number(whole) * 100 + Number(part.padEnd(2, '0'))).toBe(hundredths);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN])('refuse %d as a number of minutes', (minutes) => {
    expect(() => hoursOf(minutes)).toThrow('Not a number of minutes');
  });
});
