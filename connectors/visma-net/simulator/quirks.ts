import { readQuirkChoices, unknownQuirk, type ChosenQuirks } from '../../_kit/simulator/quirk-choices';

const CHOICES = {
  consent: ['page', 'automatic'],
  clientType: ['web', 'native'],
  appTypes: ['separate', 'one'],
  loopback: ['refuse', 'accept'],
  refreshTokens: ['rotate', 'reuse', 'none'],
  refreshTokenLife: ['absolute', 'sliding'],
  interactiveOnV3: ['refuse', 'refuse-401', 'accept'],
  mixedScopes: ['refuse', 'accept'],
  monolithTime: ['local', 'utc'],
  v3Time: ['offset', 'plain'],
  maxPageSize: ['1000', '500', '100'],
  pageOrder: ['stable', 'modified'],
  expandDefault: ['all', 'none'],
  loneDateTime: ['400', 'ignore'],
  textCompare: ['ignore-case', 'exact'],
  validationStatus: ['400', '500'],
  messageKey: ['message', 'Message'],
  unwrapped: ['ignore', 'refuse'],
  unknownProperties: ['ignore', 'refuse'],
  nullClears: ['yes', 'no'],
  textTooLong: ['refuse', 'cut', 'accept'],
  sameAddress: ['repeat', 'null'],
  ownNumber: ['accept', 'refuse'],
  orderAttachments: ['accept', 'gone'],
  creditHold: ['refuse', 'accept'],
  priceWithoutManual: ['keep', 'recalculate'],
  orderSections: ['asked', 'all'],
  expandLines: ['accept', 'refuse'],
  staleVersion: ['412', '409'],
  totalCount: ['count', 'null'],
  v3Limits: ['same', 'none'],
  oldAddress: ['throttled', 'gone'],
  locationHost: ['new', 'old'],
} as const;

const HOURLY_LIMIT = '5000';
const OTHERS = ['hourlyLimit', 'orderVisibleAfterSeconds', 'redirectUri'];

/** Behaviour where the vendor's documents are silent or contradict each other; the first choice is the default. */
export type Quirks = ChosenQuirks<typeof CHOICES> & {
  /** Requests an hour for each company and client; null: no limit. */
  readonly hourlyLimit: number | null;
  /** How long a new order of the sales order service is unknown to the finance API. */
  readonly orderVisibleAfterSeconds: number;
  /** One more registered redirect address; null: none. */
  readonly redirectUri: string | null;
};

/** Reads quirks by name. Throws SimulatorStartError for an unknown name or value, with the choices there are. */
export function readQuirks(given: Readonly<Record<string, string>>): Quirks {
  const chosen = readQuirkChoices(CHOICES, given, OTHERS);
  const limit = given.hourlyLimit ?? HOURLY_LIMIT;
  return {
    ...chosen,
    hourlyLimit: limit === 'off' ? null : wholeNumber('hourlyLimit', limit, ' or off'),
    orderVisibleAfterSeconds: wholeNumber('orderVisibleAfterSeconds', given.orderVisibleAfterSeconds ?? '0', ''),
    redirectUri: readAddress(given.redirectUri),
  };
}

function wholeNumber(name: string, text: string, otherwise: string): number {
  if (!/^\d{1,7}$/.test(text)) throw unknownQuirk(`Quirk ${name} is a whole number${otherwise}, not ${text}.`);
  return Number(text);
}

function readAddress(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!URL.canParse(text)) throw unknownQuirk(`Quirk redirectUri is a whole address, not ${text}.`);
  return text;
}
