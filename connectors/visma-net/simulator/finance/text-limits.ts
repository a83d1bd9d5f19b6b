import type { Quirks } from '../quirks';

/**
 * Longest texts. The description of the finance API gives none; these are the ones that the sales order service gives for
 * the same fields of the database.
 */
export const TEXT_LIMITS = {
  customerRefNumber: 40,
  externalReference: 40,
  paymentReference: 40,
  invoiceText: 255,
  description: 256,
  note: 2048,
  addressLine: 50,
  city: 50,
  postalCode: 20,
  contact: 255,
  phone: 50,
} as const;
export type LimitedText = keyof typeof TEXT_LIMITS;

/** The text as it is kept, or the sentence with which a longer one is refused. */
export function limited(
  text: string,
  limit: LimitedText,
  quirks: Pick<Quirks, 'textTooLong'>,
): { readonly text: string } | { readonly problem: string } {
  const maximum = TEXT_LIMITS[limit];
  if (text.length <= maximum || quirks.textTooLong === 'accept') return { text };
  if (quirks.textTooLong === 'cut') return { text: text.slice(0, maximum) };
  return { problem: `The string value provided exceeds the field '${limit}' length of ${maximum}.` };
}
