import type { Settings } from '../../_kit/settings';

/** Settings that are right in the practice books. */
export const practiceSettings: Settings = {
  workArticle: 'ARBEID',
  travelArticle: 'REISTIJD',
  standardArticle: 'VOORRIJ',
  exclusionWord: 'garantie',
  template: 'Standaard factuur',
};
