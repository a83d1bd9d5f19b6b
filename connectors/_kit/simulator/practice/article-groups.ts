/** Names of article groups as an office types them in Simon, so two of them differ in one capital only. */
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

/** Dutch VAT by kind: low for work on homes older than two years, none for solar panels and deposits. */
export type PracticeVat = 'high' | 'low' | 'none';

const VAT_BY_GROUP: Partial<Record<GroupKey, PracticeVat>> = {
  servicesOldHomes: 'low',
  solar: 'none',
  deposits: 'none',
};

export const vatOfGroup = (group: GroupKey): PracticeVat => VAT_BY_GROUP[group] ?? 'high';

/** Whether the articles of a group are work, not goods. */
export const isServiceGroup = (group: GroupKey): boolean => group === 'services' || group === 'servicesOldHomes';
