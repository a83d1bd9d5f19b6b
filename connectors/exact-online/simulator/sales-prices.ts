import type { DivisionBooks } from './division-books';
import type { Row, SalesItemPriceValues } from './model';

type Prices = ReadonlyMap<string, readonly Row<SalesItemPriceValues>[]>;
const kept = new WeakMap<DivisionBooks, { readonly version: number; readonly prices: Prices }>();

/** Price of one piece of an item for everybody, excluding VAT, on a day (`YYYY-MM-DD`); null when it has none. */
export function standardPrice(books: DivisionBooks, itemId: string, day: string): string | null {
  const found = pricesByItem(books)
    .get(itemId)
    ?.find(
      ({ values }) =>
        values.Account === null &&
        Number(values.Quantity) <= 1 &&
        (values.StartDate ?? '') <= `${day}T23:59:59` &&
        (values.EndDate === null || values.EndDate >= day),
    );
  return found?.values.Price ?? null;
}

function pricesByItem(books: DivisionBooks): Prices {
  const { version } = books.tables.prices;
  const known = kept.get(books);
  if (known?.version === version) return known.prices;
  const prices = new Map<string, Row<SalesItemPriceValues>[]>();
  for (const row of books.tables.prices.all()) {
    const rows = prices.get(row.values.Item);
    if (rows === undefined) prices.set(row.values.Item, [row]);
    else rows.push(row);
  }
  kept.set(books, { version, prices });
  return prices;
}
