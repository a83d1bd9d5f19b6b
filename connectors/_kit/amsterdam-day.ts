import { DateTime } from 'luxon';

/** The day on the wall clock of Amsterdam (and Brussels) at this moment, `YYYY-MM-DD`. `atMs`: UTC milliseconds. */
export function amsterdamDay(atMs: number): string {
  return DateTime.fromMillis(atMs, { zone: 'Europe/Amsterdam' }).toFormat('yyyy-MM-dd');
}
