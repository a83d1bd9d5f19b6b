import type { LocalizedText } from '../../../connectors/_kit/text';
import type { ListPage, LogFilter, LogLevel, LogMoment, LogRow, LogTable } from '../../../preload/contract/views';
import type { LogPlace } from '../../../preload/contract/log-place';
import type { Reader, Writer } from '../connection';
import { readJsonOrNull } from '../json';
import { inOrderOf } from '../listing';
import { idList, sql, type Sql } from '../sql';
import type { AskingCause, LogEntry, Store } from '../store';
import { mended as mendedIds, SENTENCE, unmended } from './log-attention';
import { logQuery, logTags } from './log-tags';

interface Row {
  id: number;
  chain: number | null;
  run_id: number | null;
  place: string | null;
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

type Earlier = Pick<Row, 'id' | 'first_at_ms' | 'last_at_ms' | 'count' | 'chain' | 'run_id'>;

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
  runId: row.run_id,
  place: readJsonOrNull<LogPlace>(row.place),
});

export function add(db: Writer, entries: readonly LogEntry[]): void {
  for (const entry of entries) addOne(db, entry);
}

function addOne(db: Writer, entry: LogEntry): void {
  const earlier = entry.fold === null ? null : takeEarlier(db, entry.fold, entry.atMs);
  const { id } = db.run(sql`
    INSERT INTO log (
      first_at_ms, last_at_ms, count, level, about, record_id, record, message_nl, message_en, action_nl, action_en,
      run_id, place, fold, asks, chain)
    VALUES (
      ${earlier?.first_at_ms ?? entry.atMs}, ${entry.atMs}, ${(earlier?.count ?? 0) + 1}, ${entry.level}, ${entry.table},
      ${entry.recordId}, ${entry.record}, ${entry.message.nl}, ${entry.message.en}, ${entry.action?.nl ?? null},
      ${entry.action?.en ?? null}, ${entry.runId}, ${entry.place ? JSON.stringify(entry.place) : null}, ${entry.fold},
      ${asksForSomething(entry) ? 1 : 0}, ${earlier === null ? null : (earlier.chain ?? earlier.id)})`);
  if (earlier !== null) addMoment(db, earlier, entry);
  const words = [entry.record, entry.message.nl, entry.message.en, entry.action?.nl, entry.action?.en];
  db.run(sql`
    INSERT INTO log_index (rowid, text, tags)
    VALUES (${id}, ${words.filter((word) => word !== undefined).join('\n')}, ${logTags(entry)})`);
}

const asksForSomething = ({ level, action }: LogEntry): boolean =>
  action !== null && (level === 'error' || level === 'warning');

/** Keeps when a repeated message came; with the first repeat also what is known of the times before. */
function addMoment(db: Writer, earlier: Earlier, { atMs, runId }: LogEntry): void {
  const chain = earlier.chain ?? earlier.id;
  if (earlier.chain === null) {
    if (earlier.first_at_ms !== earlier.last_at_ms) keepMoment(db, chain, earlier.first_at_ms, null);
    keepMoment(db, chain, earlier.last_at_ms, earlier.run_id);
  }
  keepMoment(db, chain, atMs, runId);
}

const keepMoment = (db: Writer, chain: number, atMs: number, runId: number | null): void =>
  void db.run(sql`INSERT INTO log_moment (chain, at_ms, run_id) VALUES (${chain}, ${atMs}, ${runId})`);

/** When a message came, newest first, as far as that was kept. */
export function moments(db: Reader, { id, limit }: Parameters<Store['log']['moments']>[0]): readonly LogMoment[] {
  const row = db.one<Pick<Row, 'chain' | 'last_at_ms' | 'run_id'>>(
    sql`SELECT chain, last_at_ms, run_id FROM log WHERE id = ${id}`,
  );
  if (row === null) return [];
  if (row.chain === null) return [{ atMs: row.last_at_ms, runId: row.run_id }];
  return db
    .all<{ at_ms: number; run_id: number | null }>(
      sql`SELECT at_ms, run_id FROM log_moment WHERE chain = ${row.chain} ORDER BY at_ms DESC LIMIT ${limit}`,
    )
    .map(({ at_ms: atMs, run_id: runId }) => ({ atMs, runId }));
}

/** Messages by their ids, newest first; one that was folded into a newer row since is left out. */
export const byIds = (db: Reader, ids: readonly number[]): readonly LogRow[] =>
  db.all<Row>(sql`SELECT * FROM log WHERE id IN ${idList(ids)} ORDER BY id DESC`).map(toRow);

