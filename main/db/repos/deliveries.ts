import type { ConnectorId } from '../../../connectors/_kit/manifest';
import type { DeliveryState } from '../../../preload/contract/views';
import type { Reader } from '../connection';
import { inOrderOf } from '../listing';
import { sql } from '../sql';
import type { Delivery } from '../whole-lists';

interface Row {
  numbers: string;
  customer_number: string | null;
  customer_name: string | null;
  archived_at_ms: number;
  state: DeliveryState;
  held: number;
  package: ConnectorId | null;
  document_number: string | null;
  total_excl_vat: string | null;
  total_incl_vat: string | null;
  sends: number;
  settled_at_ms: number | null;
  marker: string | null;
}

/** What became of archived work orders, in the order of the ids; customer and totals are those of the document. */
export const rows = (db: Reader, ids: readonly number[]): readonly Delivery[] =>
  db
    .all<Row>(
      sql`
      SELECT w.number || coalesce((
          SELECT group_concat(', ' || n.number, '') FROM outbox_member AS m JOIN work_order AS n ON n.id = m.work_order_id
          WHERE m.outbox_id = o.id), '') AS numbers,
        coalesce(o.document ->> '$.customer.number', c.number) AS customer_number,
        coalesce(o.document ->> '$.customer.name', c.name) AS customer_name,
        o.archived_at_ms, o.state, o.held, l.package, o.document_number, o.total_excl_vat,
        o.document ->> '$.totals.inclVat' AS total_incl_vat, o.marker,
        (SELECT count(*) FROM outbox_step WHERE outbox_id = o.id AND step = 'sending') AS sends,
        (SELECT at_ms FROM outbox_step WHERE outbox_id = o.id AND step IN ('booked', 'found') ORDER BY id DESC LIMIT 1)
          AS settled_at_ms
      FROM ${inOrderOf(ids)} JOIN outbox AS o ON o.id = wanted.value
        JOIN work_order AS w ON w.id = o.work_order_id
        LEFT JOIN customer AS c ON c.id = w.customer_id
        LEFT JOIN link AS l ON l.id = o.link_id
      ORDER BY wanted.key`,
    )
    .map((row) => ({
      workOrderNumber: row.numbers,
      customerNumber: row.customer_number ?? '',
      customerName: row.customer_name ?? '',
      archivedAtMs: row.archived_at_ms,
      state: row.state,
      held: row.held === 1,
      package: row.package,
      documentNumber: row.document_number,
      totalExclVat: row.total_excl_vat,
      totalInclVat: row.total_incl_vat,
      sends: row.sends,
      settledAtMs: row.settled_at_ms,
      marker: row.marker ?? '',
    }));
