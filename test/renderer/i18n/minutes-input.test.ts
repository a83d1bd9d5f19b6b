import { describe, expect, test } from 'vitest';
import { formatMinutes, parseMinutesInput } from '../../../renderer/i18n/minutes-input';

describe('a typed duration', () => {
  test.each([
    ['1:30', 90],
    ['1.30', 90],
    ['1u30', 90],
    ['2u', 120],
    ['0:15', 15],
    ['45', 45],
    ['45 min', 45],
    ['90', 90],
    ['1,5u', 90],
    ['1.5 uur', 90],
    ['0,33 u', 20],
    ['2 uur', 120],
    ['100:00', 6_000],
    ['', 0],
  ])('%s is %i minutes', (typed, minutes) => {
    expect(parseMinutesInput(typed)).toBe(minutes);
  });

  test.each(['1:75', 'een uur', '1:2:3', '-5', '1,5u30', 'u', '100:01', '9999'])('%s is no duration', (typed) => {
    expect(parseMinutesInput(typed)).toBeNull();
  });

  test('is shown as hours and minutes', () => {
    expect(formatMinutes(135)).toBe('2:15');
    expect(formatMinutes(5)).toBe('0:05');
  });
});
