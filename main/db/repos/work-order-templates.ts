import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type { ListPage } from '../../../preload/contract/views';
import type { MadeFrom, TemplateRow, WorkOrderMade } from '../../../preload/contract/work-order-templates';
import type { Reader, Writer } from '../connection';
import { readJson, writeJson } from '../json';
import { by, idWindow, inOrderOf, type Listing } from '../listing';
import { fold, searchText } from '../search-text';
import { sql } from '../sql';
import type { ListRequest } from '../store';
import { insertWorkOrder, notFound } from './work-order-changes';
import { contentOf, draftOf, type WorkOrderContent } from './work-order-content';
import { get as workOrder, mustGet } from './work-orders';

interface Row {
  id: number;
  name: string;
  content: string;
  changed_at_ms: number;
}

const LISTING: Listing = {
  from: sql`work_order_template AS t`,
  joins: sql``,
  id: sql`t.id`,
  searchText: sql`t.search_text`,
  sorts: { name: by(sql`t.name_key`), changedAtMs: by(sql`t.changed_at_ms`) },
  defaultSort: { key: 'name', descending: false },
};

export function list(db: Reader, request: ListRequest): ListPage<TemplateRow> {
  const { total, ids } = idWindow(db, LISTING, sql`TRUE`, request);
  const rows = db.all<Row>(
    sql`SELECT t.id, t.name, t.content, t.changed_at_ms FROM ${inOrderOf(ids)}
        JOIN work_order_template AS t ON t.id = wanted.value ORDER BY wanted.key`,
  );
  return { total, rows: rows.map(toRow) };
}

function toRow({ id, name, content: text, changed_at_ms: changedAtMs }: Row): TemplateRow {
  const { customer, description, articles } = readJson<WorkOrderContent>(text);
  return { id, name, customerName: customer?.name ?? '', description, articles: articles.length, changedAtMs };
}

/**
 * Keeps what a work order hands on under a name. A template of that name is replaced when that is meant, else refused
 * with `template-name-taken`. Problem besides: `work-order-not-found`.
 */
export function keep(
  db: Writer,
  { workOrderId, name, replace }: { readonly workOrderId: number; readonly name: string; readonly replace: boolean },
  atMs: number,
): Result<TemplateRow> {
  const from = workOrder(db, workOrderId);
  if (!from) return fail(notFound());
  const taken = withName(db, name);
  if (taken && !replace) return fail(nameTaken(taken.name));
  const content = contentOf(db, from);
  db.run(sql`
    INSERT INTO work_order_template (name, name_key, content, changed_at_ms, search_text)
    VALUES (${name}, ${fold(name)}, ${writeJson({ ...content })}, ${atMs}, ${searched(name, content)})
    ON CONFLICT (name_key) DO UPDATE SET
      name = excluded.name, content = excluded.content, changed_at_ms = excluded.changed_at_ms,
      search_text = excluded.search_text`);
  return ok(toRow(mustFind(withName(db, name))));
}

/** Problems: `template-gone`, `template-name-taken`. */
export function rename(db: Writer, id: number, name: string): Result<TemplateRow> {
  const row = find(db, id);
  if (!row) return fail(gone());
  const taken = withName(db, name);
  if (taken && taken.id !== id) return fail(nameTaken(taken.name));
  const text = searched(name, readJson<WorkOrderContent>(row.content));
  db.run(
    sql`UPDATE work_order_template SET name = ${name}, name_key = ${fold(name)}, search_text = ${text} WHERE id = ${id}`,
  );
  return ok(toRow(mustFind(find(db, id))));
}

/** One that is gone already is none the less removed. */
export function remove(db: Writer, id: number): Result<null> {
  db.run(sql`DELETE FROM work_order_template WHERE id = ${id}`);
  return ok(null);
}

/** A new work order of a template. Problem: `template-gone`. */
export function start(db: Writer, id: number, atMs: number): Result<WorkOrderMade> {
  const row = find(db, id);
  if (!row) return fail(gone());
  return ok(make(db, readJson<WorkOrderContent>(row.content), { kind: 'template', name: row.name }, atMs));
}

/** A new work order like another one, also like one that is archived. Problem: `work-order-not-found`. */
export function duplicate(db: Writer, workOrderId: number, atMs: number): Result<WorkOrderMade> {
  const from = workOrder(db, workOrderId);
  if (!from) return fail(notFound());
  return ok(make(db, contentOf(db, from), { kind: 'copy', number: from.number }, atMs));
}

function make(db: Writer, content: WorkOrderContent, madeFrom: MadeFrom, atMs: number): WorkOrderMade {
  const { draft, leftOut } = draftOf(db, content);
  const { id } = insertWorkOrder(db, draft, { sourceNumber: null, atMs });
  db.run(sql`UPDATE work_order SET made_from = ${writeJson({ ...madeFrom })} WHERE id = ${id}`);
  return { workOrder: mustGet(db, id), leftOut };
}

const find = (db: Reader, id: number): Row | null =>
  db.one<Row>(sql`SELECT id, name, content, changed_at_ms FROM work_order_template WHERE id = ${id}`);

const withName = (db: Reader, name: string): Row | null =>
  db.one<Row>(sql`SELECT id, name, content, changed_at_ms FROM work_order_template WHERE name_key = ${fold(name)}`);

function mustFind(row: Row | null): Row {
  if (!row) throw new Error('The template is gone after it was kept');
  return row;
}

const searched = (name: string, { customer, description }: WorkOrderContent): string =>
  searchText(name, customer?.number ?? '', customer?.name ?? '', description);

const gone = () => problem('invalid-input', 'template-gone');
const nameTaken = (template: string) =>
  problem('invalid-input', 'template-name-taken', { template }, { field: 'name' });
