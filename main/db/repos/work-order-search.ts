import type { Writer } from '../connection';
import { postcodeWords, searchText } from '../search-text';
import { sql } from '../sql';
import { entryOf } from './outbox-members';

interface Row {
  id: number;
  number: string;
  description: string;
  customer_reference: string;
  source_number: string | null;
  customer_number: string | null;
  customer_name: string | null;
  street: string | null;
  postcode: string | null;
  city: string | null;
  employee_name: string | null;
  document_number: string | null;
}

const SELECT = sql`
  SELECT w.id, w.number, w.description, w.customer_reference, w.source_number,
    c.number AS customer_number, c.name AS customer_name, a.street, a.postcode, a.city, e.name AS employee_name,
    (SELECT document_number FROM outbox WHERE id = ${entryOf(sql`w.id`)}) AS document_number
  FROM work_order AS w
  LEFT JOIN customer AS c ON c.id = w.customer_id
  LEFT JOIN work_address AS a ON a.id = w.work_address_id
  LEFT JOIN employee AS e ON e.id = w.employee_id`;

/** Writes down what a work order can be found by: its own texts and those of what it refers to. */
export function refreshSearchText(db: Writer, workOrderId: number): void {
  for (const row of db.all<Row>(sql`${SELECT} WHERE w.id = ${workOrderId}`)) refresh(db, row);
}

/** The same for every work order of a customer, after the customer or its addresses changed. */
export function refreshSearchTextAt(db: Writer, customerId: number): void {
  for (const row of db.all<Row>(sql`${SELECT} WHERE w.customer_id = ${customerId}`)) refresh(db, row);
}

function refresh(db: Writer, row: Row): void {
  const text = searchText(
    row.number,
    row.description,
    row.customer_reference,
    row.source_number ?? '',
    row.customer_number ?? '',
    row.customer_name ?? '',
    row.street ?? '',
    postcodeWords(row.postcode ?? ''),
    row.city ?? '',
    row.employee_name ?? '',
    row.document_number ?? '',
  );
  db.run(sql`UPDATE work_order SET search_text = ${text} WHERE id = ${row.id}`);
}
