import type { Settings } from '../../_kit/settings';

/** Settings that are right in the practice books. */
export const practiceSettings: Settings = {
  workArticle: 'ARBEID',
  travelArticle: 'REISTIJD',
  standardArticle: 'VOORRIJ',
  exclusionWord: 'garantie',
  firstLineDescription: true,
  orderDescription: ['workDescription', 'workAddress'],
  paymentReference: 'workOrderNumber',
  remarks: 'workAddress',
  orderType: 'werkbon',
  descriptionMarker: 'SK',
};
