import { randomUUID } from 'node:crypto';
import type { Address, PulledWorkAddress } from '../../../connectors/_kit/model';
import type { WorkAddressRow } from '../../../preload/contract/views';
import { errorsIn } from '../close-words';
import type { Reader, Writer } from '../connection';
import { postcodeWords, searchText, searchWords } from '../search-text';
import { sql } from '../sql';
import { refreshCustomerSearch } from './customer-search';
import { refreshSearchTextAt } from './work-order-search';

interface Row {
  id: number;
  customer_id: number;
  kind: WorkAddressRow['kind'];
  name: string;
  street: string;
  postcode: string;
  city: string;
  country: string;
}

const COLUMNS = sql`id, customer_id, kind, name, street, postcode, city, country`;

const toRow = (row: Row): WorkAddressRow => ({
  id: row.id,
  customerId: row.customer_id,
  kind: row.kind,
  origin: row.kind === 'own' ? 'simon' : 'package',
  name: row.name,
  street: row.street,
  postcode: row.postcode,
  city: row.city,
  country: row.country,
});

/** Those that can be chosen: the main address, then those where most work was done. */
export const selectableAddresses = (db: Reader, customerId: number): readonly WorkAddressRow[] =>
  db
    .all<Row>(
      sql`SELECT ${COLUMNS} FROM work_address WHERE customer_id = ${customerId} AND active = 1
          ORDER BY kind <> 'main',
            (SELECT count(*) FROM work_order WHERE work_address_id = work_address.id) DESC, kind = 'own', id`,
    )
    .map(toRow);

/** Those among them that hold every typed word, with typing errors when none does. */
export function findAddresses(db: Reader, customerId: number, text: string): readonly WorkAddressRow[] {
  const words = searchWords(text);
  const found = selectableAddresses(db, customerId).map((address) => {
    const { name, street, postcode, city } = address;
    const searched = searchText(street, postcodeWords(postcode), city, name);
    const errors = words.map((word) => errorsIn(word, searched));
    return { address, errors: errors.reduce((sum, some) => (sum === null || some === null ? null : sum + some), 0) };
  });
  const exact = found.filter(({ errors }) => errors === 0);
  return (exact.length > 0 ? exact : found.filter(({ errors }) => errors !== null)).map(({ address }) => address);
}

/** Also one that can no longer be chosen: a work order may still show it. */
export function addressRow(db: Reader, id: number): WorkAddressRow | null {
  const row = db.one<Row>(sql`SELECT ${COLUMNS} FROM work_address WHERE id = ${id}`);
  return row && toRow(row);
}

/** An address made in Simon; no sync ever touches it. */
export function addOwnAddress(db: Writer, customerId: number, address: Address): WorkAddressRow {
  const { id } = db.run(sql`
    INSERT INTO work_address (customer_id, kind, key, name, street, postcode, city, country, active)
    VALUES (${customerId}, 'own', ${randomUUID()}, ${address.name}, ${address.street}, ${address.postcode},
      ${address.city}, ${address.country}, 1)`);
  refreshCustomerSearch(db, customerId);
  const added = addressRow(db, id);
  if (!added) throw new Error(`Work address ${id} is gone after it was added`);
  return added;
}

/** How people know a work address in the log. */
export const addressText = ({ street, postcode, city }: Address): string =>
  [street, `${postcode} ${city}`.trim()].filter((part) => part !== '').join(', ');

/**
 * Makes the addresses of a customer equal to what the package tells. One that is gone there is deleted; kept without
 * being selectable when a work order refers to it. Returns those that an open work order uses.
 */
export function putPackageAddresses(
  db: Writer,
  customerId: number,
  addresses: readonly PulledWorkAddress[],
  isNewCustomer: boolean,
): readonly { readonly id: number; readonly text: string }[] {
  const keptInUse = isNewCustomer ? [] : retireMissing(db, customerId, addresses);
  for (const address of addresses) {
    db.run(sql`
      INSERT INTO work_address (customer_id, kind, key, name, street, postcode, city, country, active)
      VALUES (${customerId}, ${address.kind}, ${address.key}, ${address.name}, ${address.street}, ${address.postcode},
        ${address.city}, ${address.country}, 1)
      ON CONFLICT (customer_id, kind, key) DO UPDATE SET
        name = excluded.name, street = excluded.street, postcode = excluded.postcode, city = excluded.city,
        country = excluded.country, active = 1`);
  }
  if (!isNewCustomer) refreshSearchTextAt(db, customerId);
  return keptInUse;
}

function retireMissing(
  db: Writer,
  customerId: number,
  addresses: readonly PulledWorkAddress[],
): readonly { readonly id: number; readonly text: string }[] {
  const keyOf = ({ kind, key }: Pick<PulledWorkAddress, 'kind' | 'key'>) => `${kind} ${key}`;
  const present = new Set(addresses.map(keyOf));
  const stored = db.all<Row & { key: string; active: number; orders: number; open_orders: number }>(sql`
    SELECT ${COLUMNS}, key, active,
      (SELECT count(*) FROM work_order WHERE work_address_id = work_address.id) AS orders,
      (SELECT count(*) FROM work_order WHERE work_address_id = work_address.id AND status <> 'archived') AS open_orders
    FROM work_address WHERE customer_id = ${customerId} AND kind <> 'own'`);
  const gone = stored.filter((row) => row.kind !== 'own' && !present.has(keyOf({ kind: row.kind, key: row.key })));
  for (const { id, orders } of gone) {
    db.run(
      orders === 0
        ? sql`DELETE FROM work_address WHERE id = ${id}`
        : sql`UPDATE work_address SET active = 0 WHERE id = ${id}`,
    );
  }
  return gone
    .filter((row) => row.active === 1 && row.open_orders > 0)
    .map((row) => ({ id: row.id, text: addressText(row) }));
}
