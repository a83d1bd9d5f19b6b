/** What can be wrong with a request or its answer, in families. Chance chooses one; where it falls is chosen elsewhere. */
import type { Fault } from '../../connectors/_kit/simulator/faults';
import type { SeededRandom } from '../../connectors/_kit/simulator/random';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const DAY_SECONDS = 86_400;

export type DrawnFault = Omit<Fault, 'match'>;
/** `nowMs`: wall clock of the package, UTC ms. */
type Draw = (random: SeededRandom, nowMs: number) => DrawnFault;

const LOGIN_PAGE = 'https://login.example/';
/** One in so many requests to wait lasts a day, which leaves little of a world. */
const LONG_PAUSES = 12;

/** The connection. */
const NETWORK: readonly Draw[] = [
  (random) => ({ kind: 'refuse', delayMs: random.whole(1_000, 600_000) }),
  () => ({ kind: 'reset-before' }),
  () => ({ kind: 'reset-after-commit' }),
  () => ({ kind: 'timeout-before' }),
  () => ({ kind: 'timeout-after-commit' }),
  () => ({ kind: 'truncated-headers' }),
];

/** Answers that take too long. */
const SLOW: readonly Draw[] = [
  // No step of it is late: only a deadline for the whole answer ends it.
  () => ({ kind: 'slow', byteIntervalMs: 1_000 }),
  () => ({ kind: 'slow', delayMs: 10 * MINUTE_MS }),
];

/** The package fails, before it did what was asked or after. */
const ERRORS: readonly Draw[] = [500, 502, 503, 504].map((status): Draw => (random) => ({
  kind: 'status',
  status,
  afterCommit: random.chance(0.5),
}));

/** The package wants to be left alone: for seconds, until a moment, or without a word for how long. */
const LIMITS: readonly Draw[] = [
  (random) => ({ kind: 'rate-limited', retryAfterSeconds: random.pick([1, 30, 300]) }),
  (random) => ({ kind: 'rate-limited', retryAfterSeconds: random.pick([30, 300]), retryAfterAsDate: true }),
  () => ({ kind: 'rate-limited' }),
  (random) => ({ kind: 'status', status: 503, retryAfterSeconds: random.pick([30, 300]) }),
  (random) => ({ kind: 'rate-limited', retryAfterSeconds: random.whole(1, LONG_PAUSES) === 1 ? DAY_SECONDS : 30 }),
];

/** The package, or what stands before it, refuses: surely not carried out. */
const REFUSALS: readonly Draw[] = [
  () => ({ kind: 'status', status: 301, headers: { location: LOGIN_PAGE } }),
  ...[400, 401, 403, 404, 409, 422].map((status): Draw => () => ({ kind: 'status', status })),
];

/** Answers that are damaged on the way. */
const ANSWERS: readonly Draw[] = [
  (random) => ({ kind: 'html', afterCommit: random.chance(0.5) }),
  () => ({ kind: 'truncated' }),
  () => ({ kind: 'truncated-chunked' }),
  () => ({ kind: 'wrong-content-type' }),
  (random) => ({ kind: 'empty', afterCommit: random.chance(0.5) }),
  (random) => ({ kind: 'empty', status: random.pick([200, 204]), afterCommit: random.chance(0.5) }),
  () => ({ kind: 'bad-json' }),
  () => ({ kind: 'wrong-shape' }),
  () => ({ kind: 'bad-gzip' }),
  () => ({ kind: 'byte-order-mark' }),
  // Right in all but the day on which the package says that it answered.
  (random, nowMs) => ({
    kind: 'slow',
    headers: { date: new Date(nowMs + random.pick([-DAY_MS, DAY_MS])).toUTCString() },
  }),
];

export const FAMILIES = {
  network: NETWORK,
  slow: SLOW,
  errors: ERRORS,
  limits: LIMITS,
  refusals: REFUSALS,
  answers: ANSWERS,
} as const;
export type Family = keyof typeof FAMILIES;

export const drawFault = (family: Family, random: SeededRandom, nowMs: number): DrawnFault =>
  random.pick(FAMILIES[family])(random, nowMs);
