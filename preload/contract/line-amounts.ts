/** Amounts of lines, and labour and material apart. Exact decimals, on both sides of the bridge. */
import { Decimal, fixed, type DecimalString } from '../../connectors/_kit/decimal';
import type { DocumentLine } from '../../connectors/_kit/document';

export { lineTotal } from '../../connectors/_kit/prices';

const CENTS = 2;

/** The sum of rounded amounts in cents; null when one of them is not known. */
export function sumOf(amounts: readonly (DecimalString | null)[]): DecimalString | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length < amounts.length ? null : fixed(Decimal.sum(0, ...known), CENTS);
}

/** Work and travel time; booked articles; the article that stands on every document. */
export type Share = 'labour' | 'material' | 'standard';

const SHARE_OF: Readonly<Record<DocumentLine['kind'], Share | null>> = {
  'work-order': null,
  'work-description': null,
  'work-time': 'labour',
  'travel-time': 'labour',
  article: 'material',
  'standard-article': 'standard',
};
/** Null for a line of text. */
export const shareOf = (kind: DocumentLine['kind']): Share | null => SHARE_OF[kind];
const SHARES = ['labour', 'material', 'standard'] as const satisfies readonly Share[];

/**
 * Excl. VAT of the lines of each share that has any; null when the package does not tell the price of one of them. Kept
 * apart because the rate of VAT, and the part for a blocked account (G-rekening), may differ.
 */
export function sharesOf(
  lines: readonly Pick<DocumentLine, 'kind' | 'totalExclVat'>[],
): readonly { readonly share: Share; readonly exclVat: DecimalString | null }[] {
  return SHARES.flatMap((share) => {
    const own = lines.filter(({ kind }) => SHARE_OF[kind] === share);
    return own.length === 0 ? [] : [{ share, exclVat: sumOf(own.map(({ totalExclVat }) => totalExclVat)) }];
  });
}
