import type { Address } from '../../../connectors/_kit/model';
import type { Writer } from '../connection';
import { postcodeWords, searchText } from '../search-text';
import { sql } from '../sql';
import { keepWords } from './search-words';

interface Row extends Address {
  number: string;
}

/** What a customer can be found by, number and name first; a line that the addresses have in common stands there once. */
export function customerSearchText(
  { number, name, street, postcode, city }: Omit<Row, 'country'>,
  workAddresses: readonly Address[],
): string {
  const ofAddress = (address: Pick<Address, 'street' | 'postcode' | 'city'>) => [
    postcodeWords(address.postcode),
    address.city,
    address.street,
  ];
  const lines = [
    ...ofAddress({ street, postcode, city }),
    ...workAddresses.flatMap((address) => [...ofAddress(address), address.name]),
  ];
  return searchText(number, name, ...new Set(lines));
}

/** Writes it down anew, after the customer or its work addresses changed. */
export function refreshCustomerSearch(db: Writer, customerId: number): void {
  const row = db.one<Row>(
    sql`SELECT number, name, street, postcode, city, country FROM customer WHERE id = ${customerId}`,
  );
  if (!row) throw new Error(`No customer ${customerId}`);
  const addresses = db.all<Address>(
    sql`SELECT name, street, postcode, city, country FROM work_address
        WHERE customer_id = ${customerId} AND active = 1 ORDER BY id`,
  );
  const text = customerSearchText(row, addresses);
  db.run(sql`UPDATE customer SET search_text = ${text} WHERE id = ${customerId}`);
  keepWords(db, 'customer', [text]);
}
