import { DateTime } from 'luxon';

/** The date on the wall clock of Europe/Amsterdam at a moment (UTC ms), `YYYY-MM-DD`. */
export const dutchDate = (atMs: number): string =>
  DateTime.fromMillis(atMs, { zone: 'Europe/Amsterdam' }).toFormat('yyyy-MM-dd');
