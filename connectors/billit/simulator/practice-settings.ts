import type { Settings } from '../../_kit/settings';

/** Sensible settings to begin with in the practice books. */
export const practiceSettings: Settings = {
  workArticle: 'ARBEID',
  travelArticle: 'REISTIJD',
  standardArticle: 'VOORRIJ',
  firstLineDescription: true,
  exclusionWord: 'garantie',
  remarks: 'workAddress',
  customerReference: 'both',
  pdfs: 'workOrder',
};
