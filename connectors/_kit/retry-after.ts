const SECONDS = /^\d{1,9}$/;
const HTTP_DATE = /^[A-Z][a-z]+,? .*\d{2}:\d{2}:\d{2}.*$/;

/**
 * How long an answer asks to wait, in milliseconds; null when it does not ask. Reads `Retry-After` in both forms of
 * RFC 9110 section 10.2.3. A date is measured from the answer's own `Date`, so that a wrong clock of this computer does
 * not matter; `nowMs` (UTC) serves when the answer has none.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, nowMs: number): number | null {
  const value = headers['retry-after']?.trim();
  if (value === undefined || value === '') return null;
  if (SECONDS.test(value)) return Number(value) * 1000;
  // Date.parse alone reads almost anything as a date, `-5` too.
  const untilMs = HTTP_DATE.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(untilMs)) return null;
  const answeredMs = Date.parse(headers.date ?? '');
  return Math.max(0, untilMs - (Number.isNaN(answeredMs) ? nowMs : answeredMs));
}
