import {
  articleGroupNames,
  exclusionWord,
  firstLineDescription,
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
  packageName: 'SnelStart',
  document: { nl: 'de verkooporder', en: 'the sales order' },
};

const orderDescription: SettingField = {
  key: 'orderDescription',
  kind: 'choices',
  default: ['workDescription'],
  check: 'local',
  choices: [
    { value: 'workDescription', label: { nl: 'Werkomschrijving', en: 'Work description' } },
    { value: 'workAddress', label: { nl: 'Werkadres', en: 'Work address' } },
    { value: 'customerReference', label: { nl: 'Klantreferentie', en: 'Customer reference' } },
  ],
  label: { nl: 'Omschrijving van de verkooporder', en: 'Description of the sales order' },
  help: {
    nl: 'Wat in de omschrijving van de verkooporder komt, in deze volgorde.',
    en: 'What goes into the description of the sales order, in this order.',
  },
};

const template: SettingField = {
  key: 'template',
  kind: 'remote-choice',
  default: '',
  check: 'live',
  label: { nl: 'Sjabloon', en: 'Template' },
  help: {
    nl: 'Naam van een verkoopordersjabloon in SnelStart. Leeg: SnelStart bepaalt het sjabloon.',
    en: 'Name of a sales order template in SnelStart. Empty: SnelStart decides.',
  },
};

const orderType: SettingField = {
  key: 'orderType',
  kind: 'choice',
  default: 'standard',
  check: 'local',
  choices: [
    { value: 'standard', label: { nl: 'Standaard order', en: 'Standard order' } },
    { value: 'werkbon', label: { nl: 'Werkbon', en: 'Work order (Werkbon)' } },
  ],
  label: { nl: 'Type order', en: 'Order type' },
  help: {
    nl: 'Met ‘Werkbon’ staan de orders uit Simon in SnelStart apart, onder Werkbonnen.',
    en: 'With ‘Work order’ the orders from Simon are listed apart in SnelStart, under Werkbonnen.',
  },
};

const descriptionMarker: SettingField = {
  key: 'descriptionMarker',
  kind: 'text',
  default: '',
  maxLength: 3,
  check: 'local',
  label: { nl: 'Zoekelement achter de omschrijving', en: 'Search tag behind the description' },
  help: {
    nl: 'Hoogstens 3 tekens, bijvoorbeeld ‘XXX’. Zo vindt u in SnelStart de orders die uit Simon komen.',
    en: 'At most 3 characters, for example ‘XXX’. With it you find the orders that came from Simon.',
  },
};

/** The settings of chapter 5 of the manual of this integration, in its order. */
export const fields: readonly SettingField[] = [
  travelArticle(WORDS),
  workArticle(WORDS),
  articleGroupNames(WORDS),
  standardArticle(WORDS),
  orderDescription,
  reference(
    'paymentReference',
    { nl: 'Betalingskenmerk', en: 'Payment reference' },
    {
      nl: 'Wat in het betalingskenmerk van de verkooporder komt.',
      en: 'What goes into the payment reference of the sales order.',
    },
  ),
  remarks(WORDS, { nl: 'Opmerkingen (memo)', en: 'Remarks (memo)' }),
  firstLineDescription(WORDS),
  exclusionWord(WORDS),
  template,
  orderType,
  ...pullOrders('pullOrders', {
    packageName: 'SnelStart',
    documents: { nl: 'verkooporders', en: 'sales orders' },
    descriptionFrom: [
      { value: 'description', label: { nl: 'Omschrijving van de order', en: 'Description of the order' } },
      { value: 'memo', label: { nl: 'Memo (notitie)', en: 'Memo (note)' } },
      { value: 'both', label: { nl: 'Omschrijving en memo', en: 'Description and memo' } },
    ],
  }),
  descriptionMarker,
];

export type OrderDescriptionPart = 'workDescription' | 'workAddress' | 'customerReference';
export type PulledDescription = 'description' | 'memo' | 'both';

/** The settings that this connector itself reads; the other ones shape the document before it comes here. */
export interface SnelStartSettings {
  readonly articleGroups: readonly string[];
  readonly orderDescription: readonly OrderDescriptionPart[];
  readonly paymentReference: NumberOrReference;
  readonly remarks: AddressOrDescription;
  readonly template: string;
  readonly orderType: 'standard' | 'werkbon';
  readonly pullOrders: boolean;
  readonly pullOrdersFilterWord: string;
  readonly pullOrdersLines: boolean;
  readonly pullOrdersDescription: PulledDescription;
  readonly descriptionMarker: string;
}

const DESCRIPTION_PARTS: readonly OrderDescriptionPart[] = ['workDescription', 'workAddress', 'customerReference'];

/** Saved settings in the types of this connector. Choices were checked when they were saved. */
export function readSettings(settings: Settings): SnelStartSettings {
  const values = settingValues(fields, settings);
  const parts = values.names('orderDescription');
  return {
    articleGroups: values.names('articleGroups'),
    orderDescription: DESCRIPTION_PARTS.filter((part) => parts.includes(part)),
    paymentReference: values.text('paymentReference') as NumberOrReference,
    remarks: values.text('remarks') as AddressOrDescription,
    template: values.text('template'),
    orderType: values.text('orderType') === 'werkbon' ? 'werkbon' : 'standard',
    pullOrders: values.yesNo('pullOrders'),
    pullOrdersFilterWord: values.text('pullOrdersFilterWord'),
    pullOrdersLines: values.yesNo('pullOrdersLines'),
    pullOrdersDescription: values.text('pullOrdersDescription') as PulledDescription,
    descriptionMarker: values.text('descriptionMarker'),
  };
}
