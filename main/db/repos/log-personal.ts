import type { LogRow } from '../../../preload/contract/views';
import type { Reader } from '../connection';
import { idList, sql } from '../sql';

/** A number in front of a name, as records are called: `1042 Jansen`. */
const LEADING_NUMBER = /^\d+\s+/u;

/**
 * What the database knows of the people and the work that these messages are about: their customers with all addresses,
 * the texts of their work orders, and everybody who works here. For what must not leave with a message.
 */
export function personalOf(db: Reader, rows: readonly LogRow[]): readonly string[] {
  const of = (...tables: readonly string[]): readonly number[] =>
    rows.flatMap(({ table, recordId }) => (recordId !== null && tables.includes(table) ? [recordId] : []));
  const workOrders = of('workOrder');
  const customers = db.column<number>(sql`
    SELECT customer_id FROM work_order WHERE id IN ${idList(workOrders)} AND customer_id IS NOT NULL
    UNION SELECT customer_id FROM work_address WHERE id IN ${idList(of('workAddress'))}
    UNION SELECT value FROM json_each(${JSON.stringify(of('customer'))})`);
  const found = db.column<string | null>(sql`
    SELECT value FROM (
      SELECT json_array(name, address_name, street, postcode, city, phone, email, vat_number, chamber_of_commerce_number)
          AS texts FROM customer WHERE id IN ${idList(customers)}
      UNION ALL SELECT json_array(name, street, postcode, city) FROM work_address
        WHERE customer_id IN ${idList(customers)}
      UNION ALL SELECT json_array(description, customer_reference, notes) FROM work_order
        WHERE id IN ${idList(workOrders)}
      UNION ALL SELECT json_array(note) FROM time_entry WHERE work_order_id IN ${idList(workOrders)}
      UNION ALL SELECT json_array(description) FROM work_order_article
        WHERE work_order_id IN ${idList(workOrders)} AND description IS NOT NULL
      UNION ALL SELECT json_array(name) FROM work_order_signature WHERE work_order_id IN ${idList(workOrders)}
      UNION ALL SELECT json_array(name) FROM employee
    ), json_each(texts)`);
  const records = rows
    .filter(({ table }) => ['workOrder', 'customer', 'workAddress'].includes(table))
    .map(({ record }) => record.replace(LEADING_NUMBER, ''));
  return [...found, ...records].flatMap((text) => (text === null || text.trim() === '' ? [] : [text]));
}
