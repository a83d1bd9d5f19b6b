import type { SeededRandom } from '../random';
import { ARTICLE_FAMILIES, type ArticleFamily } from './article-families';
import { isServiceGroup, type GroupKey } from './article-groups';
import { notableArticles } from './notable-articles';

/** `articles` active ones; with `withInactive` the notable inactive ones come on top. */
export interface ArticlePlan {
  readonly articles: number;
  readonly withInactive: boolean;
}

/** An article of the practice books, in no vendor's terms. Prices exclude VAT and are plain decimal texts. */
export interface PracticeArticle {
  readonly code: string;
  readonly description: string;
  readonly group: GroupKey;
  readonly unit: string;
  readonly salesPrice: string;
  readonly purchasePrice: string;
  readonly inactive: boolean;
  readonly keepsStock: boolean;
  readonly stock: number;
}

/** Purchase price as a share of the sales price. */
const PURCHASE_SHARE = 0.68;

/** Articles of an installer: the notable ones first, then the catalogue in sizes, then the catalogue again per brand. */
export function practiceArticles(random: SeededRandom, plan: ArticlePlan): PracticeArticle[] {
  const articles: PracticeArticle[] = [];
  const add = (
    code: string,
    description: string,
    group: GroupKey,
    unit: string,
    salesPrice: string,
    inactive: boolean,
  ): void => {
    const isService = isServiceGroup(group);
    articles.push({
      code,
      description,
      group,
      unit,
      salesPrice,
      purchasePrice: isService ? '0' : trimmed((Number(salesPrice) * PURCHASE_SHARE).toFixed(4)),
      inactive,
      keepsStock: !isService && random.chance(0.3),
      stock: isService ? 0 : random.whole(0, 250),
    });
  };

  for (const notable of notableArticles) {
    if (notable.inactive === true) continue;
    if (articles.length === plan.articles) break;
    add(notable.code, notable.description, notable.group, notable.unit, notable.price, false);
  }
  for (let edition = 0; articles.length < plan.articles; edition += 1) {
    for (const [family, size, step] of sizesOf(ARTICLE_FAMILIES)) {
      if (articles.length === plan.articles) break;
      const suffix = edition === 0 ? '' : `/${edition}`;
      const brand = edition === 0 ? '' : `, merk ${edition}`;
      add(
        family.code.replace('{}', size) + suffix,
        family.description.replace('{}', size) + brand,
        family.group,
        family.unit,
        priceOf(family, step),
        false,
      );
    }
  }
  if (plan.withInactive) {
    for (const notable of notableArticles) {
      if (notable.inactive === true) {
        add(notable.code, notable.description, notable.group, notable.unit, notable.price, true);
      }
    }
  }
  return articles;
}

function* sizesOf(families: readonly ArticleFamily[]): Generator<readonly [ArticleFamily, string, number]> {
  for (const family of families) {
    for (const [step, size] of family.sizes.entries()) yield [family, size, step];
  }
}

const priceOf = (family: ArticleFamily, step: number): string =>
  trimmed((family.price * family.priceFactor ** step).toFixed(family.decimals));

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text);
