import type { PulledArticle, PulledCustomer } from '../../../connectors/_kit/model';
import { problem, type Problem } from '../../../connectors/_kit/problem';
import {
  type AdoptedTable,
  type AdoptionCandidate,
  type AdoptionCounts,
  type AdoptionProgress,
  type AdoptionRow,
  type AdoptionState,
  type Certainty,
} from '../../../preload/contract/adoption';
import type { ListPage } from '../../../preload/contract/views';
import type { AdoptableRow, AdoptionFilter, AdoptionMatch, AdoptionRepo } from '../adoption';
import type { Reader, Writer } from '../connection';
import { readJson, writeJson } from '../json';
import { fold } from '../search-text';
import { sql, type Sql } from '../sql';
import type { LinkKey } from '../store';
import { articleLabel } from './articles';
import { customerLabel } from './customers';
import { findLink, linkId } from './links';

/** How each table is read for it. */
const TABLES: Readonly<
  Record<AdoptedTable, { readonly facts: Sql; readonly from: Sql; readonly openWorkOrders: Sql }>
> = {
  customers: {
    facts: sql`t.id, t.number, t.name, t.street, t.postcode, t.city, t.vat_number, t.chamber_of_commerce_number`,
    from: sql`customer`,
    openWorkOrders: sql`SELECT count(*) FROM work_order WHERE customer_id = t.id AND status <> 'archived'`,
  },
  articles: {
    facts: sql`t.id, t.code AS number, t.description AS name, '' AS street, '' AS postcode, '' AS city, '' AS vat_number,
        '' AS chamber_of_commerce_number`,
    from: sql`article`,
    openWorkOrders: sql`
        SELECT count(DISTINCT w.id) FROM work_order_article AS x JOIN work_order AS w ON w.id = x.work_order_id
        WHERE x.article_id = t.id AND w.status <> 'archived'`,
  },
};

interface Row {
  id: number;
  number: string;
  name: string;
  street: string;
  postcode: string;
  city: string;
  vat_number: string;
  chamber_of_commerce_number: string;
}

export function begin(db: Writer, link: LinkKey): void {
  const id = linkId(db, link);
  if (db.one(sql`SELECT 1 FROM adoption_read WHERE link_id <> ${id}`)) clear(db);
}

export function clear(db: Writer): void {
  db.run(sql`DELETE FROM adoption_read`);
  db.run(sql`DELETE FROM adoption_record`);
  db.run(sql`DELETE FROM adoption_match`);
}

export function mark(db: Reader, table: AdoptedTable): ReturnType<AdoptionRepo['mark']> {
  const row = db.one<{ high_water: string | null; state: string; complete: number }>(
    sql`SELECT high_water, state, complete FROM adoption_read WHERE resource = ${table}`,
  );
  return row && { mark: { highWater: row.high_water, state: readJson(row.state) }, complete: row.complete === 1 };
}

export function stage(
  db: Writer,
  link: LinkKey,
  table: AdoptedTable,
  page: Parameters<AdoptionRepo['stage']>[2],
): void {
  for (const pulled of page.records) {
    const externalId = pulled.kind === 'present' ? pulled.record.externalId : pulled.externalId;
    db.run(sql`DELETE FROM adoption_record WHERE resource = ${table} AND external_id = ${externalId}`);
    if (pulled.kind === 'present') {
      db.run(sql`
        INSERT INTO adoption_record (resource, external_id, record)
        VALUES (${table}, ${externalId}, ${JSON.stringify(pulled.record)})`);
    }
  }
  db.run(sql`
    INSERT INTO adoption_read (resource, link_id, high_water, state, complete)
    VALUES (${table}, ${linkId(db, link)}, ${page.mark.highWater}, ${writeJson(page.mark.state)}, ${page.last ? 1 : 0})
    ON CONFLICT (resource) DO UPDATE SET high_water = excluded.high_water, state = excluded.state,
      complete = max(complete, excluded.complete)`);
}

const toFacts = (row: Row): AdoptableRow => ({
  id: row.id,
  number: row.number,
  name: row.name,
  street: row.street,
  postcode: row.postcode,
  vatNumber: row.vat_number,
  chamberOfCommerceNumber: row.chamber_of_commerce_number,
});

