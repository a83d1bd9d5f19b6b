import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharesOf, sumOf } from '../../../preload/contract/line-amounts';

const line = (kind: Parameters<typeof sharesOf>[0][number]['kind'], totalExclVat: string | null) => ({
  kind,
  totalExclVat,
});

it('labour, material and the standard article are added up apart', () => {
  expect(
    sharesOf([
      line('work-description', null),
      line('work-time', '125'),
      line('travel-time', '15.63'),
      line('article', '48.95'),
      line('article', '13.75'),
      line('standard-article', '35'),
    ]),
  ).toEqual([
    { share: 'labour', exclVat: '140.63' },
    { share: 'material', exclVat: '62.70' },
    { share: 'standard', exclVat: '35.00' },
  ]);
});

it('a share with a price that is not known is not known, and one without lines is not there', () => {
  expect(sharesOf([line('article', '1'), line('article', null)])).toEqual([{ share: 'material', exclVat: null }]);
  expect(sharesOf([])).toEqual([]);
});

it('sums are exact to the cent', () => {
  const cents = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 });
  fc.assert(
    fc.property(fc.array(cents), (some) => {
      const expected = some.reduce((sum, one) => sum + BigInt(one), 0n);
      const sum = sumOf(some.map((one) => new Decimal(one).dividedBy(100).toFixed()));
      expect(new Decimal(sum ?? 'NaN').times(100).toFixed()).toBe(String(expected));
    }),
  );
});
