import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type { CustomFormRow, FormVersion, Question } from '../../../preload/contract/custom-forms';
import type { Reader, Writer } from '../connection';
import { readJson, writeJson } from '../json';
import { fold } from '../search-text';
import { idList, sql } from '../sql';

interface VersionRow {
  id: number;
  form_id: number;
  version: number;
  title: string;
  questions: string;
}

interface FormRow extends VersionRow {
  active: number;
  work_orders: number;
}

const toVersion = (row: VersionRow): FormVersion => ({
  id: row.id,
  formId: row.form_id,
  version: row.version,
  title: row.title,
  questions: readJson<readonly Question[]>(row.questions),
});

const toRow = (row: FormRow): CustomFormRow => ({
  id: row.form_id,
  title: row.title,
  active: row.active === 1,
  workOrders: row.work_orders,
  current: toVersion(row),
});

/** Forms in use first, then those put away, each by title. */
export const list = (db: Reader): readonly CustomFormRow[] =>
  db
    .all<FormRow>(
      sql`
    SELECT v.id, v.form_id, v.version, f.title, v.questions, f.active,
      (SELECT count(DISTINCT w.work_order_id) FROM work_order_form AS w
        JOIN custom_form_version AS any_version ON any_version.id = w.form_version_id
        WHERE any_version.form_id = f.id) AS work_orders
    FROM custom_form AS f
    JOIN custom_form_version AS v ON v.form_id = f.id
      AND v.version = (SELECT max(version) FROM custom_form_version WHERE form_id = f.id)
    ORDER BY f.active DESC, f.title_key`,
    )
    .map(toRow);

/** The versions with these ids, as they were. */
export const versions = (db: Reader, ids: readonly number[]): readonly FormVersion[] =>
  db
    .all<VersionRow>(
      sql`SELECT v.id, v.form_id, v.version, f.title, v.questions FROM custom_form_version AS v
          JOIN custom_form AS f ON f.id = v.form_id WHERE v.id IN ${idList(ids)} ORDER BY v.id`,
    )
    .map(toVersion);

/** The newest version of the form in use with this title; capitals, diacritics and spaces around do not count. */
export const currentByTitle = (db: Reader, title: string): FormVersion | null =>
  list(db).find((form) => form.active && fold(form.title.trim()) === fold(title.trim()))?.current ?? null;

/**
 * Keeps a form, a new one for `id` null. The questions of a version that a work order holds stay as they are: then the
 * change is a new version. Problems: `form-gone`, `form-title-taken`.
 */
export function save(
  db: Writer,
  id: number | null,
  { title, questions }: { readonly title: string; readonly questions: readonly Question[] },
  atMs: number,
): Result<CustomFormRow> {
  const before = id === null ? null : find(db, id);
  if (id !== null && before === null) return fail(problem('invalid-input', 'form-gone'));
  const taken = (before?.active ?? true) ? otherWithTitle(db, title, id) : null;
  if (taken !== null) return fail(problem('invalid-input', 'form-title-taken', { form: taken }, { field: 'title' }));
  if (before === null) {
    const added = db.run(sql`INSERT INTO custom_form (title, title_key, active) VALUES (${title}, ${fold(title)}, 1)`);
    addVersion(db, added.id, 1, questions, atMs);
    return ok(mustFind(db, added.id));
  }
  db.run(sql`UPDATE custom_form SET title = ${title}, title_key = ${fold(title)} WHERE id = ${before.id}`);
  const text = writeJson(questions);
  if (text !== writeJson(before.current.questions)) {
    if (isHeld(db, before.current.id)) addVersion(db, before.id, before.current.version + 1, questions, atMs);
    else {
      db.run(
        sql`UPDATE custom_form_version SET questions = ${text}, made_at_ms = ${atMs} WHERE id = ${before.current.id}`,
      );
    }
  }
  return ok(mustFind(db, before.id));
}

/** Puts a form away, or takes it back into use. Problems: `form-gone`, `form-title-taken` when it is taken back. */
export function setActive(db: Writer, id: number, active: boolean): Result<CustomFormRow> {
  const form = find(db, id);
  if (form === null) return fail(problem('invalid-input', 'form-gone'));
  const taken = active ? otherWithTitle(db, form.title, id) : null;
  if (taken !== null) return fail(problem('invalid-input', 'form-title-taken', { form: taken }, { field: 'title' }));
  db.run(sql`UPDATE custom_form SET active = ${active ? 1 : 0} WHERE id = ${id}`);
  return ok(mustFind(db, id));
}

/** Problem: `form-in-use`; what a work order holds can only be put away. */
export function remove(db: Writer, id: number): Result<null> {
  const form = find(db, id);
  if (form !== null && form.workOrders > 0) {
    return fail(problem('blocked', 'form-in-use', { form: form.title, count: form.workOrders }));
  }
  db.run(sql`DELETE FROM custom_form WHERE id = ${id}`);
  return ok(null);
}

const find = (db: Reader, id: number): CustomFormRow | null => list(db).find((form) => form.id === id) ?? null;

function mustFind(db: Reader, id: number): CustomFormRow {
  const form = find(db, id);
  if (!form) throw new Error(`No custom form ${id}`);
  return form;
}

const otherWithTitle = (db: Reader, title: string, id: number | null): string | null =>
  db.column<string>(
    sql`SELECT title FROM custom_form WHERE active = 1 AND title_key = ${fold(title)} AND id IS NOT ${id}`,
  )[0] ?? null;

const isHeld = (db: Reader, versionId: number): boolean =>
  db.one(sql`SELECT 1 FROM work_order_form WHERE form_version_id = ${versionId} LIMIT 1`) !== null;

function addVersion(db: Writer, formId: number, version: number, questions: readonly Question[], atMs: number): void {
  db.run(sql`
    INSERT INTO custom_form_version (form_id, version, questions, made_at_ms)
    VALUES (${formId}, ${version}, ${writeJson(questions)}, ${atMs})`);
}