export function rows(db: Reader, link: LinkKey, table: AdoptedTable): readonly AdoptableRow[] {
  const { facts, from } = TABLES[table];
  return db
    .all<Row>(
      sql`SELECT ${facts} FROM ${from} AS t
          WHERE t.removed_at_ms IS NULL AND t.link_id IS NOT ${findLink(db, link)} ORDER BY t.id`,
    )
    .map(toFacts);
}

export function records(db: Reader, link: LinkKey, table: AdoptedTable): ReturnType<AdoptionRepo['records']> {
  return db
    .column<string>(
      sql`SELECT r.record FROM adoption_record AS r
          WHERE r.resource = ${table} AND NOT EXISTS (
            SELECT 1 FROM ${TABLES[table].from} AS t
            WHERE t.link_id = ${findLink(db, link)} AND t.external_id = r.external_id AND t.removed_at_ms IS NULL)`,
    )
    .map((text) => {
      const record = JSON.parse(text) as PulledCustomer | PulledArticle;
      if ('code' in record) {
        const { externalId: id, code: number, description: name } = record;
        return { id, number, name, street: '', postcode: '', vatNumber: '', chamberOfCommerceNumber: '' };
      }
      const { externalId: id, number, name, address, vatNumber, chamberOfCommerceNumber } = record;
      const { street, postcode } = address;
      return { id, number, name, street, postcode, vatNumber, chamberOfCommerceNumber };
    });
}

export function matched(db: Writer, table: AdoptedTable, matches: readonly AdoptionMatch[]): void {
  db.run(sql`DELETE FROM adoption_match WHERE resource = ${table}`);
  for (const { rowId, certainty, candidates } of matches) {
    const chosen = certainty === 'sure' ? (candidates[0]?.externalId ?? null) : null;
    db.run(sql`
      INSERT INTO adoption_match (resource, row_id, certainty, candidates, chosen, decided)
      VALUES (${table}, ${rowId}, ${certainty}, ${JSON.stringify(candidates)}, ${chosen}, ${certainty === 'doubtful' ? 0 : 1})`);
  }
  db.run(sql`UPDATE adoption_read SET matched = 1 WHERE resource = ${table}`);
}

export const state = (db: Reader): AdoptionState => ({
  customers: progress(db, 'customers'),
  articles: progress(db, 'articles'),
});

function progress(db: Reader, table: AdoptedTable): AdoptionProgress {
  const read = db.column<number>(sql`SELECT count(*) FROM adoption_record WHERE resource = ${table}`)[0] ?? 0;
  if (!db.one(sql`SELECT 1 FROM adoption_read WHERE resource = ${table} AND matched = 1`))
    return { read, counts: null };
  const counts = db.one<Omit<AdoptionCounts, 'fresh'>>(sql`
    SELECT
      count(*) FILTER (WHERE certainty = 'sure') AS sure,
      count(*) FILTER (WHERE certainty = 'doubtful') AS doubtful,
      count(*) FILTER (WHERE certainty = 'none') AS none,
      count(*) FILTER (WHERE decided = 0) AS undecided,
      count(chosen) AS adopted
    FROM adoption_match WHERE resource = ${table}`);
  if (!counts) throw new Error('No counts');
  return { read, counts: { ...counts, fresh: read - counts.adopted } };
}

type MatchRow = Row & {
  match_id: number;
  certainty: Certainty;
  candidates: string;
  chosen: string | null;
  decided: number;
  open: number;
};

export function list(db: Reader, filter: AdoptionFilter): ListPage<AdoptionRow> {
  const { table, certainty, undecided, offset, limit } = filter;
  const { facts, from, openWorkOrders } = TABLES[table];
  const word = `%${fold(filter.search).replace(/[%_]/g, '')}%`;
  const wanted = sql`
    FROM adoption_match AS m JOIN ${from} AS t ON t.id = m.row_id
    WHERE m.resource = ${table} AND (${certainty ?? null} IS NULL OR m.certainty = ${certainty ?? null})
      AND (${undecided === true ? 1 : 0} = 0 OR m.decided = 0)
      AND (${filter.search.trim() === '' ? 1 : 0} = 1 OR t.search_text LIKE ${word})`;
  const total = db.column<number>(sql`SELECT count(*) ${wanted}`)[0] ?? 0;
  const found = db.all<MatchRow>(sql`
    SELECT m.id AS match_id, m.certainty, m.candidates, m.chosen, m.decided, (${openWorkOrders}) AS open, ${facts}
    ${wanted} ORDER BY m.id LIMIT ${limit} OFFSET ${offset}`);
  return { total, rows: found.map((row) => toRow(db, table, row)) };
}

