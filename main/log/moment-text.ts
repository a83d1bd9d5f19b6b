import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../connectors/_kit/office-zone';
import type { LocalizedText } from '../../connectors/_kit/text';

/** A moment (UTC ms) as people say it on the clock of the office: `14:05`, with the day in front when that is not today. */
export function momentText(atMs: number, nowMs: number): LocalizedText {
  const at = DateTime.fromMillis(atMs, { zone: OFFICE_ZONE });
  const isToday = at.hasSame(DateTime.fromMillis(nowMs, { zone: OFFICE_ZONE }), 'day');
  const inLanguage = (locale: string): string => at.setLocale(locale).toFormat(isToday ? 'HH:mm' : 'd LLL HH:mm');
  return { nl: inLanguage('nl-NL'), en: inLanguage('en-GB') };
}
