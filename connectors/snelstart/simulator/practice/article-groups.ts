import type { SeededRandom } from '../../../_kit/simulator/random';
import type { ArticleGroup, VatKind } from '../model';

/** Names are what an office types in Simon, so two of them differ in one capital only. */
export const GROUP_NAMES = {
  services: 'Diensten',
  servicesOldHomes: 'Diensten woning ouder dan 2 jaar',
  material: 'Installatiemateriaal',
  sanitary: 'Sanitair',
  sanitaryLowerCase: 'sanitair',
  electrics: 'Elektra',
  boilers: 'Cv-ketels',
  heatPumps: 'Warmtepompen',
  roofing: 'Dakbedekking',
  ventilation: 'Ventilatie',
  sewerage: 'Riolering & afvoer',
  solar: 'Zonnepanelen',
  fixing: 'Bevestigingsmateriaal',
  deposits: 'Statiegeld en verwijderingsbijdrage',
} as const;
export type GroupKey = keyof typeof GROUP_NAMES;

const VAT_KINDS: Partial<Record<GroupKey, VatKind>> = {
  servicesOldHomes: 'Laag',
  solar: 'Geen',
  deposits: 'Geen',
};

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
        vatKind: VAT_KINDS[key] ?? 'Hoog',
        ledgerId: random.uuid(),
      },
    ]),
  ) as Record<GroupKey, ArticleGroup>;
}
