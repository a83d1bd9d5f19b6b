import { expect, it } from 'vitest';
import { decimal, fixed, plain } from '../../../connectors/_kit/decimal';

it.each([
  ['-0.004', '0.00'],
  ['-0.005', '-0.01'],
  ['0.005', '0.01'],
  ['2', '2.00'],
])('%s in cents is %s', (value, text) => {
  expect(fixed(decimal(value), 2)).toBe(text);
});

it('nothing has no sign', () => {
  expect(plain(decimal('-0'))).toBe('0');
  expect(plain(decimal(0).times(-1))).toBe('0');
});
