/** The limits that Exact Online tells in the headers of its answers (vendor's page "API limits"). */
import type { CallsLeft } from '../_kit/connector';
import type { HttpResponse } from '../_kit/http';
import { problem, type Problem } from '../_kit/problem';
import { retryAfterMs } from '../_kit/retry-after';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Requests of a minute that pulling leaves to deliveries; those of the day are in the manifest. */
const MINUTE_RESERVE = 3;
/** How long an address is left alone that is barred for its errors: the bar lasts an hour, and longer when repeated. */
const BARRED_MS = 15 * MINUTE_MS;

interface Allowance {
  readonly remaining: number;
  /** Until it is filled up again, in milliseconds. */
  readonly waitMs: number;
}

/**
 * How long a 429 asks to wait. It tells the moment in UTC milliseconds, and only of the limit that was hit; `Retry-After`
 * is not documented and goes first when it is there. A 429 while both limits have room left is the bar on an address that
 * gave too many errors. Without any word the engine decides.
 */
export function limitProblem(response: HttpResponse, nowMs: number): Problem {
  const day = dayAllowance(response, nowMs);
  const spent = [minuteAllowance(response, nowMs), day].filter((one) => one !== null);
  const waits = spent.filter(({ remaining }) => remaining <= 0).map(({ waitMs }) => waitMs);
  const waitMs = retryAfterMs(response.headers, nowMs) ?? (waits.length > 0 ? Math.max(...waits) : null);
  const untold = spent.length > 0 ? BARRED_MS : null;
  const retry = waitMs ?? untold;
  const code = day !== null && day.remaining <= 0 ? 'day-limit' : 'rate-limited';
  return problem('rate-limited', code, {}, retry === null ? {} : { retryAfterMs: retry });
}

/**
 * Why a pull should go no further for now although it was not refused: what is left of the minute is kept for deliveries.
 * Null when there is enough, or when the answer does not tell.
 */
export function reserveProblem(response: HttpResponse, nowMs: number): Problem | null {
  const minute = minuteAllowance(response, nowMs);
  if (minute === null || minute.remaining > MINUTE_RESERVE) return null;
  return problem('rate-limited', 'rate-limited', {}, { retryAfterMs: minute.waitMs });
}

/** What is left of the day. Only the limits of the minute come when the minute is spent; that is not "none left". */
export function callsLeftToday(response: HttpResponse, nowMs: number): CallsLeft | null {
  const day = dayAllowance(response, nowMs);
  return day && { remaining: Math.max(0, day.remaining), refilledInMs: day.waitMs };
}

const minuteAllowance = (response: HttpResponse, nowMs: number): Allowance | null =>
  allowance(response, 'x-ratelimit-minutely', nowMs, MINUTE_MS);

const dayAllowance = (response: HttpResponse, nowMs: number): Allowance | null =>
  allowance(response, 'x-ratelimit', nowMs, DAY_MS);

/**
 * Null when the answer does not tell: a missing header is not "none left". The wait is never longer than the window, so
 * that a clock of this computer that is wrong cannot hold the link up for long.
 */
function allowance({ headers }: HttpResponse, prefix: string, nowMs: number, windowMs: number): Allowance | null {
  const remaining = numberIn(headers[`${prefix}-remaining`]);
  if (remaining === null) return null;
  const resetMs = numberIn(headers[`${prefix}-reset`]);
  const leftMs = resetMs === null ? windowMs : resetMs - nowMs;
  return { remaining, waitMs: leftMs > 0 ? Math.min(leftMs, windowMs) : MINUTE_MS };
}

const numberIn = (text: string | undefined): number | null =>
  text !== undefined && /^-?\d+$/.test(text.trim()) ? Number(text) : null;
