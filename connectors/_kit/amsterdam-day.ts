import { DateTime } from 'luxon';
import { OFFICE_ZONE } from './office-zone';

/** The day on the wall clock of Amsterdam (and Brussels) at this moment, `YYYY-MM-DD`. `atMs`: UTC milliseconds. */
export function amsterdamDay(atMs: number): string {
  return DateTime.fromMillis(atMs, { zone: OFFICE_ZONE }).toFormat('yyyy-MM-dd');
}
