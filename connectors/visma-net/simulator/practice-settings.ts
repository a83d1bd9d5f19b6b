import type { Settings } from '../../_kit/settings';

/** Settings that are right in the practice books; the number of the administration is that of the default seed. */
export const practiceSettings: Settings = {
  administration: '1863416',
  workArticle: 'ARBEID',
  travelArticle: 'REISTIJD',
  standardArticle: 'VOORRIJ',
  exclusionWord: 'garantie',
  remarks: 'both',
  customerReference: 'both',
  pdfs: 'both',
  pullOrders: true,
  pullOrdersFilterWord: 'WB',
  pullOrdersLines: true,
  pullQuotes: true,
  pullQuotesFilterWord: 'WB',
  pullQuotesLines: true,
  document: 'salesOrder',
  warehouse: 'HOOFD',
};
