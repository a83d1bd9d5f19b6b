import { GROUP_NAMES, vatOfGroup, type GroupKey } from '../../../_kit/simulator/practice/article-groups';
import { practiceArticles, type ArticlePlan } from '../../../_kit/simulator/practice/articles';
import { practiceChangeMs } from '../../../_kit/simulator/practice/moments';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Product, SalesCountry } from '../model';
import { sqlDateTimeMs } from '../sql-date-time';

/** UN/ECE codes of the units that installers sell in; NAR is a number of articles. */
const UNITS: Readonly<Record<string, string>> = {
  st: 'NAR',
  uur: 'HUR',
  m: 'MTR',
  km: 'KMT',
  'm²': 'MTK',
  kg: 'KGM',
  set: 'SET',
  rol: 'RO',
  koker: 'TU',
};

const VAT_PERCENTAGES = {
  NL: { high: '21', low: '9', none: '0' },
  BE: { high: '21', low: '6', none: '0' },
} as const;

const FIRST_GROUP_ID = 30201;

/** The office once imported its catalogue: more products than fit on a page then got the same moment of change. */
const IMPORT_MS = sqlDateTimeMs(Date.UTC(2022, 2, 14, 9, 12, 47, 317));
const IMPORTED_SHARE = 0.6;

/** What has no equal in other packages: references that occur twice or not at all. */
const NOTABLE: readonly (readonly [reference: string, description: string, price: string])[] = [
  ['007', 'Brandwerende kit, koker 310 ml', '11.9'],
  ['KM', 'Kilometervergoeding aanhanger', '0.35'],
  ['', 'Klein materiaal zonder referentie', '12.5'],
  ['', 'Verzameld restmateriaal', '7.95'],
];

export interface ProductPlan extends ArticlePlan {
  readonly withNotable: boolean;
}

/** The articles of the practice books as Billit holds them. */
export function practiceProducts(
  random: SeededRandom,
  plan: ProductPlan,
  country: SalesCountry,
  takeId: () => string,
): Product[] {
  const products = practiceArticles(random, plan).map((article): Product => {
    const isImported = random.chance(IMPORTED_SHARE);
    const changedMs = sqlDateTimeMs(practiceChangeMs(random));
    return {
      id: takeId(),
      reference: article.code,
      description: article.description,
      salesPrice: article.salesPrice,
      purchasePrice: article.purchasePrice,
      vatPercentage: VAT_PERCENTAGES[country][vatOfGroup(article.group)],
      unit: UNITS[article.unit] ?? 'NAR',
      ...groupOf(article.group),
      stock: String(article.stock),
      internalInformation: '',
      inactive: article.inactive,
      createdAtMs: Math.min(IMPORT_MS, changedMs),
      modifiedAtMs: isImported ? IMPORT_MS : changedMs,
    };
  });
  const notable = plan.withNotable ? NOTABLE : [];
  return [
    ...products,
    ...notable.map(([reference, description, salesPrice]): Product => {
      const changedMs = sqlDateTimeMs(practiceChangeMs(random));
      return {
        id: takeId(),
        reference,
        description,
        salesPrice,
        purchasePrice: '0',
        vatPercentage: VAT_PERCENTAGES[country].high,
        unit: 'NAR',
        ...groupOf('material'),
        stock: '0',
        internalInformation: '',
        inactive: false,
        createdAtMs: Math.min(IMPORT_MS, changedMs),
        modifiedAtMs: changedMs,
      };
    }),
  ];
}

const groupOf = (group: GroupKey): { readonly groupId: number; readonly groupName: string } => ({
  groupId: FIRST_GROUP_ID + Object.keys(GROUP_NAMES).indexOf(group),
  groupName: GROUP_NAMES[group],
});
