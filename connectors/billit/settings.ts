import {
  administration,
  exclusionWord,
  firstLineDescription,
  pdfs,
  pullOrders,
  reference,
  remarks,
  standardArticle,
  travelArticle,
  workArticle,
  type FieldWords,
} from '../_kit/common-fields';
import { settingValues } from '../_kit/setting-values';
import type { AddressOrDescription, NumberOrReference, SettingField, Settings } from '../_kit/settings';

const WORDS: FieldWords = {
  packageName: 'Billit',
  document: { nl: 'de factuur', en: 'the invoice' },
};

/** Not in the manual: a login there reaches one company. It stays empty for an office that has one. */
const company: SettingField = {
  ...administration(
    { nl: 'Bedrijf', en: 'Company' },
    {
      nl: 'Het bedrijf in Billit waarvoor Simon facturen maakt. Leeg: het enige bedrijf van uw aanmelding.',
      en: 'The company in Billit that Simon makes invoices for. Empty: the only company of your login.',
    },
  ),
  required: false,
  extra: true,
};

/** The settings of chapter 5 of the manual of this integration, in its order. */
export const fields: readonly SettingField[] = [
  company,
  travelArticle(WORDS),
  workArticle(WORDS),
  standardArticle(WORDS),
  firstLineDescription(WORDS),
  exclusionWord(WORDS),
  remarks(WORDS, { nl: 'Opmerkingen (memo)', en: 'Remarks (memo)' }),
  reference(
    'customerReference',
    { nl: 'Klantreferentie', en: 'Customer reference' },
    {
      nl: 'Wat in Billit in de klantreferentie van de factuur komt.',
      en: 'What goes into the customer reference of the invoice in Billit.',
    },
  ),
  pdfs(WORDS, { nl: 'op de factuur, onder Documenten', en: 'on the invoice, under Documenten' }),
  ...pullOrders('pullOffers', {
    packageName: 'Billit',
    documents: { nl: 'goedgekeurde offertes', en: 'approved offers' },
    descriptionFrom: [
      { value: 'firstLine', label: { nl: 'Eerste offerteregel', en: 'First line of the offer' } },
      { value: 'remarks', label: { nl: 'Opmerkingen', en: 'Remarks' } },
      { value: 'both', label: { nl: 'Eerste offerteregel en opmerkingen', en: 'First line and remarks' } },
    ],
  }),
];

export type PulledDescription = 'firstLine' | 'remarks' | 'both';

/** The settings that this connector itself reads; the other ones shape the document before it comes here. */
export interface BillitSettings {
  readonly remarks: AddressOrDescription;
  readonly customerReference: NumberOrReference;
  readonly pullOffers: boolean;
  readonly pullOffersFilterWord: string;
  readonly pullOffersLines: boolean;
  readonly pullOffersDescription: PulledDescription;
}

/** Saved settings in the types of this connector. Choices were checked when they were saved. */
export function readSettings(settings: Settings): BillitSettings {
  const values = settingValues(fields, settings);
  return {
    remarks: values.text('remarks') as AddressOrDescription,
    customerReference: values.text('customerReference') as NumberOrReference,
    pullOffers: values.yesNo('pullOffers'),
    pullOffersFilterWord: values.text('pullOffersFilterWord'),
    pullOffersLines: values.yesNo('pullOffersLines'),
    pullOffersDescription: values.text('pullOffersDescription') as PulledDescription,
  };
}
