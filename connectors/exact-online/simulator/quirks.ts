import { readQuirkChoices, unknownQuirk, type ChosenQuirks } from '../../_kit/simulator/quirk-choices';

/** Longest text in characters; null = no limit. */
export interface TextLimits {
  readonly YourRef: number | null;
  readonly Description: number | null;
  readonly Remarks: number | null;
  /** Description of a line. */
  readonly LineDescription: number | null;
  /** Notes of a line. */
  readonly Notes: number | null;
}

const CHOICES = {
  consent: ['page', 'automatic'],
  loopbackRedirect: ['refuse', 'accept'],
  expiresIn: ['text', 'number'],
  tooEarlyStatus: ['400', '401'],
  deadRefreshToken: ['400', '401'],
  limits: ['standard', 'off'],
  errorLimit: ['429', '403', 'off'],
  mandatoryFilter: ['off', 'on'],
  selectRequired: ['some', 'all', 'none'],
  yourRefFilter: ['works', '400'],
  subjectFilter: ['works', '400'],
  int64Suffix: ['required', 'optional'],
  textCompare: ['exact', 'ignore-case'],
  bareList: ['when-top', 'never'],
  withoutAccept: ['atom', 'json'],
  syncDoubles: ['no', 'yes'],
  mandatoryStatus: ['400', '500'],
  referenceStatus: ['500', '400'],
  forbiddenBody: ['shape', 'empty'],
  notFoundBody: ['shape', 'empty'],
  createdStatus: ['201', '200'],
  updatedStatus: ['204', '200'],
  language: ['nl', 'en'],
  textLines: ['refuse', 'accept'],
  fractions: ['accept', 'refuse'],
  blockedCustomer: ['refuse', 'accept'],
  duplicateOrderNumber: ['accept', 'refuse'],
  headerDiscount: ['percentage', 'fraction'],
  textTooLong: ['refuse', 'cut'],
  salesOrders: ['licensed', 'absent'],
} as const;

const DEFAULT_REDIRECT = 'https://koppelaar.example/exact/terug';
const DEFAULT_TEXT_LIMITS = 'none';
const DEFAULT_ATTACHMENT = 'none';
const TEXT_FIELDS = ['YourRef', 'Description', 'Remarks', 'LineDescription', 'Notes'] as const;

/** Behaviour where the vendor's documents are silent or contradict each other; the first choice is the default. */
export type Quirks = ChosenQuirks<typeof CHOICES> & {
  /** The address that the app was registered with. */
  readonly redirectUri: string;
  readonly textLimits: TextLimits;
  /** Largest attachment in bytes; null = no limit. */
  readonly attachmentBytes: number | null;
};

/** Reads quirks by name. Throws SimulatorStartError for an unknown name or value, with the choices there are. */
export function readQuirks(given: Readonly<Record<string, string>>): Quirks {
  const chosen = readQuirkChoices(CHOICES, given, ['redirectUri', 'textLimits', 'attachmentMegabytes']);
  const redirectUri = given.redirectUri ?? DEFAULT_REDIRECT;
  if (!URL.canParse(redirectUri)) throw unknownQuirk(`Quirk redirectUri is an address, not ${redirectUri}.`);
  return {
    ...chosen,
    redirectUri,
    textLimits: readTextLimits(given.textLimits ?? DEFAULT_TEXT_LIMITS),
    attachmentBytes: readMegabytes(given.attachmentMegabytes ?? DEFAULT_ATTACHMENT),
  };
}

function readTextLimits(text: string): TextLimits {
  const parts = text === 'none' ? TEXT_FIELDS.map(() => 'none') : text.split('/');
  const isReadable = parts.length === TEXT_FIELDS.length && parts.every((part) => /^(none|\d+)$/.test(part));
  if (!isReadable) {
    throw unknownQuirk(`Quirk textLimits is none, or ${TEXT_FIELDS.join('/')} as in 30/60/none/60/none, not ${text}.`);
  }
  const limit = (index: number): number | null => (parts[index] === 'none' ? null : Number(parts[index]));
  return { YourRef: limit(0), Description: limit(1), Remarks: limit(2), LineDescription: limit(3), Notes: limit(4) };
}

function readMegabytes(text: string): number | null {
  if (text === 'none') return null;
  if (!/^\d{1,3}$/.test(text)) throw unknownQuirk(`Quirk attachmentMegabytes is none or a number, not ${text}.`);
  return Number(text) * 1_000_000;
}
