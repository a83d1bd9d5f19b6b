import { ADMINISTRATION_KEY, COMMON_KEYS, type Choice, type SettingField, type VisibleWhen } from './settings';
import type { Resource } from './model';
import type { LocalizedText } from './text';

/** What the shared settings are called for one package. */
export interface FieldWords {
  /** The package: `SnelStart`. */
  readonly packageName: string;
  /** What an archived work order becomes, with its article: "de verkooporder", "the sales order". */
  readonly document: LocalizedText;
}

const YES_NO_FALSE = { kind: 'yes-no', default: false } as const;
const MAX_WORD_LENGTH = 50;

/** Article code for booked travel time; empty = travel time is not booked. */
export const travelArticle = ({ packageName }: FieldWords): SettingField => ({
  key: COMMON_KEYS.travelArticle,
  kind: 'article',
  default: '',
  check: 'live',
  label: { nl: 'Artikel voor reistijd', en: 'Article for travel time' },
  help: {
    nl: `Artikelcode in ${packageName}. Leeg: reistijd wordt niet geboekt.`,
    en: `Article code in ${packageName}. Empty: travel time is not booked.`,
  },
});

/** Article code for booked work time; empty = work time is not booked. */
export const workArticle = ({ packageName }: FieldWords): SettingField => ({
  key: COMMON_KEYS.workArticle,
  kind: 'article',
  default: '',
  check: 'live',
  label: { nl: 'Artikel voor werktijd', en: 'Article for work time' },
  help: {
    nl: `Artikelcode in ${packageName}. Leeg: werktijd wordt niet geboekt.`,
    en: `Article code in ${packageName}. Empty: work time is not booked.`,
  },
});

/** Article code that is put on every document, e.g. the call-out charge; empty = none. */
export const standardArticle = ({ packageName, document }: FieldWords): SettingField => ({
  key: COMMON_KEYS.standardArticle,
  kind: 'article',
  default: '',
  check: 'live',
  label: { nl: `Standaard artikel op ${document.nl}`, en: `Standard article on ${document.en}` },
  help: {
    nl: `Artikelcode in ${packageName}, bijvoorbeeld van de voorrijkosten. Leeg: geen.`,
    en: `Article code in ${packageName}, for example of the call-out charge. Empty: none.`,
  },
});

/** Names of the article groups to pull, compared exactly; empty = all. */
export const articleGroupNames = ({ packageName }: FieldWords): SettingField => ({
  key: 'articleGroups',
  kind: 'names',
  default: [],
  check: 'live',
  restartsPull: ['articles'],
  label: { nl: 'Artikelgroepen overhalen', en: 'Article groups to pull' },
  help: {
    nl: `Namen van groepen in ${packageName}. Let op: dit veld is hoofdlettergevoelig. Leeg: alle groepen.`,
    en: `Names of groups in ${packageName}. Capitals count. Empty: all groups.`,
  },
});

/** Whether the first line of the document is the work description. */
export const firstLineDescription = ({ document }: FieldWords): SettingField => ({
  key: COMMON_KEYS.firstLineDescription,
  ...YES_NO_FALSE,
  check: 'local',
  label: { nl: 'Eerste regel is de werkomschrijving', en: 'First line is the work description' },
  help: {
    nl: `Zet de werkomschrijving als eerste regel op ${document.nl}.`,
    en: `Puts the work description on ${document.en} as its first line.`,
  },
});

/** Work orders whose description holds this word are not sent; empty = all are sent. */
export const exclusionWord = ({ packageName }: FieldWords): SettingField => ({
  key: COMMON_KEYS.exclusionWord,
  kind: 'text',
  default: '',
  maxLength: MAX_WORD_LENGTH,
  check: 'local',
  filterWord: 'holds-back',
  label: { nl: 'Filterwoord werkbonnen', en: 'Filter word for work orders' },
  help: {
    nl: `Werkbonnen met dit woord in de werkomschrijving gaan niet naar ${packageName}, bijvoorbeeld ‘Garantie’. Leeg: alle werkbonnen gaan.`,
    en: `Work orders with this word in the work description do not go to ${packageName}, for example ‘Warranty’. Empty: all go.`,
  },
});

/** Remarks, memo or notes: nothing, the work address, the work description or both. Value: `AddressOrDescription`. */
export const remarks = ({ document }: FieldWords, label: LocalizedText): SettingField => ({
  key: 'remarks',
  kind: 'choice',
  default: 'none',
  check: 'local',
  choices: [
    { value: 'none', label: { nl: 'Niets', en: 'Nothing' } },
    { value: 'workAddress', label: { nl: 'Werkadres', en: 'Work address' } },
    { value: 'workDescription', label: { nl: 'Werkomschrijving', en: 'Work description' } },
    { value: 'both', label: { nl: 'Werkadres en werkomschrijving', en: 'Work address and work description' } },
  ],
  label,
  help: { nl: `Wat in dit veld van ${document.nl} komt.`, en: `What goes into this field of ${document.en}.` },
});

