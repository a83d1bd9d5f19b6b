import { practiceArticles as articlesOfAnInstaller } from '../../../_kit/simulator/practice/articles';
import type { PracticePlan } from '../../../_kit/simulator/practice/plan';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Article } from '../model';
import { bookingOfGroup, groupCode } from './article-groups';

/** Articles that the office never put into a group. */
const WITHOUT_GROUP: ReadonlySet<string> = new Set(['DIVERS', 'KORTING']);

/** The practice articles as e-Boekhouden keeps them. */
export const practiceArticles = (random: SeededRandom, plan: PracticePlan, takeId: () => string): Article[] =>
  articlesOfAnInstaller(random, plan).map((article) => ({
    id: takeId(),
    code: article.code,
    description: article.description,
    groupCode: WITHOUT_GROUP.has(article.code) ? null : groupCode(article.group),
    unit: article.unit,
    purchasePrice: article.purchasePrice,
    salesPrice: article.salesPrice,
    ...bookingOfGroup(article.group),
    costCentreId: 0,
    active: !article.inactive,
  }));
