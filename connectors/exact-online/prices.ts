/** Sales prices of items. The sync address of the items lacks them: they have one of their own. */
import type { ConnectorContext } from '../_kit/connector';
import { decimal, plain, round } from '../_kit/decimal';
import { ok, type Result } from '../_kit/result';
import { allRows, type ListQuery } from './api';
import { NEVER } from './row-version';
import { itemSchema, priceSchema, type Item, type Price } from './schemas';
import { isRefused, readSideList, type SideState } from './side-list';
import { isValidOn, turnsOf, type Turn } from './turns';

export const PRICE_LIST: ListQuery = {
  path: 'sync/Logistics/SalesItemPrices',
  select: [
    'Timestamp',
    'ID',
    'Item',
    'Account',
    'Price',
    'Quantity',
    'Unit',
    'NumberOfItemsPerUnit',
    'StartDate',
    'EndDate',
  ],
};

/** Decimals of a price per piece that was worked out from one per box. */
const PRICE_DECIMALS = 6;

/** The prices of all items at one moment. */
export interface PriceBook {
  /** Listed price of an item today; null when it has none. */
  readonly priceOf: (item: Item) => string | null;
  /** Days on which a price begins or ends. */
  readonly turns: readonly Turn[];
  /** How far the list of prices was read. */
  readonly state: SideState;
}

/** Reads the prices of all items, or, without the right to the price list, the standard prices that the items show. */
export async function readPriceBook(
  ctx: ConnectorContext,
  state: SideState,
  today: string,
): Promise<Result<PriceBook>> {
  const listed = await readSideList(ctx, PRICE_LIST, { ...state, upTo: NEVER });
  if (!listed.ok) return listed;
  if (isRefused(listed.value.state, ctx.clock.nowMs())) return readStandardPrices(ctx, listed.value.state);
  const byItem = new Map<string, Price[]>();
  const turns: Turn[] = [];
  for (const row of listed.value.rows) {
    const price = priceSchema.safeParse(row);
    if (!price.success || !isForEverybody(price.data)) continue;
    const { Item: item } = price.data;
    turns.push(...turnsOf(item, price.data, today));
    const known = byItem.get(item);
    if (known === undefined) byItem.set(item, [price.data]);
    else known.push(price.data);
  }
  return ok({
    priceOf: (item) => priceToday(item, byItem.get(item.ID) ?? [], today),
    turns,
    state: listed.value.state,
  });
}

async function readStandardPrices(ctx: ConnectorContext, state: SideState): Promise<Result<PriceBook>> {
  const rows = await allRows(ctx, {
    path: 'logistics/Items',
    select: ['ID', 'Code', 'StandardSalesPrice'],
    filter: 'IsSalesItem eq true',
  });
  if (!rows.ok) return rows;
  const prices = new Map<string, string | null>();
  for (const row of rows.value) {
    const item = itemSchema.safeParse(row);
    if (item.success) prices.set(item.data.ID, item.data.StandardSalesPrice);
  }
  return ok({ priceOf: (item) => prices.get(item.ID) ?? null, turns: [], state });
}

/** A price for one customer is no article price. */
export const isForEverybody = (price: Price): price is Price & { readonly Item: string } =>
  price.Item !== null && price.Account === null && price.Price !== null;

/**
 * The price of one piece without a least quantity that is valid today; of several the one that began last, and of those
 * the one that was changed last. A price per box of ten counts for a tenth when there is none per piece.
 */
function priceToday(item: Item, prices: readonly Price[], today: string): string | null {
  const [best] = prices
    .filter((price) => isValidOn(price, today) && (price.Quantity === null || decimal(price.Quantity).lte(1)))
    .sort(
      (one, other) =>
        Number(isPerPiece(other, item)) - Number(isPerPiece(one, item)) ||
        (other.StartDate ?? '').localeCompare(one.StartDate ?? '') ||
        Number(BigInt(other.Timestamp) - BigInt(one.Timestamp)),
    );
  if (best?.Price == null) return null;
  const pieces = isPerPiece(best, item) ? null : best.NumberOfItemsPerUnit;
  if (pieces === null || decimal(pieces).isZero()) return best.Price;
  return plain(round(decimal(best.Price).div(pieces), PRICE_DECIMALS));
}

const isPerPiece = (price: Price, item: Item): boolean => price.Unit === '' || price.Unit === item.Unit;
