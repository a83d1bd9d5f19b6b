import { z } from 'zod';
import type { Administration } from '../_kit/connector';

const vatRate = z.object({
  kind: z.string(),
  percentage: z.string(),
  /** First and last day, `YYYY-MM-DD`; null = no limit. */
  from: z.string().nullable(),
  until: z.string().nullable(),
});
export type VatRate = z.infer<typeof vatRate>;

const group = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  /** The VAT rates that it follows: Geen, Laag, Hoog or Overig. */
  vatKind: z.string(),
});
export type Group = z.infer<typeof group>;

const factsSchema = z.object({
  /** Whether the sales prices of the article file are excluding VAT. */
  pricesExclVat: z.boolean(),
  priceDecimals: z.number().int(),
  quantityDecimals: z.number().int(),
  articleCodeKind: z.string(),
  /** Active sales order templates. */
  templates: z.array(z.object({ id: z.string(), name: z.string() })),
  vatRates: z.array(vatRate),
  articleGroups: z.array(group),
});

/** What every call needs to know about the administration; `check` brings it up to date at the start of a run. */
export type Facts = z.infer<typeof factsSchema>;

/** The facts that `check` stored. Another shape is a bug. */
export const factsOf = (administration: Administration): Facts => factsSchema.parse(administration.facts);

/** VAT rate in percent of a kind on a day (`YYYY-MM-DD`); null when the administration has none. */
export function vatRateOn(rates: readonly VatRate[], kind: string, day: string): string | null {
  const rate = rates.find(
    (one) => one.kind === kind && (one.from === null || one.from <= day) && (one.until === null || day <= one.until),
  );
  return rate?.percentage ?? null;
}
