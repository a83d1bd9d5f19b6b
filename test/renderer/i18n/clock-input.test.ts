import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatClock, parseClockInput } from '../../../renderer/i18n/clock-input';

it.each([
  ['8', 480],
  ['08', 480],
  ['8:00', 480],
  [' 8.15 ', 495],
  ['8,15', 495],
  ['8u15', 495],
  ['0815', 495],
  ['815', 495],
  ['0:00', 0],
  ['23:59', 1_439],
  ['24:00', 0],
])('%s is %i minutes after midnight', (text, minutes) => {
  expect(parseClockInput(text)).toBe(minutes);
});

it.each(['', 'acht', '8:5', '8:60', '24:01', '25', '-8', '8:15:00', '12345'])('%j is no time of the day', (text) => {
  expect(parseClockInput(text)).toBeNull();
});

it('reads what it writes', () => {
  fc.assert(fc.property(fc.nat(1_439), (minute) => parseClockInput(formatClock(minute)) === minute));
  expect(formatClock(485)).toBe('08:05');
});
