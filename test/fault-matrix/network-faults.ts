/** Groups N1 to N4: what a network and the servers behind it do to a call. */
import type { Fault } from '../../connectors/_kit/simulator/faults';
import type { ProblemKind } from '../../connectors/_kit/problem';
import type { Group } from './cell';
import type { Detour } from './detours';
import { FOR_EVER_MS, LATE_MS, MINUTE_MS } from './durations';

const SECOND_MS = 1_000;
const DAY_SECONDS = 86_400;
const BODY_BYTES = 100 * 1024 * 1024;

/** What the office may be told of it, by whether the call reads or writes. */
interface Telling {
  readonly read: readonly ProblemKind[];
  readonly write: readonly ProblemKind[];
}

export interface NetworkFault {
  readonly group: Group;
  readonly name: string;
  readonly played: Omit<Fault, 'match'> | { readonly detour: Detour };
  /** How often in a row; each is a cell. */
  readonly times: readonly number[];
  readonly tells: Telling;
  /** What must be told, where no other words would do. */
  readonly mustSay?: RegExp;
  /** From the call on, every request meets it: it is not the package, but the way to it. */
  readonly isEverywhere?: true;
  /** The answer can be read all the same. */
  readonly isHarmless?: true;
  /** The document is refused for its content: it waits for the office, and the others go on. */
  readonly refuses?: true;
}

const ONCE = [1] as const;
/** So many requests that nobody overlooks it. */
const LONG = 40;
const ONCE_AND_THRICE = [1, 3] as const;

const nothingSent: Telling = { read: ['offline'], write: ['offline'] };
const interrupted: Telling = { read: ['offline', 'bad-response'], write: ['outcome-unknown'] };
const outOfOrder: Telling = { read: ['maintenance', 'bad-response'], write: ['outcome-unknown', 'maintenance'] };
const pausing: Telling = {
  read: ['maintenance', 'rate-limited'],
  write: ['outcome-unknown', 'maintenance', 'rate-limited'],
};
const unreadable: Telling = { read: ['bad-response'], write: ['outcome-unknown'] };
const limited: Telling = { read: ['rate-limited'], write: ['rate-limited'] };
/** What a refusal means is the vendor's to say, and each says it in another way. */
const REFUSALS: readonly ProblemKind[] = [
  'rejected',
  'not-allowed',
  'needs-login',
  'blocked',
  'invalid-input',
  // Exact Online bars an address for its errors, so that its connector waits by itself before that.
  'rate-limited',
];
const refused: Telling = { read: REFUSALS, write: REFUSALS };

const n1 = (name: string, played: NetworkFault['played'], tells: Telling, more: Partial<NetworkFault> = {}) =>
  ({ group: 'N1', name, played, tells, times: ONCE_AND_THRICE, ...more }) satisfies NetworkFault;
const n2 = (name: string, played: NetworkFault['played'], tells: Telling) =>
  ({ group: 'N2', name, played, tells, times: ONCE }) satisfies NetworkFault;
const n3 = (name: string, played: NetworkFault['played'], tells: Telling, more: Partial<NetworkFault> = {}) =>
  ({ group: 'N3', name, played, tells, times: ONCE, ...more }) satisfies NetworkFault;
const n4 = (name: string, played: NetworkFault['played'], tells: Telling, more: Partial<NetworkFault> = {}) =>
  ({ group: 'N4', name, played, tells, times: ONCE, ...more }) satisfies NetworkFault;
const status = (code: number, more: Partial<Fault> = {}): NetworkFault['played'] => ({
  kind: 'status',
  status: code,
  ...more,
});

export const NETWORK_FAULTS: readonly NetworkFault[] = [
  n1('refused', { detour: 'closed-port' }, nothingSent),
  n1('name not found', { detour: 'no-such-name' }, nothingSent),
  n1('TLS: certificate expired', { detour: 'expired' }, nothingSent, { mustSay: /certificaat.*datum/i }),
  n1('TLS: unknown issuer', { detour: 'own' }, nothingSent, { mustSay: /certificaat.*onbekend/i }),
  n1('TLS: other name', { detour: 'wrong-name' }, nothingSent, { mustSay: /certificaat.*hoort niet/i }),
  n1('reset before the request is read', { kind: 'reset-before' }, interrupted),
  n1('reset after commit', { kind: 'reset-after-commit' }, interrupted),
  n1('end in the headers', { kind: 'truncated-headers' }, interrupted),
  n1('end in the body', { kind: 'truncated' }, interrupted),
  n1('chunked, cut', { kind: 'truncated-chunked' }, interrupted),
  n1('half open for ever', { detour: 'silent' }, interrupted),

  n2('time-out before commit', { kind: 'late-commit', delayMs: FOR_EVER_MS }, interrupted),
  n2('time-out after commit', { kind: 'slow', delayMs: FOR_EVER_MS }, interrupted),
  n2('arrives after the time-out', { kind: 'late-commit', delayMs: LATE_MS }, interrupted),
  n2('one byte a second', { kind: 'slow', byteIntervalMs: SECOND_MS }, interrupted),
  n2('answer after 10 minutes', { kind: 'slow', delayMs: 10 * MINUTE_MS }, interrupted),

  n3('400', status(400), refused, { refuses: true }),
  n3('422', status(422), refused, { refuses: true }),
  n3('401', status(401), refused),
  n3('403', status(403), refused),
  n3('404', status(404), refused),
  n3('429, seconds', { kind: 'rate-limited', retryAfterSeconds: 45 }, limited),
  n3('429, date', { kind: 'rate-limited', retryAfterSeconds: 45, retryAfterAsDate: true }, limited),
  n3('429, no Retry-After', { kind: 'rate-limited' }, limited),
  n3('429, a day', { kind: 'rate-limited', retryAfterSeconds: DAY_SECONDS }, limited),
  n3('500 before commit', status(500), outOfOrder),
  n3('500 after commit', status(500, { afterCommit: true }), outOfOrder),
  n3('502', status(502), outOfOrder),
  n3('503, Retry-After', status(503, { retryAfterSeconds: 120 }), pausing),
  n3('504 after commit', status(504, { afterCommit: true }), outOfOrder),
  n3('301 to a login page', status(301, { headers: { location: 'http://127.0.0.1:1/aanmelden' } }), unreadable),

  n4('half of the text', { kind: 'bad-json' }, unreadable),
  n4('web page with 200', { kind: 'html' }, unreadable),
  n4('network that asks for a login', { kind: 'html' }, unreadable, {
    times: [LONG],
    isEverywhere: true,
    mustSay: /aanmeld/i,
  }),
  n4('wrong content type', { kind: 'wrong-content-type' }, unreadable),
  n4('empty 200', { kind: 'empty' }, unreadable),
  n4('204', { kind: 'empty', status: 204 }, unreadable),
  n4('another shape', { kind: 'wrong-shape' }, unreadable),
  n4('bad gzip', { kind: 'bad-gzip' }, unreadable),
  n4('byte order mark', { kind: 'byte-order-mark' }, unreadable, { isHarmless: true }),
  n4('other character set', { kind: 'wrong-charset' }, unreadable),
  n4('100 MB', { kind: 'huge', bodyBytes: BODY_BYTES }, unreadable),
];
