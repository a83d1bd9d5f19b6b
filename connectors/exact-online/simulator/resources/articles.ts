import { itemFields, itemGroupFields, salesItemPriceFields, unitFields } from '../fields/articles';
import type { DivisionBooks } from '../division-books';
import type { Row } from '../model';
import { bulkTwin, defineResource, syncTwin, through } from '../resource';
import { standardPrice } from '../sales-prices';
import { localDay } from '../server-clock';
import { accountName, itemValue, unitDescription, unitOf, vatDescription } from './lookups';

const groupOf = (books: DivisionBooks, id: string): Row | null => books.tables.itemGroups.byId(id);

/** The fields that a refusal of an unfiltered list names, as far as clients of the vendor have shown it. */
const ITEM_FILTERS =
  'Barcode,Class_01,Class_02,Class_03,Class_04,Class_05,Class_06,Class_07,Class_08,Class_09,Class_10,Code,' +
  'CostPriceNew,Created,Description,EndDate,ExtraDescription,ID,IsSalesItem,ItemGroup,Modified,SearchCode,StartDate';

const items = defineResource({
  path: 'logistics/Items',
  model: 'Exact.Web.Api.Models.Logistics.Item',
  scope: 'Logistics items',
  fields: itemFields,
  rows: ({ books }) => books.tables.items.all(),
  derived: {
    ItemGroupCode: through('ItemGroup', groupOf, ({ values }) => values.Code ?? null),
    ItemGroupDescription: through('ItemGroup', groupOf, ({ values }) => values.Description ?? null),
    SalesVatCodeDescription: vatDescription('SalesVatCode'),
    StandardSalesPrice: (row, { books }) => standardPrice(books, row.id, localDay(books.nowMs).slice(0, 10)),
    UnitDescription: unitDescription('Unit'),
    UnitType: through('Unit', unitOf, ({ values }) => values.Type ?? null),
  },
  mandatoryFilter: ITEM_FILTERS.split(','),
});

const itemGroups = defineResource({
  path: 'logistics/ItemGroups',
  model: 'Exact.Web.Api.Models.Logistics.ItemGroup',
  scope: 'Logistics items',
  fields: itemGroupFields,
  rows: ({ books }) => books.tables.itemGroups.all(),
});

const units = defineResource({
  path: 'logistics/Units',
  model: 'Exact.Web.Api.Models.Logistics.Unit',
  scope: 'Logistics items',
  fields: unitFields,
  rows: ({ books }) => books.tables.units.all(),
});

const prices = defineResource({
  path: 'logistics/SalesItemPrices',
  model: 'Exact.Web.Api.Models.Logistics.SalesItemPrice',
  scope: 'Sales prices',
  fields: salesItemPriceFields,
  rows: ({ books }) => books.tables.prices.all(),
  derived: {
    AccountName: accountName('Account'),
    DefaultItemUnit: itemValue('Item', 'Unit'),
    ItemCode: itemValue('Item', 'Code'),
    ItemDescription: itemValue('Item', 'Description'),
    UnitDescription: unitDescription('Unit'),
  },
});

export const articleResources = {
  items,
  itemGroups,
  units,
  prices,
  bulkItems: bulkTwin(items, 'bulk/Logistics/Items'),
  // The reference of the sync address lacks the price: prices have a sync address of their own.
  syncItems: syncTwin(items, 'sync/Logistics/Items', ['StandardSalesPrice']),
  syncPrices: syncTwin(prices, 'sync/Logistics/SalesItemPrices'),
} as const;
