import type { WorkOrderDraft } from '../../../preload/contract/views';
import { SIGNED_PARTS, type SignedPart, type WorkOrderSignature } from '../../../preload/contract/work-order-signature';
import type { Reader } from '../connection';
import { readJson } from '../json';
import { sql } from '../sql';

/** What somebody signs for, part by part. */
export type SignedContent = Readonly<Record<SignedPart, unknown>>;

/** Field by field: what is added to a draft later counts only where it is named here. */
export const signedContent = (draft: WorkOrderDraft): SignedContent => ({
  whom: [draft.customerId, draft.workAddressId],
  work: [draft.description, draft.notes],
  times: draft.times.map(({ employeeId, kind, date, startMinute, minutes, note }) => [
    employeeId,
    kind,
    date,
    startMinute,
    minutes,
    note,
  ]),
  articles: draft.articles.map(({ articleId, quantity, unitPrice, description }) => [
    articleId,
    quantity,
    unitPrice,
    description,
  ]),
  forms: draft.forms.map(({ formVersionId, title, answers }) => [formVersionId ?? null, title, answers]),
});

interface Row {
  name: string;
  signed_at_ms: number;
  file_id: number;
  content: string;
}

/** The signature under a work order, held against the draft as it is stored now; null: not signed. */
export function signatureUnder(db: Reader, workOrderId: number, draft: WorkOrderDraft): WorkOrderSignature | null {
  const row = db.one<Row>(
    sql`SELECT name, signed_at_ms, file_id, content FROM work_order_signature WHERE work_order_id = ${workOrderId}`,
  );
  if (!row) return null;
  const then = readJson<SignedContent>(row.content);
  const now = signedContent(draft);
  return {
    name: row.name,
    signedAtMs: row.signed_at_ms,
    fileId: row.file_id,
    changedSince: SIGNED_PARTS.filter((part) => JSON.stringify(then[part]) !== JSON.stringify(now[part])),
  };
}
