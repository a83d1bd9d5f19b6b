import { GROUP_NAMES, vatOfGroup, type GroupKey } from '../../../_kit/simulator/practice/article-groups';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { ArticleGroup } from '../model';

const VAT_KINDS = { high: 'Hoog', low: 'Laag', none: 'Geen' } as const;

/** The article groups by their key; numbers count up by ten, as offices do. */
export function practiceGroups(random: SeededRandom): Record<GroupKey, ArticleGroup> {
  const keys = Object.keys(GROUP_NAMES) as GroupKey[];
  return Object.fromEntries(
    keys.map((key, index) => [
      key,
      {
        id: random.uuid(),
        number: (index + 1) * 10,
        name: GROUP_NAMES[key],
        vatKind: VAT_KINDS[vatOfGroup(key)],
        ledgerId: random.uuid(),
      },
    ]),
  ) as Record<GroupKey, ArticleGroup>;
}
