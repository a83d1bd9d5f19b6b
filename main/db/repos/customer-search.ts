import type { Address } from '../../../connectors/_kit/model';
import type { Writer } from '../connection';
import { postcodeWords, searchText } from '../search-text';
import { sql } from '../sql';
import { keepWords } from './search-words';

/** What a customer can be found by, number and name first, then its address and the work addresses that are another place. */
export function customerSearchText(
  { number, name }: { readonly number: string; readonly name: string },
  address: Address,
  workAddresses: readonly Address[],
): string {
  const parts = [number, name, postcodeWords(address.postcode), address.city, address.street];
  for (const { name: place, street, postcode, city } of workAddresses) {
    if (street !== address.street || postcode !== address.postcode || city !== address.city) {
      parts.push(postcodeWords(postcode), city, street);
    }
    parts.push(place);
  }
  return searchText(...parts);
}

/** Writes it down anew, after the customer or its work addresses changed. */
export function refreshCustomerSearch(db: Writer, customerId: number): void {
  const row = db.one<Address & { number: string }>(
    sql`SELECT number, name, street, postcode, city, country FROM customer WHERE id = ${customerId}`,
  );
  if (!row) throw new Error(`No customer ${customerId}`);
  const addresses = db.all<Address>(
    sql`SELECT name, street, postcode, city, country FROM work_address
        WHERE customer_id = ${customerId} AND active = 1 ORDER BY id`,
  );
  const text = customerSearchText(row, row, addresses);
  db.run(sql`UPDATE customer SET search_text = ${text} WHERE id = ${customerId}`);
  keepWords(db, 'customer', [text]);
}
