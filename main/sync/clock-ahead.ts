/**
 * More than this, and a document that is archived now gets a wrong day for certain. Less goes wrong only around midnight,
 * and the clocks of vendors are not exact themselves.
 */
const WRONG_FROM_MS = 24 * 3_600_000;

/**
 * How far the clock of the computer is ahead of that of the server, in milliseconds; null when the answer has no time. It
 * is told in the header `Date` (RFC 9110, section 6.6.1). `nowMs`: the wall clock when the answer was there.
 */
export function clockAhead(headers: Readonly<Record<string, string>>, nowMs: number): number | null {
  const serverMs = Date.parse(headers.date ?? '');
  return Number.isNaN(serverMs) ? null : nowMs - serverMs;
}

export const isClockWrong = (aheadMs: number | null): boolean => aheadMs !== null && Math.abs(aheadMs) > WRONG_FROM_MS;
