import { SimulatorStartError } from '../../_kit/simulator/contract';

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
type ChoiceQuirk = keyof typeof CHOICES;

/** Behaviour where the vendor's documents are silent or contradict each other; the first choice is the default. */
export type Quirks = { readonly [K in ChoiceQuirk]: (typeof CHOICES)[K][number] } & {
  readonly textLimits: TextLimits;
};

const DEFAULT_TEXT_LIMITS = '50/50/1000';

/** Reads quirks by name. Throws SimulatorStartError for an unknown name or value, with the choices there are. */
export function readQuirks(given: Readonly<Record<string, string>>): Quirks {
  const known = new Set<string>([...Object.keys(CHOICES), 'textLimits']);
  for (const name of Object.keys(given)) {
    if (!known.has(name)) {
      throw new SimulatorStartError('unknown-quirk', `Unknown quirk ${name}. There are: ${[...known].join(', ')}.`);
    }
  }
  const chosen = Object.fromEntries(
    Object.entries(CHOICES).map(([name, choices]) => {
      const value = given[name] ?? choices[0];
      if (!(choices as readonly string[]).includes(value)) {
        throw new SimulatorStartError('unknown-quirk', `Quirk ${name} can be ${choices.join(' or ')}, not ${value}.`);
      }
      return [name, value];
    }),
  ) as unknown as Omit<Quirks, 'textLimits'>;
  return { ...chosen, textLimits: readTextLimits(given.textLimits ?? DEFAULT_TEXT_LIMITS) };
}

function readTextLimits(text: string): TextLimits {
  const parts = text === 'none' ? ['none', 'none', 'none'] : text.split('/');
  const limits = parts.map((part) => (part === 'none' ? null : /^\d+$/.test(part) ? Number(part) : undefined));
  const [description, paymentReference, memo] = limits;
  if (limits.length !== 3 || description === undefined || paymentReference === undefined || memo === undefined) {
    throw new SimulatorStartError(
      'unknown-quirk',
      `Quirk textLimits is none, or omschrijving/betalingskenmerk/memo as in ${DEFAULT_TEXT_LIMITS}, not ${text}.`,
    );
  }
  return { description, paymentReference, memo };
}
