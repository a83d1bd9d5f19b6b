const HOURS_AND_MINUTES = /^(\d{1,3})[:.,u](\d{1,2})?$/i;
const MINUTES = /^\d{1,4}$/;

/**
 * Reads a duration as whole minutes: `1:30` (also `1.30` and `1u30`) is 90, a bare `45` is 45 minutes.
 * Returns null when the text is no duration, 0 when it is empty.
 */
export function parseMinutesInput(text: string): number | null {
  const typed = text.trim();
  if (typed === '') return 0;
  if (MINUTES.test(typed)) return Number(typed);
  const match = HOURS_AND_MINUTES.exec(typed);
  if (!match) return null;
  const minutes = Number(match[2] ?? '0');
  return minutes > 59 ? null : Number(match[1]) * 60 + minutes;
}

/** Whole minutes as `1:30`. */
export function formatMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
