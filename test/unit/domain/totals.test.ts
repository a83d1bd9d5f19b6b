import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentLine } from '../../../connectors/_kit/document';
import { lineTotal, totalsOf } from '../../../main/domain/totals';

const line = (quantity: string, unitPrice: string | null, vatRate: string | null = '21'): DocumentLine => ({
  kind: 'article',
  article: { externalId: 'a', code: 'A', description: 'A', unit: '', extra: null },
  description: 'A',
  descriptionChanged: false,
  minutes: null,
  quantity,
  unitPrice,
  priceChanged: false,
  vatRate,
  totalExclVat: lineTotal(quantity, unitPrice),
});
const textLine: DocumentLine = { ...line('0', null, null), kind: 'work-description', article: null };

describe('line total', () => {
  it.each([
    ['1', '20.125', '20.13'],
    ['1', '20.124', '20.12'],
    ['0.45', '2.54', '1.14'],
    ['-1', '20.125', '-20.13'],
    ['0.25', '61.98765', '15.50'],
    ['3', '0', '0.00'],
  ])('%s x %s = %s', (quantity, unitPrice, total) => {
    expect(lineTotal(quantity, unitPrice)).toBe(total);
  });

  it('is unknown without a price', () => {
    expect(lineTotal('1', null)).toBeNull();
  });
});

describe('totals of a document', () => {
  it('sum VAT per rate and round it then, not per line', () => {
    // Per line the VAT would be 3 x 0.01 = 0.03; over the sum of 0.12 it is 0.0252.
    const totals = totalsOf([line('1', '0.04'), line('1', '0.04'), line('1', '0.04')]);
    expect(totals).toEqual({
      exclVat: '0.12',
      vat: [{ vatRate: '21', base: '0.12', vat: '0.03' }],
      inclVat: '0.15',
    });
    expect(totalsOf([line('1', '0.03'), line('1', '0.03'), line('1', '0.03')]).inclVat).toBe('0.11');
  });

  it('keep the rates apart, highest first, however they are written', () => {
    expect(totalsOf([line('1', '10', '9'), line('2', '10', '21.00'), line('1', '5', '21')]).vat).toEqual([
      { vatRate: '21', base: '25.00', vat: '5.25' },
      { vatRate: '9', base: '10.00', vat: '0.90' },
    ]);
  });

  it('are unknown as soon as one price is unknown, and without VAT as soon as one rate is unknown', () => {
    expect(totalsOf([line('1', '10'), line('1', null)])).toEqual({ exclVat: null, vat: null, inclVat: null });
    expect(totalsOf([line('1', '10'), line('1', '5', null)])).toEqual({ exclVat: '15.00', vat: null, inclVat: null });
  });

  it('do not count the work description', () => {
    expect(totalsOf([textLine, line('1', '10')]).inclVat).toBe('12.10');
    expect(totalsOf([textLine])).toEqual({ exclVat: '0.00', vat: [], inclVat: '0.00' });
  });

  it('agree with whole-number arithmetic for any lines', () => {
    const anyLine = fc.record({
      thousandths: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
      price: fc.bigInt({ min: 0n, max: 10_000_000_000n }),
      rate: fc.constantFrom(0n, 6n, 9n, 12n, 21n),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 30 }), (rows) => {
        const totals = totalsOf(
          rows.map((row) => line(shifted(row.thousandths, 3), shifted(row.price, 5), String(row.rate))),
        );

        const cents = new Map<bigint, bigint>();
        for (const { thousandths, price, rate } of rows) {
          cents.set(rate, (cents.get(rate) ?? 0n) + dividedHalfUp(thousandths * price, 1_000_000n));
        }
        let excl = 0n;
        let incl = 0n;
        for (const [rate, base] of cents) {
          excl += base;
          incl += base + dividedHalfUp(base * rate, 100n);
        }
        expect(centsOf(totals.exclVat)).toBe(excl);
        expect(centsOf(totals.inclVat)).toBe(incl);
      }),
    );
  });
});

/** Whole-number division that rounds halves away from zero. */
function dividedHalfUp(value: bigint, by: bigint): bigint {
  const size = value < 0n ? -value : value;
  const rounded = (size * 2n + by) / (by * 2n);
  return value < 0n ? -rounded : rounded;
}

function shifted(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const centsOf = (amount: string | null): bigint => BigInt((amount ?? 'unknown').replace('.', ''));
