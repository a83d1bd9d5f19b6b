import { amsterdamDay } from '../../connectors/_kit/amsterdam-day';

/** An office begins its day about this long after midnight; a reminder that comes at night is gone by then. */
const MORNING_MS = 8 * 60 * 60 * 1_000;

/** The day of the office (`YYYY-MM-DD`) at a moment (UTC ms): one begins at eight in the morning. */
export const officeDay = (atMs: number): string => amsterdamDay(atMs - MORNING_MS);
