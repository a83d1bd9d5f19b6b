import { amsterdamDay } from '../../../connectors/_kit/amsterdam-day';
import type { WorkOrderStatus } from '../../../preload/contract/views';
import type { Reader } from '../connection';
import { readJson } from '../json';
import { sql } from '../sql';
import type { WorkOrderForDocument } from '../store';
import { DOCUMENT_COLUMNS, toDocumentArticle, type DocumentRow } from './articles';
import { addressRow } from './work-addresses';

interface Row {
  id: number;
  number: string;
  version: number;
  status: WorkOrderStatus;
  description: string;
  customer_reference: string;
  work_address_id: number | null;
  customer_id: number | null;
  customer_external_id: string | null;
  customer_number: string;
  customer_name: string;
  customer_active: number;
  customer_extra: string;
  employee_id: number | null;
  employee_name: string;
  has_forms: number;
  work_minutes: number;
  travel_minutes: number;
  work_day: string | null;
  planned_start_at_ms: number | null;
  maybe_sent: number;
}

type LineRow = DocumentRow & { quantity: string; price_override: string | null; description_override: string | null };

/** Everything that a document is built from. */
export function forDocument(db: Reader, id: number): WorkOrderForDocument | null {
  const row = db.one<Row>(sql`
    SELECT w.id, w.number, w.version, w.status, w.description, w.customer_reference, w.work_address_id, w.customer_id,
      iif(c.link_id = (SELECT leading_link_id FROM company), c.external_id, NULL) AS customer_external_id,
      c.number AS customer_number, c.name AS customer_name, c.active AS customer_active, c.extra AS customer_extra,
      w.employee_id, e.name AS employee_name,
      EXISTS (SELECT 1 FROM work_order_form WHERE work_order_id = w.id) AS has_forms,
      (SELECT coalesce(sum(minutes), 0) FROM time_entry WHERE work_order_id = w.id AND kind = 'work') AS work_minutes,
      (SELECT coalesce(sum(minutes), 0) FROM time_entry WHERE work_order_id = w.id AND kind = 'travel')
        AS travel_minutes,
      (SELECT min(date) FROM time_entry WHERE work_order_id = w.id) AS work_day, w.planned_start_at_ms,
      w.maybe_sent_since_ms IS NOT NULL AS maybe_sent
    FROM work_order AS w LEFT JOIN customer AS c ON c.id = w.customer_id
      LEFT JOIN employee AS e ON e.id = w.employee_id
    WHERE w.id = ${id}`);
  if (!row) return null;
  const lines = db.all<LineRow>(sql`
    SELECT ${DOCUMENT_COLUMNS}, l.quantity, l.unit_price AS price_override, l.description AS description_override
    FROM work_order_article AS l JOIN article AS a ON a.id = l.article_id
    WHERE l.work_order_id = ${id} ORDER BY l.position`);
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    status: row.status,
    description: row.description,
    customerReference: row.customer_reference,
    customer:
      row.customer_id === null
        ? null
        : {
            externalId: row.customer_external_id,
            number: row.customer_number,
            name: row.customer_name,
            active: row.customer_active === 1,
            extra: readJson(row.customer_extra),
          },
    workAddress: row.work_address_id === null ? null : plainAddress(db, row.work_address_id),
    employee: row.employee_id === null ? null : { id: row.employee_id, name: row.employee_name },
    hasForms: row.has_forms === 1,
    workMinutes: row.work_minutes,
    travelMinutes: row.travel_minutes,
    workDay: row.work_day ?? (row.planned_start_at_ms === null ? null : amsterdamDay(row.planned_start_at_ms)),
    maybeSent: row.maybe_sent === 1,
    articles: lines.map((line) => ({
      ...toDocumentArticle(line),
      quantity: line.quantity,
      priceOverride: line.price_override,
      descriptionOverride: line.description_override,
    })),
    nextRevision: nextRevision(db, id),
  };
}

function plainAddress(db: Reader, id: number): WorkOrderForDocument['workAddress'] {
  const row = addressRow(db, id);
  return row && { name: row.name, street: row.street, postcode: row.postcode, city: row.city, country: row.country };
}

/**
 * Revision of the document that is made next. Until a document is booked it stays the same, also when the work order is
 * taken back and archived again: the marker stays the same with it, so that a look-up still finds whatever an earlier
 * attempt may have left in the package.
 */
export function nextRevision(db: Reader, workOrderId: number): number {
  const newest = db.one<{ revision: number; state: string }>(
    sql`SELECT revision, state FROM outbox WHERE work_order_id = ${workOrderId} ORDER BY revision DESC LIMIT 1`,
  );
  const own = newest === null ? 1 : newest.state === 'booked' ? newest.revision + 1 : newest.revision;
  return Math.max(own, isOnBookedDocument(db, workOrderId) ? AFTER_SHARED : 1);
}

/** The document of another work order that it stands on counts as its first one. */
const AFTER_SHARED = 2;

const isOnBookedDocument = (db: Reader, workOrderId: number): boolean =>
  db.column<number>(sql`
    SELECT 1 FROM outbox_member AS m JOIN outbox AS o ON o.id = m.outbox_id
    WHERE m.work_order_id = ${workOrderId} AND o.state = 'booked'`).length > 0;
