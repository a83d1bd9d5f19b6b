import { expect, it } from 'vitest';
import { SimulatorStartError } from './contract';
import { readQuirkChoices } from './quirk-choices';

const CHOICES = { zone: ['local', 'utc'], limits: ['none', 'minute'] } as const;

it('gives every quirk its first value unless another one is chosen', () => {
  expect(readQuirkChoices(CHOICES, { limits: 'minute' })).toEqual({ zone: 'local', limits: 'minute' });
});

it('leaves other quirks to the caller', () => {
  expect(readQuirkChoices(CHOICES, { lengths: '50' }, ['lengths'])).toEqual({ zone: 'local', limits: 'none' });
});

it.each([
  [{ zon: 'utc' }, 'Unknown quirk zon. There are: zone, limits, lengths.'],
  [{ zone: 'gmt' }, 'Quirk zone can be local or utc, not gmt.'],
])('does not take %o', (given, message) => {
  expect(() => readQuirkChoices(CHOICES, given, ['lengths'])).toThrow(
    new SimulatorStartError('unknown-quirk', message),
  );
});
