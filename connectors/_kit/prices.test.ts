import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, fixed } from './decimal';
import { lessDiscount, lineTotal, vatFactor, withoutVat } from './prices';

describe('a price without VAT', () => {
  it.each([
    ['121', '21', '100'],
    ['35', '21', '28.92562'],
    ['10', '9', '9.174312'],
    ['10', '0', '10'],
  ])('of %s with %s%% is %s', (price, rate, expected) => {
    expect(withoutVat(price, rate)).toBe(expected);
  });

  it('gives back the price with VAT, to the cent, for any quantity an installer uses', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom('21', '9', '6', '0'),
        fc.integer({ min: 1, max: 1000 }),
        (cents, rate, quantity) => {
          const price = fixed(decimal(cents).div(100), 2);
          const exclusive = decimal(withoutVat(price, rate)).times(quantity);
          expect(fixed(exclusive.times(vatFactor(rate)), 2)).toBe(fixed(decimal(price).times(quantity), 2));
        },
      ),
    );
  });
});

it.each([
  ['25', '10', 5, '22.5'],
  ['62.5', '0', 5, '62.5'],
  ['10', '33.333', 2, '6.67'],
  ['10', '-10', 2, '11'],
])('%s less %s%% is, in %d decimals, %s', (price, discount, places, expected) => {
  expect(lessDiscount(price, discount, places)).toBe(expected);
});

it.each([
  ['0.25', '8.67769', '2.17'],
  ['2', '12.3425', '24.69'],
  ['1', '-0.005', '-0.01'],
  ['3', null, null],
])('%s times %s comes to %s', (quantity, price, expected) => {
  expect(lineTotal(quantity, price)).toBe(expected);
});