const placeOf = ({ street, postcode, city }: Pick<Row, 'street' | 'postcode' | 'city'>): string =>
  [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');

function toRow(db: Reader, table: AdoptedTable, row: MatchRow): AdoptionRow {
  const label = table === 'customers' ? customerLabel(row.number, row.name) : articleLabel(row.number, row.name);
  return {
    id: row.match_id,
    label,
    detail: placeOf(row),
    openWorkOrders: row.open,
    certainty: row.certainty,
    isDecided: row.decided === 1,
    chosen: row.chosen,
    candidates: (JSON.parse(row.candidates) as AdoptionMatch['candidates']).flatMap(({ externalId, reasons }) => {
      const known = shown(db, table, externalId);
      return known === null ? [] : [{ externalId, reasons, ...known }];
    }),
  };
}

function shown(
  db: Reader,
  table: AdoptedTable,
  externalId: string,
): Pick<AdoptionCandidate, 'label' | 'detail'> | null {
  const [text] = db.column<string>(
    sql`SELECT record FROM adoption_record WHERE resource = ${table} AND external_id = ${externalId}`,
  );
  if (text === undefined) return null;
  const record = JSON.parse(text) as PulledCustomer | PulledArticle;
  return 'code' in record
    ? { label: articleLabel(record.code, record.description), detail: '' }
    : { label: customerLabel(record.number, record.name), detail: placeOf(record.address) };
}

export function decide(db: Writer, matchId: number, externalId: string | null): Problem | null {
  const match = db.one<{ resource: AdoptedTable; candidates: string }>(
    sql`SELECT resource, candidates FROM adoption_match WHERE id = ${matchId}`,
  );
  const offered = match === null ? [] : (JSON.parse(match.candidates) as AdoptionMatch['candidates']);
  if (match === null || (externalId !== null && !offered.some((one) => one.externalId === externalId))) {
    return problem('invalid-input', 'adoption-changed');
  }
  const taken = db.one<{ row_id: number }>(
    sql`SELECT row_id FROM adoption_match
        WHERE resource = ${match.resource} AND chosen = ${externalId} AND id <> ${matchId}`,
  );
  if (taken) return problem('blocked', 'adoption-taken', { record: labelOf(db, match.resource, taken.row_id) });
  db.run(sql`UPDATE adoption_match SET chosen = ${externalId}, decided = 1 WHERE id = ${matchId}`);
  return null;
}

function labelOf(db: Reader, table: AdoptedTable, rowId: number): string {
  const row = db.one<Row>(sql`SELECT ${TABLES[table].facts} FROM ${TABLES[table].from} AS t WHERE t.id = ${rowId}`);
  return row ? `${row.number} ${row.name}`.trim() : '';
}

export function decideAll(db: Writer, table: AdoptedTable, how: 'best' | 'none'): number {
  const open = db.all<{ id: number; candidates: string }>(
    sql`SELECT id, candidates FROM adoption_match WHERE resource = ${table} AND decided = 0 ORDER BY id`,
  );
  let decided = 0;
  for (const { id, candidates } of open) {
    const wanted =
      how === 'none' ? [null] : (JSON.parse(candidates) as AdoptionMatch['candidates']).map((one) => one.externalId);
    if (wanted.some((externalId) => decide(db, id, externalId) === null)) decided += 1;
  }
  return decided;
}

/** Rows to carry out, in the order in which they stand. */
export const choices = (db: Reader, table: AdoptedTable) =>
  db.all<{ rowId: number; chosen: string | null; record: string | null }>(sql`
    SELECT m.row_id AS rowId, m.chosen, r.record
    FROM adoption_match AS m LEFT JOIN adoption_record AS r ON r.resource = m.resource AND r.external_id = m.chosen
    WHERE m.resource = ${table} ORDER BY m.id`);
