import { readQuirkChoices, unknownQuirk, type ChosenQuirks } from '../../_kit/simulator/quirk-choices';

/** Longest text in characters; null = no limit. */
export interface TextLimits {
  readonly description: number | null;
  readonly paymentReference: number | null;
  readonly memo: number | null;
}

const CHOICES = {
  textLines: ['accept', 'refuse'],
  priceWhenEmpty: ['article', 'zero'],
  orderreferentieFilter: ['works', '400'],
  textCompare: ['exact', 'ignore-case'],
  modifiedOnZone: ['local', 'utc'],
  modifiedOnDigits: ['3', '7'],
  listNonactief: ['include', 'exclude'],
  textTooLong: ['modelState', 'ALG-0102', 'cut'],
  wrongKeyStatus: ['400', '401'],
  pageOrder: ['stable', 'shuffled', 'modified'],
  nullInsteadOfEmptyArrays: ['no', 'yes'],
  retryAfterHeader: ['yes', 'no'],
  hourlyLimit: ['429', '403'],
  limits: ['productie', 'ontwikkeling', 'off'],
  artikelenTop: ['25', '500'],
  deleteStatus: ['200', '201'],
  unknownProperties: ['ignore', 'refuse'],
  uitgevoerd: ['accept', 'ignore'],
} as const;

/** Behaviour where the vendor's documents are silent or contradict each other; the first choice is the default. */
export type Quirks = ChosenQuirks<typeof CHOICES> & { readonly textLimits: TextLimits };

const DEFAULT_TEXT_LIMITS = '50/50/1000';

/** Reads quirks by name. Throws SimulatorStartError for an unknown name or value, with the choices there are. */
export const readQuirks = (given: Readonly<Record<string, string>>): Quirks => ({
  ...readQuirkChoices(CHOICES, given, ['textLimits']),
  textLimits: readTextLimits(given.textLimits ?? DEFAULT_TEXT_LIMITS),
});

function readTextLimits(text: string): TextLimits {
  const parts = text === 'none' ? ['none', 'none', 'none'] : text.split('/');
  const limits = parts.map((part) => (part === 'none' ? null : /^\d+$/.test(part) ? Number(part) : undefined));
  const [description, paymentReference, memo] = limits;
  if (limits.length !== 3 || description === undefined || paymentReference === undefined || memo === undefined) {
    throw unknownQuirk(
      `Quirk textLimits is none, or omschrijving/betalingskenmerk/memo as in ${DEFAULT_TEXT_LIMITS}, not ${text}.`,
    );
  }
  return { description, paymentReference, memo };
}
