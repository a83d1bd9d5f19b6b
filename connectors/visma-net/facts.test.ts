import { describe, expect, it } from 'vitest';
import { ratesOn } from './facts';
import { vatCategorySchema } from './schemas';

const category = (id: string, ...lines: readonly (readonly [number, string][])[]) =>
  vatCategorySchema.parse({
    vatCategoryId: id,
    vatCategoryLines: lines.map((rates) => ({
      vatRates: rates.map(([vatRate, startDate]) => ({ vatRate, startDate: `${startDate}T00:00:00` })),
    })),
  });

describe('VAT rate of a category', () => {
  it('is the newest that has begun', () => {
    const low = category('LAAG', [
      [6, '2001-01-01'],
      [9, '2019-01-01'],
      [12, '2027-01-01'],
    ]);
    expect(ratesOn([low], '2018-12-31')).toEqual({ LAAG: '6' });
    expect(ratesOn([low], '2026-11-22')).toEqual({ LAAG: '9' });
  });

  it('is the domestic one, which is the highest, where export and other EU countries stand beside it', () => {
    const high = category('HOOG', [[0, '2001-01-01']], [[21, '2012-10-01']], [[9, '2001-01-01']]);
    expect(ratesOn([high], '2026-11-22')).toEqual({ HOOG: '21' });
  });

  it('is not made up', () => {
    expect(ratesOn([category('VRIJ'), category('LATER', [[21, '2030-01-01']])], '2026-11-22')).toEqual({});
  });
});
