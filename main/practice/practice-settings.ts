import type { ConnectorId } from '../../connectors/_kit/manifest';
import type { Settings } from '../../connectors/_kit/settings';

/** A work order with this word in its description is not sent. */
export const PRACTICE_FILTER_WORD = 'garantie';
/** Articles that every practice administration has. */
export const PRACTICE_ARTICLES = { work: 'ARBEID', travel: 'REISTIJD', standard: 'VOORRIJ' } as const;

const COMMON: Settings = {
  workArticle: PRACTICE_ARTICLES.work,
  travelArticle: PRACTICE_ARTICLES.travel,
  standardArticle: PRACTICE_ARTICLES.standard,
  exclusionWord: PRACTICE_FILTER_WORD,
};

/** Sensible settings to begin with, in the practice books of each package. */
const SETTINGS: Readonly<Partial<Record<ConnectorId, Settings>>> = {
  snelstart: {
    ...COMMON,
    firstLineDescription: true,
    orderDescription: ['workDescription', 'workAddress'],
    paymentReference: 'workOrderNumber',
    remarks: 'workAddress',
    orderType: 'werkbon',
    descriptionMarker: 'SK',
  },
};

export function practiceSettings(id: ConnectorId): Settings {
  const settings = SETTINGS[id];
  if (settings === undefined) throw new Error(`No practice settings for ${id}`);
  return settings;
}
