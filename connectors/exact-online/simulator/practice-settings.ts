import type { Settings } from '../../_kit/settings';
import { MAIN_DIVISION } from './practice/content';

/** Settings that are right in the practice books, to begin with. */
export const practiceSettings: Settings = {
  administration: String(MAIN_DIVISION),
  journal: '70',
  workArticle: 'ARBEID',
  travelArticle: 'REISTIJD',
  standardArticle: 'VOORRIJ',
  remarks: 'both',
  customerReference: 'both',
  pdfs: 'both',
};
