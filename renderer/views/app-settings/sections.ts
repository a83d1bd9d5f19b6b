/** The parts of the app's settings, in their order; each is a place behind `#/settings/`. */
export const SECTIONS = [
  'screen',
  'pace',
  'notifications',
  'network',
  'companies',
  'backups',
  'diagnostics',
  'about',
] as const;
export type Section = (typeof SECTIONS)[number];

export const isSection = (detail: string | null): detail is Section => SECTIONS.some((one) => one === detail);

/** Id of the part in the page. */
export const sectionId = (section: Section): string => `settings-${section}`;
