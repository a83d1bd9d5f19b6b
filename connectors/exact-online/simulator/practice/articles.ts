import { GROUP_NAMES, vatOfGroup, type GroupKey } from '../../../_kit/simulator/practice/article-groups';
import { practiceArticles as neutralArticles, type ArticlePlan } from '../../../_kit/simulator/practice/articles';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { ItemGroupValues, ItemValues, Row, SalesItemPriceValues } from '../model';
import { VAT_CODE_OF, WHOLE_UNITS } from './fixed-tables';
import { RowMaker } from './row-maker';

const MAXIMUM_DESCRIPTION = 60;
const MAXIMUM_EXTRA_DESCRIPTION = 255;
const START = '2021-01-04T00:00:00';

export interface PracticeItems {
  readonly itemGroups: readonly Row<ItemGroupValues>[];
  readonly items: readonly Row<ItemValues>[];
  readonly prices: readonly Row<SalesItemPriceValues>[];
}

/** Item groups, items and their sales prices. Some items had another price before. */
export function practiceItems(random: SeededRandom, plan: ArticlePlan): PracticeItems {
  const maker = new RowMaker(random);
  const keys = Object.keys(GROUP_NAMES) as GroupKey[];
  const itemGroups = keys.map((key, index) =>
    maker.row({
      Code: String((index + 1) * 10),
      Description: GROUP_NAMES[key],
      IsDefault: key === 'material' ? 1 : 0,
    }),
  );
  const groupIds = new Map(keys.map((key, index) => [key, itemGroups[index]?.id ?? null]));
  const items: Row<ItemValues>[] = [];
  const prices: Row<SalesItemPriceValues>[] = [];
  let ended = 0;
  for (const article of neutralArticles(random, plan)) {
    const item = maker.row<ItemValues>({
      Code: article.code,
      Description: article.description.slice(0, MAXIMUM_DESCRIPTION),
      ExtraDescription:
        article.description.length > MAXIMUM_DESCRIPTION
          ? article.description.slice(0, MAXIMUM_EXTRA_DESCRIPTION)
          : null,
      ItemGroup: groupIds.get(article.group) ?? null,
      Unit: article.unit,
      SalesVatCode: VAT_CODE_OF[vatOfGroup(article.group)],
      IsSalesItem: true,
      IsPurchaseItem: article.purchasePrice !== '0',
      IsStockItem: article.keepsStock,
      IsSerialItem: false,
      IsBatchItem: 0,
      IsTime: article.unit === 'uur' ? 1 : 0,
      IsWebshopItem: 0,
      IsFractionAllowedItem: !WHOLE_UNITS.has(article.unit),
      CostPriceStandard: article.purchasePrice,
      Stock: String(article.stock),
      SearchCode: article.code,
      StartDate: START,
      EndDate: null,
      ...(article.inactive ? endedAs(ended) : {}),
    });
    if (article.inactive) ended += 1;
    items.push(item);
    if (random.chance(0.05)) prices.push(maker.row(price(item, article.salesPrice, '2023-12-31T00:00:00')));
    prices.push(maker.row(price(item, article.salesPrice, null)));
  }
  return { itemGroups, items, prices };
}

/** The two ways in which the vendor shows that an item is no longer sold. */
const endedAs = (index: number): Partial<ItemValues> =>
  index % 2 === 0 ? { EndDate: '2023-12-31T00:00:00' } : { IsSalesItem: false };

const price = (item: Row<ItemValues>, Price: string, EndDate: string | null): SalesItemPriceValues => ({
  Item: item.id,
  Account: null,
  Price,
  Quantity: '1',
  NumberOfItemsPerUnit: '1',
  Currency: 'EUR',
  Unit: item.values.Unit,
  StartDate: EndDate === null ? '2024-01-01T00:00:00' : START,
  EndDate,
});
