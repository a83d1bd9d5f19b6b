import { readQuirkChoices, unknownQuirk, type ChosenQuirks } from '../../_kit/simulator/quirk-choices';

const CHOICES = {
  companies: ['one', 'several'],
  missingPartyID: ['first-company', 'refuse'],
  consent: ['page', 'automatic'],
  loopback: ['refuse', 'accept'],
  customScheme: ['refuse', 'accept'],
  responseType: ['refuse', 'ignore'],
  pkce: ['ignored', 'verified', 'instead-of-secret'],
  tokenErrorStatus: ['400', '401'],
  tokenErrorBody: ['errors', 'oauth'],
  inactiveRows: ['hide', 'show'],
  partyRows: ['complete', 'thin'],
  filterableFields: ['all', 'documented'],
  topAboveMaximum: ['cut', 'refuse'],
  count: ['on-request', 'always'],
  ties: ['by-id', 'unstable'],
  textCompare: ['ignore-case', 'exact'],
  zone: ['local', 'utc'],
  newOrderInLists: ['at-once', 'after-5-seconds'],
  orderPdf: ['after-3-seconds', 'at-once'],
  unknownOrder: ['404', '401'],
  unknownCustomer: ['401', '400'],
  emptyOrderNumber: ['next', 'refuse'],
  newOrderStatus: ['ToSend', 'Draft'],
  orderStatusOnPost: ['ignore', 'accept', 'refuse'],
  approvedOffer: ['ToInvoice', 'ToDeliver', 'ApprovalStatus'],
  lineOverProduct: ['line', 'product'],
  lineDecimals: ['2', '5'],
  textTooLong: ['refuse', 'cut', '500'],
  externalProvider: ['kept', 'overwritten'],
  externalProviderID: ['kept', 'dropped'],
  internalInfo: ['kept', 'dropped'],
  attachments: ['kept', 'dropped'],
  idempotencyHeader: ['both', 'Idempotent-Key', 'Idempotency-Key', 'neither'],
  errorShape: ['errors', 'single', 'message'],
  largestBody: ['any', '4MB'],
  limits: ['none', '60-per-minute'],
  retryAfterHeader: ['yes', 'no'],
  unknownProperties: ['ignore', 'refuse'],
} as const;

const DEFAULT_REDIRECT_URI = 'https://koppel.example/terug';

/** Behaviour where the vendor's documents are silent or contradict each other; the first choice is the default. */
export type Quirks = ChosenQuirks<typeof CHOICES> & {
  /** The address that Billit registered for the program. */
  readonly redirectUri: string;
};

/** Reads quirks by name. Throws SimulatorStartError for an unknown name or value, with the choices there are. */
export function readQuirks(given: Readonly<Record<string, string>>): Quirks {
  const redirectUri = given.redirectUri ?? DEFAULT_REDIRECT_URI;
  if (!URL.canParse(redirectUri)) throw unknownQuirk(`Quirk redirectUri is a whole address, not ${redirectUri}.`);
  return { ...readQuirkChoices(CHOICES, given, ['redirectUri']), redirectUri };
}
