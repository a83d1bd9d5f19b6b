/** From an article of Visma.net to Simon's. Pure. */
import type { Pulled } from '../_kit/model';
import type { Facts } from './facts';
import type { Article } from './schemas';

/** Types of the screen Stock Items; all others are on Non-Stock Items (OpenAPI description, filter `inventoryTypes`). */
const STOCK_TYPES: ReadonlySet<string> = new Set(['FinishedGoodItem', 'ComponentPartItem', 'SubassemblyItem']);
const NOT_SOLD: ReadonlySet<string> = new Set(['NoSales', 'Inactive', 'MarkedForDeletion', 'Unknown']);

export const isNonStock = ({ stockItem, type }: Article): boolean => stockItem !== true && !STOCK_TYPES.has(type);

export const isSold = ({ status }: Article): boolean => !NOT_SOLD.has(status);

/** The price is that of the base unit, so that this is the unit. */
export function toArticle(article: Article, { vatRates }: Facts): Pulled<'articles'> {
  const { inventoryId: externalId } = article;
  if (!isNonStock(article)) return { kind: 'gone', externalId, reason: 'not-selected' };
  if (!isSold(article)) return { kind: 'gone', externalId, reason: 'inactive' };
  return {
    kind: 'present',
    record: {
      externalId,
      code: article.inventoryNumber,
      description: article.description,
      groupExternalId: null,
      unit: article.baseUnit,
      unitPrice: article.defaultPrice,
      vatRate: vatRates[article.vatCode] ?? null,
      extra: null,
    },
  };
}
