import { exclusionWord, standardArticle, travelArticle, workArticle, type FieldWords } from '../_kit/common-fields';
import { settingValues } from '../_kit/setting-values';
import type { SettingField, Settings } from '../_kit/settings';

const WORDS: FieldWords = {
  packageName: 'e-Boekhouden',
  document: { nl: 'de factuur', en: 'the invoice' },
};

const articleGroups: SettingField = {
  key: 'articleGroups',
  kind: 'remote-choices',
  default: [],
  check: 'live',
  restartsPull: ['articles'],
  label: { nl: 'Artikelgroepen overhalen', en: 'Article groups to pull' },
  help: {
    nl: 'De groepen in e-Boekhouden bij Facturen, Producten en diensten, Groepen. Geen gekozen: alle groepen.',
    en: 'The groups in e-Boekhouden under Facturen, Producten en diensten, Groepen. None chosen: all groups.',
  },
};

/** Longest name of a template (manual, 3.1: Factuursjabloon). */
const MAX_TEMPLATE = 50;

const template: SettingField = {
  key: 'template',
  kind: 'text',
  default: '',
  maxLength: MAX_TEMPLATE,
  required: true,
  check: 'live',
  label: { nl: 'Sjabloon', en: 'Template' },
  help: {
    nl: 'Naam van het factuursjabloon, precies zoals in e-Boekhouden bij Beheer, Sjablonen.',
    en: 'Name of the invoice template, exactly as in e-Boekhouden under Beheer, Sjablonen.',
  },
};

const DAYS = ['7', '8', '14', '21', '30', '45', '60', '90'] as const;

/** The service wants a term on each invoice (CFACT014) and does not tell that of a relation. */
const paymentTermDays: SettingField = {
  key: 'paymentTermDays',
  kind: 'choice',
  default: '30',
  check: 'local',
  extra: true,
  choices: DAYS.map((days) => ({ value: days, label: { nl: `${days} dagen`, en: `${days} days` } })),
  label: { nl: 'Betalingstermijn', en: 'Payment term' },
  help: {
    nl: 'De termijn op elke factuur. U kunt hem in e-Boekhouden per factuur nog wijzigen.',
    en: 'The term on each invoice. You can still change it for each invoice in e-Boekhouden.',
  },
};

/** The settings of chapter 5 of the manual of this integration, in its order, and the payment term. */
export const fields: readonly SettingField[] = [
  travelArticle(WORDS),
  workArticle(WORDS),
  articleGroups,
  standardArticle(WORDS),
  exclusionWord(WORDS),
  template,
  paymentTermDays,
];

/** The settings that this connector itself reads; the other ones shape the document before it comes here. */
export interface EBoekhoudenSettings {
  /** Ids of article groups; none = all. */
  readonly articleGroups: readonly string[];
  readonly template: string;
  readonly paymentTermDays: string;
}

/** Saved settings in the types of this connector. Choices were checked when they were saved. */
export function readSettings(settings: Settings): EBoekhoudenSettings {
  const values = settingValues(fields, settings);
  return {
    articleGroups: values.names('articleGroups'),
    template: values.text('template'),
    paymentTermDays: values.text('paymentTermDays'),
  };
}
