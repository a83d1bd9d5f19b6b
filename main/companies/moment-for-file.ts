import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../connectors/_kit/office-zone';

/** `2026-11-23 15.04.05` on the clock of the office: sorts by time, and every system takes it in a file's name. */
export const momentForFile = (nowMs: number): string =>
  DateTime.fromMillis(nowMs, { zone: OFFICE_ZONE }).toFormat('yyyy-MM-dd HH.mm.ss');
