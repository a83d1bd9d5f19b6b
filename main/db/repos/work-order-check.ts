import { problem, type Problem } from '../../../connectors/_kit/problem';
import type { WorkOrderDraft } from '../../../preload/contract/views';
import type { Reader } from '../connection';
import { idList, sql } from '../sql';
import { articleLabel } from './articles';
import { customerLabel } from './customers';
import { addressText } from './work-addresses';
import type { StoredWorkOrder } from './work-orders';

/**
 * Why a draft cannot be stored, or null: everything it refers to must be there and selectable. What the work order
 * referred to before (`before`) may have become unselectable since, and stays allowed.
 */
export function draftProblem(db: Reader, draft: WorkOrderDraft, before: StoredWorkOrder | null): Problem | null {
  return (
    customerProblem(db, draft, before) ??
    addressProblem(db, draft, before) ??
    employeeProblem(db, draft) ??
    articleProblem(db, draft, before)
  );
}

function customerProblem(db: Reader, { customerId }: WorkOrderDraft, before: StoredWorkOrder | null): Problem | null {
  if (customerId === null) return null;
  const row = db.one<{ number: string; name: string; active: number }>(
    sql`SELECT number, name, active FROM customer WHERE id = ${customerId}`,
  );
  if (!row) return problem('invalid-input', 'customer-not-found', {}, { field: 'customerId' });
  if (row.active === 1 || before?.customer_id === customerId) return null;
  const customer = customerLabel(row.number, row.name);
  return problem('invalid-input', 'customer-not-selectable', { customer }, { field: 'customerId' });
}

function addressProblem(
  db: Reader,
  { customerId, workAddressId }: WorkOrderDraft,
  before: StoredWorkOrder | null,
): Problem | null {
  if (workAddressId === null) return null;
  const row = db.one<{ customer_id: number; street: string; postcode: string; city: string; active: number }>(
    sql`SELECT customer_id, street, postcode, city, active FROM work_address WHERE id = ${workAddressId}`,
  );
  if (!row) return problem('invalid-input', 'work-address-not-found', {}, { field: 'workAddressId' });
  const address = addressText({ ...row, name: '', country: '' });
  if (row.customer_id !== customerId) {
    return problem('invalid-input', 'work-address-of-other-customer', { address }, { field: 'workAddressId' });
  }
  if (row.active === 1 || before?.work_address_id === workAddressId) return null;
  return problem('invalid-input', 'work-address-not-selectable', { address }, { field: 'workAddressId' });
}

function employeeProblem(db: Reader, { employeeId, times }: WorkOrderDraft): Problem | null {
  const wanted = new Set([employeeId, ...times.map((entry) => entry.employeeId)].filter((id) => id !== null));
  const found = db.column<number>(sql`SELECT id FROM employee WHERE id IN ${idList([...wanted])}`);
  return found.length === wanted.size
    ? null
    : problem('invalid-input', 'employee-not-found', {}, { field: 'employeeId' });
}

function articleProblem(db: Reader, { articles }: WorkOrderDraft, before: StoredWorkOrder | null): Problem | null {
  const wanted = new Set(articles.map((line) => line.articleId));
  const rows = db.all<{ id: number; code: string; description: string; active: number }>(
    sql`SELECT id, code, description, active FROM article WHERE id IN ${idList([...wanted])}`,
  );
  if (rows.length < wanted.size) return problem('invalid-input', 'article-not-found', {}, { field: 'articles' });
  const bookedBefore = new Set(
    before ? db.column<number>(sql`SELECT article_id FROM work_order_article WHERE work_order_id = ${before.id}`) : [],
  );
  const refused = rows.find((row) => row.active === 0 && !bookedBefore.has(row.id));
  if (!refused) return null;
  const article = articleLabel(refused.code, refused.description);
  return problem('invalid-input', 'article-not-selectable', { article }, { field: 'articles' });
}
