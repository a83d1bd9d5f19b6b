import type { LogFilter } from '../../../preload/contract/views';
import type { LogEntry } from '../store';

const DAY_MS = 86_400_000;
/** Longer periods are looked up by month; the exact times are compared on the rows. */
const MOST_DAYS = 45;

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10).replaceAll('-', '');
const monthOf = (atMs: number): string => dayOf(atMs).slice(0, 6);

/** What a message can be filtered on, as words of an index: level, table, day and month (UTC), and whether it asks something. */
export const logTags = ({ level, table, atMs, action }: LogEntry): string =>
  [
    `level${level}`,
    `table${table}`,
    `day${dayOf(atMs)}`,
    `month${monthOf(atMs)}`,
    ...(action ? ['hasaction'] : []),
  ].join(' ');

/**
 * The filter as one query of the full-text index (https://www.sqlite.org/fts5.html#full_text_query_syntax), or null when
 * it lets everything through. Words are found by their beginning; they are quoted, so that `OR` is no operator. The days are a coarse sieve: the caller compares the exact times. `span`: first and last time
 * in the log.
 */
export function logQuery(
  { levels = [], tables = [], fromMs, toMs, text = '' }: LogFilter,
  span: { readonly fromMs: number; readonly toMs: number },
): string | null {
  const parts = words(text).map((word) => `text : "${word}" *`);
  if (levels.length > 0) parts.push(oneOf(levels.map((level) => `level${level}`)));
  if (tables.length > 0) parts.push(oneOf(tables.map((table) => `table${table}`)));
  if (fromMs !== undefined || toMs !== undefined) {
    parts.push(oneOf(period(Math.max(fromMs ?? 0, span.fromMs), Math.min(toMs ?? Infinity, span.toMs))));
  }
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(' AND ');
}

/** Letters and digits make words, as the index cuts its texts (tokenizer `unicode61`). */
const words = (text: string): string[] => (text.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []).slice(0, 8);

/** No message has the tag `never`. */
const oneOf = (tags: readonly string[]): string => `tags : (${tags.length === 0 ? 'never' : tags.join(' OR ')})`;

function period(fromMs: number, toMs: number): readonly string[] {
  const tags: string[] = [];
  const day = new Date(fromMs);
  day.setUTCHours(0, 0, 0, 0);
  if (toMs - fromMs <= MOST_DAYS * DAY_MS) {
    for (; day.getTime() <= toMs; day.setUTCDate(day.getUTCDate() + 1)) tags.push(`day${dayOf(day.getTime())}`);
  } else {
    day.setUTCDate(1);
    for (; day.getTime() <= toMs; day.setUTCMonth(day.getUTCMonth() + 1)) tags.push(`month${monthOf(day.getTime())}`);
  }
  return tags;
}
