import { amsterdamDay } from '../_kit/amsterdam-day';
import type { ConnectorContext } from '../_kit/connector';
import { readRecords, textUnder, type RowName } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { isSelected, readArticleGroups } from './article-groups';
import { factsOf } from './facts';
import { idsOf, rowsWithIds, type Feed } from './feed';
import { goneReason, toArticle, type ArticleView } from './map';
import { newestChange } from './newest-change';
import { isForEverybody, PRICE_LIST, readPriceBook, type PriceBook } from './prices';
import { itemSchema, priceSchema, type Item } from './schemas';
import { readSettings } from './settings';
import type { SideState } from './side-list';
import { MOST_BY_ID, turnsOf } from './turns';
import { readVatCodes, type VatMemory } from './vat-codes';

const ITEMS_IN_DELETED = 9;

const FIELDS = [
  'ID',
  'Code',
  'Description',
  'ItemGroup',
  'Unit',
  'SalesVatCode',
  'IsSalesItem',
  'StartDate',
  'EndDate',
  'Modified',
] as const;

const ROWS = { path: 'logistics/Items', select: [...FIELDS, 'StandardSalesPrice'] };

/** Items with their prices. `known`: the VAT codes that were remembered with the mark. */
export async function articleFeed(ctx: ConnectorContext, known: VatMemory | null): Promise<Result<Feed<'articles'>>> {
  const groups = await selectedGroups(ctx);
  if (!groups.ok) return groups;
  const memory = await readVatCodes(ctx, known);
  if (!memory.ok) return memory;
  const today = amsterdamDay(ctx.clock.nowMs());
  const view: ArticleView = { groups: groups.value, vatCodes: memory.value.codes, today };

  let book: PriceBook | null = null;
  const priceBook = async (side: SideState): Promise<Result<PriceBook>> => {
    if (book !== null) return ok(book);
    const read = await readPriceBook(ctx, side, today);
    if (read.ok) book = read.value;
    return read;
  };

  return ok({
    changes: { path: 'sync/Logistics/Items', select: [...FIELDS, 'Timestamp'] },
    rows: ROWS,
    side: PRICE_LIST,
    sideRow: (row) => {
      const price = priceSchema.safeParse(row);
      if (!price.success || !isForEverybody(price.data)) return null;
      return { ownerId: price.data.Item, turns: turnsOf(price.data.Item, price.data, today) };
    },
    entityType: ITEMS_IN_DELETED,
    basis: basisOf(factsOf(ctx.administration).movedAt, view),
    memory: memory.value,
    startSide: async (state) => {
      const prices = await priceBook(state);
      return prices.ok ? ok({ state: prices.value.state, turns: prices.value.turns }) : prices;
    },
    read: async (rows, isWhole, side) => {
      const { read, parked } = readRecords(rows, itemSchema, nameOf);
      const wanted = read.filter((item) => goneReason(item, view) === null);
      const prices = await pricesFor(wanted, isWhole, side);
      if (!prices.ok) return prices;
      return ok({
        pulled: read.map((item) => toArticle(item, prices.value(item), view)),
        parked,
        turns: read.flatMap((item) => turnsOf(item.ID, item, today)),
        newestChange: newestChange(read),
      });
    },
    wantedIds: (rows) => {
      const { read, parked } = readRecords(rows, itemSchema, nameOf);
      return [...read.filter((item) => goneReason(item, view) === null).map(({ ID }) => ID), ...idsOf(parked)];
    },
  });

  /** A few items are asked for their prices one by one, many by the whole price list. */
  async function pricesFor(
    items: readonly Item[],
    isWhole: boolean,
    side: SideState,
  ): Promise<Result<(item: Item) => string | null>> {
    if (isWhole || items.length > MOST_BY_ID) {
      const all = await priceBook(side);
      return all.ok ? ok(all.value.priceOf) : all;
    }
    const lacking = items.filter((item) => item.StandardSalesPrice === null).map((item) => item.ID);
    const rows = await rowsWithIds(ctx, ROWS, lacking);
    if (!rows.ok) return rows;
    const found = new Map<string, string | null>();
    for (const row of rows.value) {
      const item = itemSchema.safeParse(row);
      if (item.success) found.set(item.data.ID, item.data.StandardSalesPrice);
    }
    return ok((item) => item.StandardSalesPrice ?? found.get(item.ID) ?? null);
  }
}

const nameOf = (row: unknown): RowName => ({
  externalId: textUnder(row, 'ID').toLowerCase(),
  label: [textUnder(row, 'Code').trim(), textUnder(row, 'Description')].filter((part) => part !== '').join(' '),
});

/** Ids of the groups that come over; null = all. */
async function selectedGroups(ctx: ConnectorContext): Promise<Result<ReadonlySet<string> | null>> {
  const names = readSettings(ctx.settings).articleGroups;
  if (names.length === 0) return ok(null);
  const groups = await readArticleGroups(ctx);
  if (!groups.ok) return groups;
  return ok(new Set(groups.value.groups.filter((group) => isSelected(group, names)).map(({ id }) => id)));
}

function basisOf(movedAt: string, { groups, vatCodes }: ArticleView): string {
  const rates = Object.entries(vatCodes).map(([code, { rate, included }]) => `${code}=${rate}${included ? 'i' : 'e'}`);
  return [movedAt, groups === null ? '*' : [...groups].sort().join(','), rates.sort().join(',')].join(' ');
}
