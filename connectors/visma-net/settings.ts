import {
  administration,
  exclusionWord,
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
  packageName: 'Visma.net',
  document: { nl: 'de verkooporder of klantfactuur', en: 'the sales order or customer invoice' },
};

const document: SettingField = {
  key: 'document',
  kind: 'choice',
  default: 'salesOrder',
  required: true,
  check: 'live',
  choices: [
    { value: 'salesOrder', label: { nl: 'Verkooporder', en: 'Sales order' } },
    { value: 'invoice', label: { nl: 'Klantfactuur', en: 'Customer invoice' } },
  ],
  label: { nl: 'Gearchiveerde werkbon wordt', en: 'An archived work order becomes' },
  help: {
    nl: 'Wat in Visma.net wordt gemaakt. Het blijft in de wacht (Hold) staan tot u het vrijgeeft.',
    en: 'What is made in Visma.net. It stays on hold until you release it.',
  },
};

const forSalesOrders = { key: 'document', oneOf: ['salesOrder'] };

const warehousePerEmployee: SettingField = {
  key: 'warehousePerEmployee',
  kind: 'per-employee',
  default: {},
  check: 'live',
  visibleWhen: forSalesOrders,
  label: { nl: 'Magazijn per medewerker', en: 'Warehouse per employee' },
  help: {
    nl: 'De werkbonnen van een medewerker worden op dit magazijn geboekt. Leeg: het standaard magazijn.',
    en: 'The work orders of an employee are booked on this warehouse. Empty: the default warehouse.',
  },
};

const warehouse: SettingField = {
  key: 'warehouse',
  kind: 'remote-choice',
  default: '',
  required: true,
  check: 'live',
  visibleWhen: forSalesOrders,
  label: { nl: 'Standaard magazijn', en: 'Default warehouse' },
  help: {
    nl: 'Voor werkbonnen van medewerkers zonder eigen magazijn, en voor werkbonnen die op niemand zijn gepland.',
    en: 'For work orders of employees without a warehouse of their own, and for those planned on nobody.',
  },
};

/** The switch can be checked: whether Simon may read these orders depends on how the link was made. */
const pulled = (prefix: string, nl: string, en: string): readonly SettingField[] =>
  pullOrders(prefix, { packageName: WORDS.packageName, documents: { nl, en } }).map((field) =>
    field.key === prefix ? { ...field, check: 'live' } : field,
  );

const nonStock = (field: SettingField): SettingField => ({
  ...field,
  help: {
    nl: `${field.help.nl} Alleen artikelen uit de Non-Stock Items.`,
    en: `${field.help.en} Non-Stock Items only.`,
  },
});

/** The settings of chapter 5 of the manual of this integration, in its order. */
export const fields: readonly SettingField[] = [
  administration(
    { nl: 'Administratie', en: 'Administration' },
    {
      nl: 'De naam staat in Visma.net rechtsboven, onder de gebruiker. Staat deze niet in de lijst, meld u dan aan met het juiste bedrijf.',
      en: 'Its name stands in Visma.net at the top right, under the user. If it is not in the list, log in to the right company.',
    },
  ),
  nonStock(travelArticle(WORDS)),
  nonStock(workArticle(WORDS)),
  nonStock(standardArticle(WORDS)),
  exclusionWord(WORDS),
  remarks(WORDS, { nl: 'Notities (Notes)', en: 'Notes' }),
  reference(
    'customerReference',
    { nl: 'Klantreferentie', en: 'Customer reference' },
    {
      nl: 'Wat bij de klantreferentie van de verkooporder of klantfactuur komt.',
      en: 'What goes into the customer reference of the sales order or customer invoice.',
    },
  ),
  pdfs(WORDS, {
    nl: 'bij de bestanden van de verkooporder of klantfactuur',
    en: 'with the files of the sales order or customer invoice',
  }),
  ...pulled('pullOrders', 'verkooporders', 'sales orders'),
  ...pulled('pullQuotes', 'offertes', 'quotes'),
  document,
  warehousePerEmployee,
  warehouse,
];

/** What to pull of one order type. */
export interface OrdersToPull {
  readonly filterWord: string;
  readonly lines: boolean;
}

/** The settings that this connector itself reads; the other ones shape the document before it comes here. */
export interface VismaSettings {
  readonly document: 'salesOrder' | 'invoice';
  readonly remarks: AddressOrDescription;
  readonly customerReference: NumberOrReference;
  readonly warehousePerEmployee: Readonly<Record<string, string>>;
  readonly warehouse: string;
  /** Null: these are not pulled. */
  readonly orders: OrdersToPull | null;
  readonly quotes: OrdersToPull | null;
}

/** Saved settings in the types of this connector. Choices were checked when they were saved. */
export function readSettings(settings: Settings): VismaSettings {
  const values = settingValues(fields, settings);
  const toPull = (prefix: string): OrdersToPull | null =>
    values.yesNo(prefix)
      ? { filterWord: values.text(`${prefix}FilterWord`), lines: values.yesNo(`${prefix}Lines`) }
      : null;
  return {
    document: values.text('document') === 'invoice' ? 'invoice' : 'salesOrder',
    remarks: values.text('remarks') as AddressOrDescription,
    customerReference: values.text('customerReference') as NumberOrReference,
    warehousePerEmployee: values.perEmployee('warehousePerEmployee'),
    warehouse: values.text('warehouse'),
    orders: toPull('pullOrders'),
    quotes: toPull('pullQuotes'),
  };
}
