import type { ArticleRow, ListPage } from '../../../preload/contract/views';
import { bestIds, type KnownListing } from '../best-first';
import type { Reader } from '../connection';
import { readJson } from '../json';
import { by, idsInOrder, idWindow, inOrderOf } from '../listing';
import { fold, naturalKey, searchText } from '../search-text';
import { sql } from '../sql';
import type { ArticleForDocument, ListRequest } from '../store';
import type { WholeList } from '../whole-lists';

interface Row {
  id: number;
  code: string;
  description: string;
  group_name: string | null;
  unit: string;
  unit_price: string | null;
  vat_rate: string | null;
  by_hand: number;
  active: number;
}

/** An article as a document needs it; also used for the lines of a work order. */
export interface DocumentRow {
  id: number;
  external_id: string | null;
  code: string;
  description: string;
  unit: string;
  unit_price: string | null;
  vat_rate: string | null;
  active: number;
  extra: string;
}

const GROUP = sql`LEFT JOIN article_group AS g ON g.link_id = a.link_id AND g.external_id = a.group_external_id`;
const COLUMNS = sql`
  a.id, a.code, a.description, g.name AS group_name, a.unit, a.unit_price, a.vat_rate, a.link_id IS NULL AS by_hand,
  a.active`;

/** Ids of another administration than the leading one mean nothing to the package, so they are not told. */
export const DOCUMENT_COLUMNS = sql`
  a.id, iif(a.link_id = (SELECT leading_link_id FROM company), a.external_id, NULL) AS external_id, a.code,
  a.description, a.unit, a.unit_price, a.vat_rate, a.active, a.extra`;

const toRow = (row: Row): ArticleRow => ({
  id: row.id,
  code: row.code,
  description: row.description,
  groupName: row.group_name ?? '',
  unit: row.unit,
  unitPrice: row.unit_price,
  vatRate: row.vat_rate,
  origin: row.by_hand ? 'simon' : 'package',
  active: row.active === 1,
});

export const toDocumentArticle = (row: DocumentRow): ArticleForDocument => ({
  id: row.id,
  externalId: row.external_id,
  code: row.code,
  description: row.description,
  unit: row.unit,
  unitPrice: row.unit_price,
  vatRate: row.vat_rate,
  active: row.active === 1,
  extra: readJson(row.extra),
});

const LISTING: KnownListing = {
  subject: 'article',
  searched: sql`article AS a INDEXED BY article_by_code`,
  from: sql`article AS a`,
  joins: GROUP,
  id: sql`a.id`,
  searchText: sql`a.search_text`,
  sorts: {
    code: by(sql`a.code_key`),
    description: by(sql`a.description_key`),
    groupName: by(sql`g.name COLLATE NOCASE`, sql`a.code_key`),
    unit: by(sql`a.unit COLLATE NOCASE`, sql`a.code_key`),
    // Only to put rows in order; amounts are never computed from it.
    unitPrice: by(sql`CAST(a.unit_price AS REAL)`, sql`a.code_key`),
    vatRate: by(sql`CAST(a.vat_rate AS REAL)`, sql`a.code_key`),
    origin: by(sql`a.link_id IS NULL`, sql`a.code_key`),
    active: by(sql`a.active`, sql`a.code_key`),
  },
  defaultSort: { key: 'code', descending: false },
};

/** What an article is searched and sorted by; kept beside the row. */
export const articleKeys = ({ code, description }: Pick<Row, 'code' | 'description'>) => ({
  code: naturalKey(code),
  description: fold(description),
  search: searchText(code, description),
});

/** How people know an article in the log: code and description. */
export const articleLabel = (code: string, description: string): string => `${code} ${description}`.trim();

export function list(db: Reader, request: ListRequest): ListPage<ArticleRow> {
  const { total, ids } = idWindow(db, LISTING, sql`a.removed_at_ms IS NULL`, request);
  return { total, rows: articleRows(db, ids) };
}

export const ids = (db: Reader, request: WholeList): readonly number[] =>
  idsInOrder(db, LISTING, sql`a.removed_at_ms IS NULL`, request);

/** Articles to choose from, the best first. */
export const find = (db: Reader, text: string, limit: number): readonly ArticleRow[] =>
  articleRows(db, bestIds(db, LISTING, sql`a.removed_at_ms IS NULL`, text, limit));

/** Articles on the screens with these codes, whatever the case; several where only the case differs. */
export const withCodes = (db: Reader, codes: readonly string[]): readonly ArticleRow[] =>
  articleRows(db, idsWithCodes(db, codes));

function idsWithCodes(db: Reader, codes: readonly string[]): readonly number[] {
  const folded = new Set(codes.map(fold));
  // By their index; it holds `A2` and `A02` for the same.
  const keys = JSON.stringify([...new Set(codes.map(naturalKey))]);
  return db
    .all<{ id: number; code: string }>(
      sql`SELECT a.id, a.code FROM json_each(${keys}) AS wanted
            JOIN article AS a ON a.code_key = wanted.value AND a.removed_at_ms IS NULL
          ORDER BY wanted.key, a.id`,
    )
    .filter(({ code }) => folded.has(fold(code)))
    .map(({ id }) => id);
}

/** Rows in the order of the ids; also those that are removed from the lists: a work order may still show them. */
export const articleRows = (db: Reader, ids: readonly number[]): readonly ArticleRow[] =>
  db
    .all<Row>(
      sql`SELECT ${COLUMNS} FROM ${inOrderOf(ids)} JOIN article AS a ON a.id = wanted.value ${GROUP}
          ORDER BY wanted.key`,
    )
    .map(toRow);

export function byCode(db: Reader, code: string): ArticleForDocument | null {
  const row = db.one<DocumentRow>(
    sql`SELECT ${DOCUMENT_COLUMNS} FROM article AS a
        WHERE a.code = ${code} AND a.active = 1 AND a.link_id IS NOT NULL`,
  );
  return row && toDocumentArticle(row);
}
