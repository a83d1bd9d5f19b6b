import type { LocalizedText } from '../../../connectors/_kit/text';
import type { LogFilter, LogLevel, LogRow, LogTable } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { idList, sql } from '../sql';
import type { AskingCause, LogEntry, Store } from '../store';
import { mended as mendedIds, SENTENCE } from './log-attention';
import { logQuery, logTags } from './log-tags';

interface Row {
  id: number;
  first_at_ms: number;
  last_at_ms: number;
  count: number;
  level: LogLevel;
  about: LogTable;
  record_id: number | null;
  record: string;
  message_nl: string;
  message_en: string;
  action_nl: string | null;
  action_en: string | null;
}

const DAY_MS = 86_400_000;

const text = (nl: string | null, en: string | null): LocalizedText | null =>
  nl === null || en === null ? null : { nl, en };

const toRow = (row: Row): LogRow => ({
  id: row.id,
  firstAtMs: row.first_at_ms,
  lastAtMs: row.last_at_ms,
  count: row.count,
  level: row.level,
  table: row.about,
  recordId: row.record_id,
  record: row.record,
  message: { nl: row.message_nl, en: row.message_en },
  action: text(row.action_nl, row.action_en),
});

export function add(db: Writer, entries: readonly LogEntry[]): void {
  for (const entry of entries) addOne(db, entry);
}

function addOne(db: Writer, entry: LogEntry): void {
  const earlier = entry.fold === null ? null : takeEarlier(db, entry.fold, entry.atMs);
  const { id } = db.run(sql`
    INSERT INTO log (
      first_at_ms, last_at_ms, count, level, about, record_id, record, message_nl, message_en, action_nl, action_en,
      run_id, fold, asks)
    VALUES (
      ${earlier?.first_at_ms ?? entry.atMs}, ${entry.atMs}, ${(earlier?.count ?? 0) + 1}, ${entry.level}, ${entry.table},
      ${entry.recordId}, ${entry.record}, ${entry.message.nl}, ${entry.message.en}, ${entry.action?.nl ?? null},
      ${entry.action?.en ?? null}, ${entry.runId}, ${entry.fold},
      ${asksForSomething(entry) ? 1 : 0})`);
  const words = [entry.record, entry.message.nl, entry.message.en, entry.action?.nl, entry.action?.en];
  db.run(sql`
    INSERT INTO log_index (rowid, text, tags)
    VALUES (${id}, ${words.filter((word) => word !== undefined).join('\n')}, ${logTags(entry)})`);
}

const asksForSomething = ({ level, action }: LogEntry): boolean =>
  action !== null && (level === 'error' || level === 'warning');

/** Takes the row of the same message away when it began less than a day ago; the new row continues its count. */
function takeEarlier(db: Writer, fold: string, atMs: number): Pick<Row, 'first_at_ms' | 'count'> | null {
  const earlier = db.one<Pick<Row, 'id' | 'first_at_ms' | 'count'>>(
    sql`SELECT id, first_at_ms, count FROM log WHERE fold = ${fold} ORDER BY id DESC LIMIT 1`,
  );
  // Either way: the clock may have been set back since.
  if (!earlier || Math.abs(atMs - earlier.first_at_ms) >= DAY_MS) return null;
  db.run(sql`DELETE FROM log WHERE id = ${earlier.id}`);
  db.run(sql`DELETE FROM log_index WHERE rowid = ${earlier.id}`);
  return earlier;
}

export function list(
  db: Reader,
  { filter, before, limit }: Parameters<Store['log']['list']>[0],
): ReturnType<Store['log']['list']> {
  const rows = find(db, filter, before?.id ?? Number.MAX_SAFE_INTEGER, limit + 1);
  return { rows: rows.slice(0, limit).map(toRow), more: rows.length > limit };
}

function find(db: Reader, filter: LogFilter, beforeId: number, limit: number): Row[] {
  const query = logQuery(filter, span(db));
  if (query === null) return db.all<Row>(sql`SELECT * FROM log WHERE id < ${beforeId} ORDER BY id DESC LIMIT ${limit}`);
  return db.all<Row>(sql`
    SELECT l.* FROM log_index AS i JOIN log AS l ON l.id = i.rowid
    WHERE i.log_index MATCH ${query} AND i.rowid < ${beforeId}
      AND l.last_at_ms BETWEEN ${filter.fromMs ?? 0} AND ${filter.toMs ?? Number.MAX_SAFE_INTEGER}
    ORDER BY i.rowid DESC LIMIT ${limit}`);
}

const span = (db: Reader): { readonly fromMs: number; readonly toMs: number } =>
  db.one(sql`
    SELECT coalesce((SELECT min(last_at_ms) FROM log), 0) AS fromMs,
      coalesce((SELECT max(last_at_ms) FROM log), 0) AS toMs`) ?? { fromMs: 0, toMs: 0 };

/** What still asks the office for something, newest first. */
export function attention(db: Reader, limit: number): ReturnType<Store['log']['attention']> {
  const mended = mendedIds(db);
  const asking = sql`asks = 1 AND id NOT IN ${idList(mended)}`;
  return {
    total: db.column<number>(sql`SELECT count(*) FROM log WHERE ${asking}`)[0] ?? 0,
    rows: db.all<Row>(sql`SELECT * FROM log WHERE ${asking} ORDER BY id DESC LIMIT ${limit}`).map(toRow),
    mended,
  };
}

/** What still asks for something, together by what it asks: one row for each table, sentence and action, newest first. */
export function askingCauses(db: Reader): readonly AskingCause[] {
  return db
    .all<Row & { rows: number; sentence: string | null }>(
      sql`
        SELECT l.*, max(l.id) AS id, count(*) AS rows, ${SENTENCE} AS sentence FROM log AS l
        WHERE l.asks = 1 AND l.id NOT IN ${idList(mendedIds(db))}
        GROUP BY l.about, sentence, l.action_nl ORDER BY max(l.id) DESC`,
    )
    .map(({ rows, sentence, ...row }) => ({ newest: toRow(row), rows, sentence: sentence ?? '' }));
}