/** Takes the row of the same message away when it began less than a day ago; the new row continues its count. */
function takeEarlier(db: Writer, fold: string, atMs: number): Earlier | null {
  const earlier = db.one<Earlier>(
    sql`SELECT id, first_at_ms, last_at_ms, count, chain, run_id FROM log WHERE fold = ${fold} ORDER BY id DESC LIMIT 1`,
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
  const ofRun = filter.runId === undefined ? sql`TRUE` : sql`l.id IN ${idList(idsOfRun(db, filter.runId))}`;
  if (query === null) {
    return db.all<Row>(
      sql`SELECT l.* FROM log AS l WHERE l.id < ${beforeId} AND ${ofRun} ORDER BY l.id DESC LIMIT ${limit}`,
    );
  }
  return db.all<Row>(sql`
    SELECT l.* FROM log_index AS i JOIN log AS l ON l.id = i.rowid
    WHERE i.log_index MATCH ${query} AND i.rowid < ${beforeId} AND ${ofRun}
      AND l.last_at_ms BETWEEN ${filter.fromMs ?? 0} AND ${filter.toMs ?? Number.MAX_SAFE_INTEGER}
    ORDER BY i.rowid DESC LIMIT ${limit}`);
}

/** One window of what the filter lets through, newest first, and how many there are in all. */
export function window(db: Reader, { filter, offset, limit }: Parameters<Store['log']['window']>[0]): ListPage<LogRow> {
  const { from, where, order } = passing(db, filter);
  const total = db.column<number>(sql`SELECT count(*) FROM ${from} WHERE ${where}`)[0] ?? 0;
  // What is passed over costs time too: the far half is counted from its own end.
  const behind = Math.max(0, total - offset - limit);
  const isNear = offset <= behind;
  const ids = isNear
    ? db.column<number>(
        sql`SELECT l.id FROM ${from} WHERE ${where} ORDER BY ${order(sql`DESC`)} LIMIT ${limit} OFFSET ${offset}`,
      )
    : db
        .column<number>(
          sql`
          SELECT l.id FROM ${from} WHERE ${where} ORDER BY ${order(sql`ASC`)}
          LIMIT ${Math.min(limit, Math.max(0, total - offset))} OFFSET ${behind}`,
        )
        .toReversed();
  return {
    total,
    rows: db
      .all<Row>(sql`SELECT l.* FROM ${inOrderOf(ids)} JOIN log AS l ON l.id = wanted.value ORDER BY wanted.key`)
      .map(toRow),
  };
}

/**
 * What a filter reads, in SQL: the index of words and tags alone where it can, as a million rows are slow to look at. A
 * period by itself is read by the index of moments; the clock may have been set back, so that order comes first there.
 */
function passing(db: Reader, filter: LogFilter): { from: Sql; where: Sql; order: (direction: Sql) => Sql } {
  const { fromMs, toMs, runId, ...others } = filter;
  const ofRun = runId === undefined ? sql`TRUE` : sql`l.id IN ${idList(idsOfRun(db, runId))}`;
  const hasPeriod = fromMs !== undefined || toMs !== undefined;
  const inPeriod = sql`l.last_at_ms BETWEEN ${fromMs ?? 0} AND ${toMs ?? Number.MAX_SAFE_INTEGER}`;
  const byId = (direction: Sql): Sql => sql`l.id ${direction}`;
  if (logQuery(others, NO_SPAN) === null) {
    return hasPeriod
      ? {
          from: sql`log AS l`,
          where: sql`${inPeriod} AND ${ofRun}`,
          order: (direction) => sql`l.last_at_ms ${direction}, l.id ${direction}`,
        }
      : { from: sql`log AS l`, where: ofRun, order: byId };
  }
  const query = logQuery(filter, hasPeriod ? span(db) : NO_SPAN);
  return hasPeriod
    ? {
        from: sql`log_index AS i JOIN log AS l ON l.id = i.rowid`,
        where: sql`i.log_index MATCH ${query} AND ${inPeriod} AND ${ofRun}`,
        order: (direction) => sql`i.rowid ${direction}`,
      }
    : {
        from: sql`(SELECT rowid AS id FROM log_index WHERE log_index MATCH ${query}) AS l`,
        where: ofRun,
        order: byId,
      };
}

const NO_SPAN = { fromMs: 0, toMs: 0 };

/** Messages of a run, also those that were told again since. */
const idsOfRun = (db: Reader, runId: number): readonly number[] =>
  db.column<number>(sql`
    SELECT id FROM log WHERE run_id = ${runId}
    UNION SELECT l.id FROM log_moment AS m JOIN log AS l ON l.chain = m.chain WHERE m.run_id = ${runId}`);

const span = (db: Reader): { readonly fromMs: number; readonly toMs: number } =>
  db.one(sql`
    SELECT coalesce((SELECT min(last_at_ms) FROM log), 0) AS fromMs,
      coalesce((SELECT max(last_at_ms) FROM log), 0) AS toMs`) ?? { fromMs: 0, toMs: 0 };

/** What still asks the office for something, newest first. */
export function attention(db: Reader, limit: number): ReturnType<Store['log']['attention']> {
  const mended = mendedIds(db);
  const lasting = unmended(db);
  const asking = stillAsks(mended, lasting);
  return {
    total: db.column<number>(sql`SELECT count(*) FROM log AS l WHERE ${asking}`)[0] ?? 0,
    rows: db
      .all<Row>(sql`SELECT l.* FROM log AS l WHERE ${asking} ORDER BY l.id DESC LIMIT ${limit}`)
      .map((row) => ({ ...toRow(row), untilMended: lasting.includes(row.id) })),
    mended,
  };
}

/** What still asks for something, together by what it asks: one row for each table, sentence and action, newest first. */
export function askingCauses(db: Reader): readonly AskingCause[] {
  return db
    .all<Row & { rows: number; sentence: string | null }>(
      sql`
        SELECT l.*, max(l.id) AS id, count(*) AS rows, ${SENTENCE} AS sentence FROM log AS l
        WHERE ${stillAsks(mendedIds(db), unmended(db))}
        GROUP BY l.about, sentence, l.action_nl ORDER BY max(l.id) DESC`,
    )
    .map(({ rows, sentence, ...row }) => ({ newest: toRow(row), rows, sentence: sentence ?? '' }));
}

/**
 * Of `log AS l`: what asks and is not mended, and what asks until it is mended, whoever has seen it. Each by its index: an OR
 * would read the whole log.
 */
const stillAsks = (mended: readonly number[], lasting: readonly number[]): Sql => sql`l.id IN (
  SELECT id FROM log WHERE asks = 1 AND id NOT IN ${idList(mended)} UNION SELECT * FROM ${idList(lasting)})`;
