import { z } from 'zod';
import type { Administration } from '../_kit/connector';

const factsSchema = z.object({
  /** Days after its date that an invoice is due, for a customer without a term of its own. */
  expiryOffsetDays: z.number().int(),
});

/** What every call needs to know about the company, besides its PartyID; `check` brings it up to date. */
export type Facts = z.infer<typeof factsSchema>;

/** The facts that `check` stored. Another shape is a bug. */
export const factsOf = (administration: Administration): Facts => factsSchema.parse(administration.facts);

const customerExtraSchema = z.object({ expiryOffsetDays: z.number().int().nullable() });

/** What a customer brings along for its invoices. */
export type CustomerExtra = z.infer<typeof customerExtraSchema>;

/** The customer's own term in days; null when the company's counts. */
export function expiryOffsetDaysOf(extra: unknown): number | null {
  const read = customerExtraSchema.safeParse(extra);
  return read.success ? read.data.expiryOffsetDays : null;
}
