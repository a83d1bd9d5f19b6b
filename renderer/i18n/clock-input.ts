const CLOCK = /^(\d{1,2})(?:[:.,u]?(\d{2}))?$/i;
const DAY_MINUTES = 1_440;

/**
 * Reads a time of the day as minutes since midnight: `8`, `8:00`, `8.00`, `8u00` and `0800` are 480, `24:00` is 0.
 * Returns null when the text is no time of the day or empty.
 */
export function parseClockInput(text: string): number | null {
  const match = CLOCK.exec(text.trim());
  if (!match) return null;
  const minutes = Number(match[2] ?? '0');
  const total = Number(match[1]) * 60 + minutes;
  return minutes > 59 || total > DAY_MINUTES ? null : total % DAY_MINUTES;
}

/** Minutes since midnight as `08:00`. */
export function formatClock(minuteOfDay: number): string {
  return [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
