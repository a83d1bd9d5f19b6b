import type { GroupKey } from '../../../_kit/simulator/practice/article-groups';
import { practiceArticles as neutralArticles, type ArticlePlan } from '../../../_kit/simulator/practice/articles';
import { isServiceGroup } from '../../../_kit/simulator/practice/article-groups';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Article, ArticleGroup, Relation } from '../model';
import { practiceStamp } from './stamps';

/** The articles of the practice books as SnelStart holds them. */
export function practiceArticles(
  random: SeededRandom,
  plan: ArticlePlan,
  groups: Readonly<Record<GroupKey, ArticleGroup>>,
  suppliers: readonly Relation[],
): Article[] {
  return neutralArticles(random, plan).map((article) => ({
    id: random.uuid(),
    code: article.code,
    description: article.description,
    groupId: groups[article.group].id,
    salesPrice: article.salesPrice,
    purchasePrice: article.purchasePrice,
    unit: article.unit,
    supplierId: isServiceGroup(article.group) || suppliers.length === 0 ? null : random.pick(suppliers).id,
    inactive: article.inactive,
    keepsStock: article.keepsStock,
    stock: String(article.stock),
    modified: practiceStamp(random),
  }));
}
