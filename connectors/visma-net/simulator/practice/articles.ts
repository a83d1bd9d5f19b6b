import {
  GROUP_NAMES,
  isServiceGroup,
  vatOfGroup,
  type GroupKey,
} from '../../../_kit/simulator/practice/article-groups';
import {
  practiceArticles as neutralArticles,
  type ArticlePlan,
  type PracticeArticle,
} from '../../../_kit/simulator/practice/articles';
import { practiceChangeMs } from '../../../_kit/simulator/practice/moments';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Article, ArticleStatus, ArticleType, ItemClass } from '../model';
import type { NextId } from './places';

/** Item classes: ten characters at most, as the office types them. */
const CLASS_IDS: Readonly<Record<GroupKey, string>> = {
  services: 'DIENST',
  servicesOldHomes: 'DIENSTOUD',
  material: 'MATERIAAL',
  sanitary: 'SANITAIR',
  sanitaryLowerCase: 'SANITAIR2',
  electrics: 'ELEKTRA',
  boilers: 'KETELS',
  heatPumps: 'WARMTEPOMP',
  roofing: 'DAK',
  ventilation: 'VENTILATIE',
  sewerage: 'RIOOL',
  solar: 'ZON',
  fixing: 'BEVESTIGEN',
  deposits: 'STATIEGELD',
};

const VAT_CATEGORY = { high: 'HOOG', low: 'LAAG', none: 'NUL' } as const;

/** Statuses that only some articles have, by number. */
const STATUSES: Readonly<Record<string, ArticleStatus>> = {
  'TL-58': 'NoSales',
  'GLOEI-60': 'MarkedForDeletion',
  DIVERS: 'NoPurchases',
  'SG-GAS': 'NoRequest',
};

/** Goods that the practice work orders book: only non-stock items come over to a program for work orders. */
const BOOKED_ON_WORK_ORDERS: ReadonlySet<string> = new Set(['000123', '007', 'ROOKM-3']);

const LABOUR = /^(ARBEID|REISTIJD)/;

export const practiceItemClasses = (): ItemClass[] =>
  (Object.keys(GROUP_NAMES) as GroupKey[]).map((group) => ({
    id: CLASS_IDS[group],
    description: GROUP_NAMES[group],
    type: isServiceGroup(group) ? 'ServiceItem' : 'NonStockItem',
  }));

/**
 * The articles of the practice company: work and most goods are non-stock, a part of the goods is kept in stock. Exact
 * numbers (without the inactive ones) are non-stock and active all of them, so that whoever reads them can count.
 */
export function practiceArticles(
  random: SeededRandom,
  plan: ArticlePlan,
  defaultWarehouseId: string,
  nextId: NextId,
): Article[] {
  return neutralArticles(random, plan).map((wish) => {
    const keepsStock = plan.withInactive && wish.keepsStock && !BOOKED_ON_WORK_ORDERS.has(wish.code);
    const article = { ...wish, keepsStock };
    const inventoryId = nextId();
    const modifiedMs = practiceChangeMs(random);
    return {
      id: String(inventoryId),
      inventoryId,
      number: article.code,
      description: article.description,
      body: article.description.length > 200 ? `<p>${article.description}</p>` : '',
      status: statusOf(article, plan),
      type: typeOf(article),
      stockItem: article.keepsStock,
      itemClassId: CLASS_IDS[article.group],
      unit: article.unit.toUpperCase().replace('²', '2'),
      price: article.salesPrice,
      cost: article.purchasePrice,
      vatCategoryId: VAT_CATEGORY[vatOfGroup(article.group)],
      defaultWarehouseId: article.keepsStock ? defaultWarehouseId : null,
      stock: article.keepsStock ? String(article.stock) : '0',
      barcode: article.keepsStock ? `871${random.digits(10)}` : '',
      note: '',
      attributes: [],
      createdMs: Math.min(modifiedMs, practiceChangeMs(random)),
      modifiedMs,
    };
  });
}

function statusOf(article: PracticeArticle, plan: ArticlePlan): ArticleStatus {
  if (!plan.withInactive) return 'Active';
  return STATUSES[article.code] ?? (article.inactive ? 'Inactive' : 'Active');
}

function typeOf(article: PracticeArticle): ArticleType {
  if (article.keepsStock) return 'FinishedGoodItem';
  if (LABOUR.test(article.code)) return 'LaborItem';
  if (isServiceGroup(article.group)) return 'ServiceItem';
  return article.group === 'deposits' ? 'ChargeItem' : 'NonStockItem';
}
