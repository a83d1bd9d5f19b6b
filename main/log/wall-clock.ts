import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../connectors/_kit/office-zone';

/** A moment (UTC ms) on the clock of the office, as tables and spreadsheets sort it: `2026-11-30 14:05:09`. */
export const wallClock = (atMs: number): string =>
  DateTime.fromMillis(atMs, { zone: OFFICE_ZONE }).toFormat('yyyy-MM-dd HH:mm:ss');
