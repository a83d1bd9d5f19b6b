import { problem, type Problem } from '../../../connectors/_kit/problem';
import type { FormAnswer, FormAnswers, FormVersion } from '../../../preload/contract/custom-forms';
import { filesOf, fits, isPhotos, isSignature, missingAnswers } from '../../../preload/contract/form-rules';
import type { DesignedForm, WorkOrderForm } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { readJson } from '../json';
import { idList, sql } from '../sql';
import { versions } from './custom-forms';

/** Why the forms of a draft cannot be stored, or null: `form-gone`, or `form-answer-wrong` with its question. */
export function formProblem(db: Reader, forms: readonly WorkOrderForm[]): Problem | null {
  const designed = forms.filter((form): form is DesignedForm => form.formVersionId !== undefined);
  const byId = new Map(versions(db, versionIdsOf(forms)).map((one) => [one.id, one]));
  for (const form of designed) {
    const version = byId.get(form.formVersionId);
    if (version === undefined) return problem('invalid-input', 'form-gone', {}, { field: 'forms' });
    const wrong = Object.entries(form.answers).find(([id, answer]) => !isFor(version, id, answer));
    if (wrong !== undefined) {
      const label = version.questions.find(({ id }) => id === wrong[0])?.label ?? wrong[0];
      return problem('invalid-input', 'form-answer-wrong', { form: form.title, question: label }, { field: 'forms' });
    }
  }
  return null;
}

function isFor({ questions }: FormVersion, id: string, answer: FormAnswer): boolean {
  const question = questions.find((one) => one.id === id);
  return question !== undefined && fits(question, answer);
}

/** The first required question that shows and is not answered, as `form-answer-missing` with its place as `field`. */
export function missingAnswer(db: Reader, number: string, forms: readonly WorkOrderForm[]): Problem | null {
  const [missing] = missingAnswers(forms, versions(db, versionIdsOf(forms)));
  if (missing === undefined) return null;
  const params = { workOrder: number, form: missing.form, question: missing.question.label };
  return problem('blocked', 'form-answer-missing', params, { field: missing.field });
}

/**
 * The same of a draft for a work order that is reported ready, as it would be stored: it may not lose an answer that it was
 * reported ready with.
 */
export function lostAnswer(
  db: Reader,
  { id, number }: { readonly id: number; readonly number: string },
  forms: readonly WorkOrderForm[],
): Problem | null {
  const kept = forms.map((form) => withOwnFiles(db, id, form));
  const missing = missingAnswer(db, number, kept);
  return missing && { ...missing, code: 'form-answer-lost' };
}

/** The ids of the versions of designed forms. */
export const versionIdsOf = (forms: readonly WorkOrderForm[]): readonly number[] => [
  ...new Set(forms.map((form) => form.formVersionId).filter((versionId) => versionId !== undefined)),
];

/**
 * The form without files that are not on this work order: photos and signatures are of one job, and do not go along to a
 * copy of it. A drawn signature goes as a whole, with the name under it.
 */
export function withOwnFiles(db: Reader, workOrderId: number, form: WorkOrderForm): WorkOrderForm {
  if (form.formVersionId === undefined) return form;
  const wanted = Object.values(form.answers).flatMap(filesOf);
  if (wanted.length === 0) return form;
  const own = new Set(
    db.column<number>(
      sql`SELECT id FROM work_order_file WHERE work_order_id = ${workOrderId} AND id IN ${idList(wanted)}`,
    ),
  );
  const kept = Object.entries(form.answers).flatMap(([id, answer]): readonly (readonly [string, FormAnswer])[] => {
    if (isPhotos(answer)) return [[id, answer.filter((file) => own.has(file))]];
    return isSignature(answer) && answer.fileId !== null && !own.has(answer.fileId) ? [] : [[id, answer]];
  });
  return { ...form, answers: Object.fromEntries(kept) satisfies FormAnswers };
}

/**
 * Takes away the photos and signatures that no answer names any more, and brings back those that one names again: which it
 * is, is known only when the work order is saved.
 */
export function keepAnsweringFiles(db: Writer, workOrderId: number, atMs: number): void {
  const stored = db.column<string>(
    sql`SELECT answers FROM work_order_form WHERE work_order_id = ${workOrderId} AND form_version_id IS NOT NULL`,
  );
  const named = stored.flatMap((answers) => Object.values(readJson<FormAnswers>(answers)).flatMap(filesOf));
  db.run(sql`
    UPDATE work_order_file SET
      removed_at_ms = CASE WHEN id IN ${idList(named)} THEN NULL ELSE coalesce(removed_at_ms, ${atMs}) END
    WHERE work_order_id = ${workOrderId} AND question_id IS NOT NULL`);
}
