import { z } from 'zod';
import type { Administration } from '../_kit/connector';
import { decimal } from '../_kit/decimal';
import type { VatCategory } from './schemas';

const factsSchema = z.object({
  /** VAT rate in percent by VAT category. */
  vatRates: z.record(z.string(), z.string()),
  /** Branch that documents are booked on; null when the company has one organisation: then Visma.net decides. */
  branch: z.string().nullable(),
});

/** What every call needs to know about the administration; `check` brings it up to date at the start of a run. */
export type Facts = z.infer<typeof factsSchema>;

/** The facts that `check` stored. Another shape is a bug. */
export const factsOf = (administration: Administration): Facts => factsSchema.parse(administration.facts);

/**
 * Rates by category on a day (`YYYY-MM-DD`). A category holds a VAT code for each kind of customer (domestic, other EU
 * countries, export); the domestic rate is the highest of them. A category without rate is left out.
 */
export function ratesOn(categories: readonly VatCategory[], day: string): Facts['vatRates'] {
  const rates: Record<string, string> = {};
  for (const { vatCategoryId, vatCategoryLines } of categories) {
    const current = vatCategoryLines.flatMap(({ vatRates }) => {
      const begun = vatRates.filter((one) => one.vatRate !== null && (one.startDate ?? '').slice(0, 10) <= day);
      const newest = begun.sort((one, two) => ((one.startDate ?? '') < (two.startDate ?? '') ? 1 : -1))[0];
      return newest?.vatRate === null || newest === undefined ? [] : [newest.vatRate];
    });
    const highest = current.sort((one, two) => decimal(two).comparedTo(one))[0];
    if (highest !== undefined) rates[vatCategoryId] = highest;
  }
  return rates;
}
