import { allowedErrors, closeStarts, errorsIn } from './close-words';
import type { Reader } from './connection';
import { by, idWindow, type Listing } from './listing';
import { wordsOf, type SearchSubject } from './repos/search-words';
import { searchWords } from './search-text';
import { joinSql, sql, type Sql } from './sql';
import type { ListRequest } from './store';

/** A list whose rows are known by two names: the first lines of their search text (number and name, code and description). */
export interface KnownListing extends Listing {
  readonly subject: SearchSubject;
  /** The table by the index that ends in the search text: by itself SQLite takes a shorter one, and reads every row. */
  readonly searched: Sql;
}

/** With fewer rows than this that hold what was typed, those that hold it with typing errors follow. */
const FEW_ROWS = 10;

/** Rows that only resemble what was typed: nobody looks through more. */
const MOST_CLOSE_ROWS = 500;

/** A word of one or two letters begins some word of nearly every row: only names count then. */
const SHORTEST_WORD = 3;

/**
 * The ids of the rows that fit a text best, at most `limit`: the row with exactly this number or name, those that begin
 * with it, those with words that begin with every typed word, those that hold every typed word, and when those are few,
 * those that hold them with typing errors. Rows that fit alike stand in the order of the list.
 */
export function bestIds(db: Reader, listing: KnownListing, where: Sql, text: string, limit: number): readonly number[] {
  const words = searchWords(text);
  if (words.length === 0) return idWindow(db, listing, where, { search: '', offset: 0, limit }).ids;
  const ids = fitting(db, listing, where, words, { offset: 0, limit });
  if (ids.length >= Math.min(FEW_ROWS, limit)) return ids;
  return [...new Set([...ids, ...withErrors(db, listing, where, words)])].slice(0, limit);
}

/**
 * The ids of one window, best first, and how many rows there are in all. With a sort that was asked for, the rows that
 * hold every word are in that order; those that hold them with typing errors follow.
 */
export function bestWindow(
  db: Reader,
  listing: KnownListing,
  where: Sql,
  request: ListRequest,
): { readonly total: number; readonly ids: readonly number[] } {
  const words = searchWords(request.search);
  const isBySort = words.length === 0 || request.sort !== undefined;
  const found = isBySort ? idWindow(db, listing, where, request) : fittingWindow(db, listing, where, words, request);
  if (words.length === 0 || found.total >= FEW_ROWS) return found;
  const close = withErrors(db, listing, where, words);
  if (close.length === 0) return found;
  const whole = { offset: 0, limit: FEW_ROWS };
  const held = isBySort
    ? idWindow(db, listing, where, { ...request, ...whole }).ids
    : fitting(db, listing, where, words, whole);
  const ids = [...new Set([...held, ...close])];
  return { total: ids.length, ids: ids.slice(request.offset, request.offset + request.limit) };
}

const rowsThatHold = ({ searched, searchText }: KnownListing, where: Sql, words: readonly string[]): Sql =>
  sql`FROM ${searched} WHERE ${where} AND ${every(words.map((word) => holds(searchText, word)))}`;

function fittingWindow(
  db: Reader,
  listing: KnownListing,
  where: Sql,
  words: readonly string[],
  request: ListRequest,
): { readonly total: number; readonly ids: readonly number[] } {
  const ids = fitting(db, listing, where, words, request);
  if (request.offset === 0 && ids.length < request.limit) return { total: ids.length, ids };
  const total = db.column<number>(sql`SELECT count(*) ${rowsThatHold(listing, where, words)}`)[0];
  return { total: total ?? 0, ids };
}

const fitting = (
  db: Reader,
  listing: KnownListing,
  where: Sql,
  words: readonly string[],
  { offset, limit }: Pick<ListRequest, 'offset' | 'limit'>,
): readonly number[] =>
  db.column<number>(
    sql`SELECT ${listing.id} ${rowsThatHold(listing, where, words)}
        ORDER BY ${fit(listing.searchText, words)}, ${inOrder(listing)} LIMIT ${limit} OFFSET ${offset}`,
  );

/** How well a row fits, 0 the best. Only beginnings of the first lines are compared with the names: that costs next to nothing. */
function fit(searchText: Sql, words: readonly string[]): Sql {
  const text = words.join(' ');
  const length = [...text].length;
  const secondLine = sql`instr(${searchText}, char(10)) + 1`;
  const start = (letters: number) => [
    sql`substr(${searchText}, 1, ${letters})`,
    sql`substr(${searchText}, ${secondLine}, ${letters})`,
  ];
  const isName = any(start(length + 1).map((found) => sql`${found} IN (${text}, ${`${text}\n`})`));
  const beginsName = any(start(length).map((found) => sql`${found} = ${text}`));
  const long = words.filter((word) => word.length >= SHORTEST_WORD);
  const beginsWords = every(
    long.map((word) => sql`(instr(${searchText}, ${`\n${word}`}) OR instr(${searchText}, ${` ${word}`}))`),
  );
  return sql`CASE WHEN ${isName} THEN 0 WHEN ${beginsName} THEN 1 WHEN ${beginsWords} THEN 2 ELSE 3 END`;
}

/** The ids of rows that hold every word with a typing error in one at least, fewest errors first. */
function withErrors(db: Reader, listing: KnownListing, where: Sql, words: readonly string[]): readonly number[] {
  const { searched, id, searchText } = listing;
  const vocabulary = knownWords(db, listing.subject, words);
  const wanted = words.map((word) => ({
    word,
    starts: closeStarts(word, vocabulary),
    known: new Map<string, number>(),
  }));
  if (wanted.every(({ starts }) => starts.length === 0)) return [];
  // Long words leave the fewest rows to look in for the others. What holds the only word as it is, was found before.
  const rows = [...wanted]
    .sort((one, other) => other.word.length - one.word.length)
    .map(({ word, starts }) =>
      any([...(words.length > 1 ? [word] : []), ...starts].map((start) => holds(searchText, start))),
    );
  const found: { readonly id: number; readonly errors: number }[] = [];
  for (const row of db.all<{ id: number; text: string }>(
    sql`SELECT ${id} AS id, ${searchText} AS text FROM ${searched}
        WHERE ${where} AND ${every(rows)} ORDER BY ${inOrder(listing)} LIMIT ${MOST_CLOSE_ROWS}`,
  )) {
    const errors = wanted.map(({ word, known }) => errorsIn(word, row.text, known));
    if (errors.every((some) => some !== null)) {
      found.push({ id: row.id, errors: errors.reduce((sum, some) => sum + some, 0) });
    }
  }
  return found.sort((one, other) => one.errors - other.errors).map((row) => row.id);
}

/** The words that any of the typed ones may stand for. */
function knownWords(db: Reader, subject: SearchSubject, words: readonly string[]): readonly string[] {
  const shortest = words.filter((word) => allowedErrors(word) > 0).map((word) => word.length - allowedErrors(word));
  return shortest.length === 0 ? [] : wordsOf(db, subject, Math.min(...shortest));
}

/** The columns of the list's own order. */
function inOrder({ sorts, defaultSort, id }: KnownListing): Sql {
  const columns = sorts[defaultSort.key] ?? by(id);
  return sql`${columns(sql`ASC`)}, ${id}`;
}

const holds = (searchText: Sql, word: string): Sql => sql`instr(${searchText}, ${word})`;
const every = (conditions: readonly Sql[]): Sql => joinSql([sql`TRUE`, ...conditions], sql` AND `);
const any = (conditions: readonly Sql[]): Sql => sql`(${joinSql(conditions, sql` OR `)})`;
