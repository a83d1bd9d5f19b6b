import { Decimal, decimal, plain, round } from '../../_kit/decimal';
import type { Books } from './books';
import type { Company, OrderLine, PriceMode, VatKind } from './model';

const CENTS = 2;

/** Total of a line in cents: the discount is taken off the amount or off the price, as the administration is set. */
export function lineTotal(
  line: Pick<OrderLine, 'unitPrice' | 'quantity' | 'discountPercentage'>,
  company: Pick<Company, 'discountOver' | 'priceDecimals'>,
): string {
  const factor = new Decimal(1).minus(decimal(line.discountPercentage).div(100));
  const price = decimal(line.unitPrice);
  const total =
    company.discountOver === 'BerekenenOverStukprijs'
      ? round(price.times(factor), company.priceDecimals).times(line.quantity)
      : price.times(line.quantity).times(factor);
  return plain(round(total, CENTS));
}

/**
 * Totals of an order. VAT is added up per rate, then rounded: the one method that is allowed in the Netherlands and in
 * Belgium. The rate of a line is that of its article's group on the day of the order; a line without article has none.
 */
export function orderTotals(
  books: Books,
  order: {
    readonly lines: readonly Pick<OrderLine, 'articleId' | 'total'>[];
    readonly priceMode: PriceMode;
    readonly date: string;
    readonly invoiceDiscount: string | null;
  },
): { readonly totalExclusive: string; readonly totalInclusive: string } {
  const day = order.date.slice(0, 10);
  const factor = new Decimal(1).minus(decimal(order.invoiceDiscount ?? '0').div(100));
  const sums = new Map<string, Decimal>();
  for (const line of order.lines) {
    const percentage = books.vatPercentage(vatKindOf(books, line.articleId), day);
    sums.set(percentage, (sums.get(percentage) ?? new Decimal(0)).plus(line.total));
  }
  let exclusive = new Decimal(0);
  let inclusive = new Decimal(0);
  for (const [percentage, sum] of sums) {
    const amount = round(sum.times(factor), CENTS);
    const share = decimal(percentage).div(100);
    const vat =
      order.priceMode === 'Exclusief'
        ? round(amount.times(share), CENTS)
        : round(amount.times(share).div(share.plus(1)), CENTS);
    exclusive = exclusive.plus(order.priceMode === 'Exclusief' ? amount : amount.minus(vat));
    inclusive = inclusive.plus(order.priceMode === 'Exclusief' ? amount.plus(vat) : amount);
  }
  return { totalExclusive: plain(exclusive), totalInclusive: plain(inclusive) };
}

function vatKindOf(books: Books, articleId: string | null): VatKind {
  const article = articleId === null ? null : books.articles.byId(articleId);
  const group = article === null ? null : books.groups.byId(article.groupId);
  return group?.vatKind ?? 'Geen';
}
