import {
  administration,
  articleGroupNames,
  pdfs,
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
  packageName: 'Exact Online',
  document: { nl: 'de conceptfactuur', en: 'the draft invoice' },
};

const journal: SettingField = {
  key: 'journal',
  kind: 'remote-choice',
  default: '',
  required: true,
  check: 'live',
  label: { nl: 'Dagboeknummer', en: 'Journal number' },
  help: {
    nl: 'Verkoopboek waarin de conceptfacturen komen. U ziet het nummer op een conceptfactuur als ‘Dagboek’ bij het sleuteltje aanstaat.',
    en: 'Sales journal for the draft invoices. A draft invoice shows its number when ‘Dagboek’ is switched on under the spanner.',
  },
};

/** The settings of chapter 5 of the manual of this integration, in its order. */
export const fields: readonly SettingField[] = [
  administration(
    { nl: 'Administratienummer', en: 'Administration number' },
    {
      nl: 'Administratie in Exact Online waarmee Simon werkt. Het nummer staat daar linksboven bij de administratie.',
      en: 'Administration in Exact Online that Simon works with. Its number is at the top left there.',
    },
  ),
  journal,
  travelArticle(WORDS),
  workArticle(WORDS),
  articleGroupNames(WORDS),
  remarks(WORDS, { nl: 'Opmerkingen (memo)', en: 'Remarks (memo)' }),
  standardArticle(WORDS),
  reference(
    'customerReference',
    { nl: 'Klantreferentie', en: 'Customer reference' },
    {
      nl: 'Wat bij ‘Uw ref.’ van de conceptfactuur komt.',
      en: 'What goes into ‘Your ref.’ of the draft invoice.',
    },
  ),
  pdfs(WORDS, { nl: 'bij Documenten op de klantenkaart', en: 'under Documenten on the customer card' }),
];

/** The settings that this connector itself reads; the other ones shape the document before it comes here. */
export interface ExactOnlineSettings {
  readonly administration: string;
  readonly journal: string;
  readonly articleGroups: readonly string[];
  readonly remarks: AddressOrDescription;
  readonly customerReference: NumberOrReference;
}

/** Saved settings in the types of this connector. Choices were checked when they were saved. */
export function readSettings(settings: Settings): ExactOnlineSettings {
  const values = settingValues(fields, settings);
  return {
    administration: values.text('administration'),
    journal: values.text('journal'),
    articleGroups: values.names('articleGroups'),
    remarks: values.text('remarks') as AddressOrDescription,
    customerReference: values.text('customerReference') as NumberOrReference,
  };
}
