/** The pages of the user guide, in the order in which they are read; each is a file of docs/handleiding. */
export const GUIDE_PAGES = [
  'beginning',
  'linking',
  'linkSettings',
  'making',
  'hours',
  'forms',
  'planning',
  'importing',
  'papers',
  'sending',
  'master',
  'overview',
  'log',
  'settings',
] as const;
export type GuidePage = (typeof GUIDE_PAGES)[number];