/** A reference field: nothing, the work order number, Simon's customer reference or both. Value: `NumberOrReference`. */
export const reference = (key: string, label: LocalizedText, help: LocalizedText): SettingField => ({
  key,
  kind: 'choice',
  default: 'none',
  check: 'local',
  choices: [
    { value: 'none', label: { nl: 'Niets', en: 'Nothing' } },
    { value: 'workOrderNumber', label: { nl: 'Werkbonnummer', en: 'Work order number' } },
    { value: 'customerReference', label: { nl: 'Klantreferentie', en: 'Customer reference' } },
    {
      value: 'both',
      label: { nl: 'Werkbonnummer en klantreferentie', en: 'Work order number and customer reference' },
    },
  ],
  label,
  help,
});

/** Which PDFs go along. Value: `PdfChoice`. `place`: where they end up, with its preposition, e.g. "op de factuur". */
export const pdfs = ({ packageName }: FieldWords, place: LocalizedText): SettingField => ({
  key: COMMON_KEYS.pdfs,
  kind: 'choice',
  default: 'none',
  check: 'local',
  choices: [
    { value: 'none', label: { nl: 'Niets', en: 'Nothing' } },
    { value: 'workOrder', label: { nl: 'Werkbon', en: 'Work order' } },
    { value: 'customForms', label: { nl: 'Eigen formulieren', en: 'Custom forms' } },
    { value: 'both', label: { nl: 'Werkbon en eigen formulieren', en: 'Work order and custom forms' } },
  ],
  label: { nl: 'PDF’s meesturen', en: 'PDFs to send' },
  help: {
    nl: `Welke PDF’s naar ${packageName} gaan. U vindt ze daar ${place.nl}.`,
    en: `Which PDFs go to ${packageName}. You find them there ${place.en}.`,
  },
});

/** Which administration of the login is worked with: one of `listChoices`. Comes first among the settings. */
export const administration = (label: LocalizedText, help: LocalizedText): SettingField => ({
  key: ADMINISTRATION_KEY,
  kind: 'remote-choice',
  default: '',
  required: true,
  check: 'live',
  label,
  help,
});

/** What a package calls the documents that can become work orders, and where their texts stand. */
export interface PullOrdersWords {
  readonly packageName: string;
  /** Plural without article: "verkooporders", "sales orders". */
  readonly documents: LocalizedText;
  /** Where the work description can come from, the default first; absent when there is nothing to choose. */
  readonly descriptionFrom?: readonly [Choice, ...Choice[]];
}

/**
 * The settings that pull orders, quotes or offers as work orders: yes or no, and then a filter word, whether the
 * lines come along, and where the work description comes from (when there is a choice). Keys are `prefix`,
 * `prefix`FilterWord, `prefix`Lines and `prefix`Description; the last three show only when the first is yes.
 */
export function pullOrders(prefix: string, words: PullOrdersWords): readonly SettingField[] {
  const { packageName, documents, descriptionFrom } = words;
  const whenPulled: VisibleWhen = { key: prefix, oneOf: [true] };
  const restartsPull: readonly Resource[] = ['orders'];
  return [
    {
      key: prefix,
      ...YES_NO_FALSE,
      check: 'local',
      restartsPull,
      label: {
        nl: `Haal ${documents.nl} over als werkbon`,
        en: `Pull ${documents.en} as work orders`,
      },
      help: {
        nl: `Eenmalig: wijzigingen daarna in ${packageName} worden niet gevolgd.`,
        en: `Once: later changes in ${packageName} are not followed.`,
      },
    },
    {
      key: `${prefix}FilterWord`,
      kind: 'text',
      default: '',
      maxLength: MAX_WORD_LENGTH,
      check: 'local',
      filterWord: 'takes',
      restartsPull,
      visibleWhen: whenPulled,
      label: { nl: `Filterwoord ${documents.nl}`, en: `Filter word for ${documents.en}` },
      help: {
        nl: `Alleen ${documents.nl} met dit woord in de omschrijving worden opgehaald, bijvoorbeeld ‘WB’. Leeg: alle.`,
        en: `Only ${documents.en} with this word in the description are fetched, for example ‘WB’. Empty: all.`,
      },
    },
    {
      key: `${prefix}Lines`,
      ...YES_NO_FALSE,
      check: 'local',
      restartsPull,
      visibleWhen: whenPulled,
      label: { nl: 'Artikelen meesturen', en: 'Take the lines along' },
      help: {
        nl: 'De regels komen als artikelen op de werkbon te staan.',
        en: 'The lines are put on the work order as articles.',
      },
    },
    ...(descriptionFrom === undefined ? [] : [descriptionChoice(prefix, packageName, descriptionFrom)]),
  ];
}

const descriptionChoice = (
  prefix: string,
  packageName: string,
  choices: readonly [Choice, ...Choice[]],
): SettingField => ({
  key: `${prefix}Description`,
  kind: 'choice',
  default: choices[0].value,
  choices,
  check: 'local',
  restartsPull: ['orders'],
  visibleWhen: { key: prefix, oneOf: [true] },
  label: { nl: 'Werkomschrijving komt uit', en: 'Work description comes from' },
  help: {
    nl: `Welk veld van ${packageName} de werkomschrijving op de werkbon wordt.`,
    en: `Which field of ${packageName} becomes the work description on the work order.`,
  },
});
