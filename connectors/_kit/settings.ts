import type { Resource } from './model';
import type { Json, LocalizedText } from './text';

export interface Choice {
  readonly value: string;
  readonly label: LocalizedText;
}

/** Shows a field only while another one has one of these values. */
export interface VisibleWhen {
  readonly key: string;
  readonly oneOf: readonly Json[];
}

interface FieldBase {
  readonly key: string;
  readonly label: LocalizedText;
  readonly help: LocalizedText;
  readonly required?: boolean;
  readonly visibleWhen?: VisibleWhen;
  /**
   * `live`: Controleer asks the package. `local`: Controleer looks at the value only, because there is nothing to ask.
   */
  readonly check: 'live' | 'local';
  /** A setting that the manual lacks but the vendor can do; off by default and marked so. */
  readonly extra?: boolean;
  /**
   * A text that is looked for in descriptions (`holdsFilterWord`). `holds-back`: work orders that hold it are not sent.
   * `takes`: only documents of the package that hold it come over. Empty: no word.
   */
  readonly filterWord?: 'holds-back' | 'takes';
  /** Tables that are read again from the start after this setting was changed and saved. */
  readonly restartsPull?: readonly Resource[];
}

/** How a setting is shown, and the JSON form of its value. */
export type SettingField = FieldBase &
  (
    | { readonly kind: 'article'; readonly default: '' } // article code, empty = none
    | { readonly kind: 'text'; readonly default: string; readonly maxLength: number }
    | { readonly kind: 'yes-no'; readonly default: boolean }
    | { readonly kind: 'choice'; readonly default: string; readonly choices: readonly Choice[] }
    | { readonly kind: 'choices'; readonly default: readonly string[]; readonly choices: readonly Choice[] } // any of them
    | { readonly kind: 'names'; readonly default: readonly string[] } // typed names, e.g. article groups
    | { readonly kind: 'remote-choice'; readonly default: '' } // one value of listChoices, empty = none
    | { readonly kind: 'remote-choices'; readonly default: readonly string[] } // any of listChoices
    | { readonly kind: 'per-employee'; readonly default: Readonly<Record<string, string>> } // employee id -> value of listChoices
  );

/** Saved values by key of the manifest. Absent keys have the field's default. */
export type Settings = Readonly<Record<string, Json>>;

/** Which texts go into a memo, remarks or reference field. */
export type AddressOrDescription = 'none' | 'workAddress' | 'workDescription' | 'both';
export type NumberOrReference = 'none' | 'workOrderNumber' | 'customerReference' | 'both';
/** Which PDFs go along. */
export type PdfChoice = 'none' | 'workOrder' | 'customForms' | 'both';

/**
 * The settings that mean the same in every package. The document builder reads these keys and no others, so that
 * building lines, choosing PDFs and skipping work orders needs no knowledge of a package.
 */
export const COMMON_KEYS = {
  travelArticle: 'travelArticle',
  workArticle: 'workArticle',
  standardArticle: 'standardArticle',
  firstLineDescription: 'firstLineDescription',
  exclusionWord: 'exclusionWord',
  pdfs: 'pdfs',
} as const;

/**
 * The setting that chooses the administration where one login reaches several. It comes first: the other settings show
 * once it is right, and saving another value links to that administration.
 */
export const ADMINISTRATION_KEY = 'administration';
