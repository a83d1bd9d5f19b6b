import type { Address } from '../../../connectors/_kit/model';
import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type {
  CustomerDetail,
  CustomerRow,
  CustomersToChoose,
  ListPage,
  WorkAddressRow,
} from '../../../preload/contract/views';
import { bestIds, bestWindow, type KnownListing } from '../best-first';
import type { Reader, Writer } from '../connection';
import { by, inOrderOf } from '../listing';
import { fold, naturalKey } from '../search-text';
import { sql } from '../sql';
import type { ListRequest } from '../store';
import type { CustomerInFull, WholeList } from '../whole-lists';
import { addOwnAddress, selectableAddresses } from './work-addresses';

interface Row {
  id: number;
  number: string;
  name: string;
  street: string;
  postcode: string;
  city: string;
  phone: string;
  by_hand: number;
  active: number;
}

type FullRow = Row & { country: string; email: string; vat_number: string; chamber_of_commerce_number: string };

const COLUMNS = sql`c.id, c.number, c.name, c.street, c.postcode, c.city, c.phone, c.link_id IS NULL AS by_hand, c.active`;

const FULL_COLUMNS = sql`${COLUMNS}, c.country, c.email, c.vat_number, c.chamber_of_commerce_number`;

const furtherFacts = (row: FullRow): Omit<CustomerInFull, keyof CustomerRow> => ({
  country: row.country,
  email: row.email,
  vatNumber: row.vat_number,
  chamberOfCommerceNumber: row.chamber_of_commerce_number,
});

const toRow = (row: Row): CustomerRow => ({
  id: row.id,
  number: row.number,
  name: row.name,
  street: row.street,
  postcode: row.postcode,
  city: row.city,
  phone: row.phone,
  origin: row.by_hand ? 'simon' : 'package',
  active: row.active === 1,
});

const SHOWN = sql`c.removed_at_ms IS NULL`;

const LISTING: KnownListing = {
  subject: 'customer',
  searched: sql`customer AS c INDEXED BY customer_by_name`,
  from: sql`customer AS c`,
  joins: sql``,
  id: sql`c.id`,
  searchText: sql`c.search_text`,
  sorts: {
    number: by(sql`c.number_key`),
    name: by(sql`c.name_key`),
    street: by(sql`c.street COLLATE NOCASE`),
    postcode: by(sql`c.postcode COLLATE NOCASE`),
    city: by(sql`c.city COLLATE NOCASE`, sql`c.name_key`),
    phone: by(sql`c.phone`),
    origin: by(sql`c.link_id IS NULL`, sql`c.name_key`),
    active: by(sql`c.active`, sql`c.name_key`),
  },
  defaultSort: { key: 'name', descending: false },
};

/** What customers are sorted by; kept beside the row. */
export const customerKeys = ({ number, name }: Pick<Row, 'number' | 'name'>) => ({
  name: fold(name),
  number: naturalKey(number),
});

/** How people know a customer in the log: number and name. */
export const customerLabel = (number: string, name: string): string => (number === '' ? name : `${number} ${name}`);

export function list(db: Reader, request: ListRequest): ListPage<CustomerRow> {
  const { total, ids } = bestWindow(db, LISTING, SHOWN, request);
  return { total, rows: customerRows(db, ids) };
}

/** Customers to choose from: the best first; without a text those of the last work orders, then the others by name. */
export function find(db: Reader, text: string, limit: number): CustomersToChoose {
  const ids = bestIds(db, LISTING, SHOWN, text, limit);
  const recent = text.trim() === '' ? recentIds(db).slice(0, limit) : [];
  return {
    recent: customerRows(db, recent),
    others: customerRows(db, ids.filter((id) => !recent.includes(id)).slice(0, limit - recent.length)),
  };
}

/** In how many of the last work orders is looked, and how many of their customers are told. */
const LAST_WORK_ORDERS = 100;
const RECENT_CUSTOMERS = 8;

const recentIds = (db: Reader): readonly number[] =>
  db.column<number>(sql`
    SELECT c.id FROM (SELECT id, customer_id FROM work_order ORDER BY id DESC LIMIT ${LAST_WORK_ORDERS}) AS w
    JOIN customer AS c ON c.id = w.customer_id AND c.active = 1
    GROUP BY c.id ORDER BY max(w.id) DESC LIMIT ${RECENT_CUSTOMERS}`);

/** In the order of the ids. */
const customerRows = (db: Reader, ids: readonly number[]): readonly CustomerRow[] =>
  db
    .all<Row>(
      sql`SELECT ${COLUMNS} FROM ${inOrderOf(ids)} JOIN customer AS c ON c.id = wanted.value ORDER BY wanted.key`,
    )
    .map(toRow);

/** Every row of the list, in the order in which it shows. */
export const ids = (db: Reader, { search, sort }: WholeList): readonly number[] =>
  bestWindow(db, LISTING, SHOWN, { search, sort, offset: 0, limit: Number.MAX_SAFE_INTEGER }).ids;

/** Those that are there still, in the order of the ids. */
export const inFull = (db: Reader, wanted: readonly number[]): readonly CustomerInFull[] =>
  db
    .all<FullRow>(
      sql`SELECT ${FULL_COLUMNS} FROM ${inOrderOf(wanted)} JOIN customer AS c ON c.id = wanted.value ORDER BY wanted.key`,
    )
    .map((row) => ({ ...toRow(row), ...furtherFacts(row) }));

/** Also one that is removed from the lists: a work order may still show it. */
export function customerRow(db: Reader, id: number): CustomerRow | null {
  const row = db.one<Row>(sql`SELECT ${COLUMNS} FROM customer AS c WHERE c.id = ${id}`);
  return row && toRow(row);
}

export function get(db: Reader, id: number): CustomerDetail | null {
  const row = db.one<FullRow & { open: number }>(sql`
    SELECT ${FULL_COLUMNS},
      (SELECT count(*) FROM work_order WHERE customer_id = c.id AND status <> 'archived') AS open
    FROM customer AS c WHERE c.id = ${id} AND c.removed_at_ms IS NULL`);
  return (
    row && {
      ...toRow(row),
      ...furtherFacts(row),
      workAddresses: selectableAddresses(db, id),
      openWorkOrders: row.open,
    }
  );
}

export function byNumber(db: Reader, number: string): CustomerRow | null {
  const row = db.one<Row>(sql`
    SELECT ${COLUMNS} FROM customer AS c
    WHERE c.removed_at_ms IS NULL AND c.number_key = ${naturalKey(number)} AND c.number = ${number}
    ORDER BY c.active DESC, c.link_id IS NULL, c.id LIMIT 1`);
  return row && toRow(row);
}

/** A customer by hand, with its address as the first work address. */
export function add(
  db: Writer,
  { name, address }: { readonly name: string; readonly address: Address },
): CustomerDetail {
  const keys = customerKeys({ number: '', name });
  const { id } = db.run(sql`
    INSERT INTO customer (
      number, name, address_name, street, postcode, city, country, phone, email, vat_number,
      chamber_of_commerce_number, extra, content_hash, active, name_key, number_key, search_text)
    VALUES (
      '', ${name}, ${address.name}, ${address.street}, ${address.postcode}, ${address.city}, ${address.country}, '', '',
      '', '', 'null', '', 1, ${keys.name}, ${keys.number}, '')`);
  addOwnAddress(db, id, address);
  const added = get(db, id);
  if (!added) throw new Error(`Customer ${id} is gone after it was added`);
  return added;
}

/** Problem `customer-not-found` when the customer was removed meanwhile. */
export function addWorkAddress(db: Writer, customerId: number, address: Address): Result<WorkAddressRow> {
  if (!get(db, customerId)) return fail(problem('invalid-input', 'customer-not-found'));
  return ok(addOwnAddress(db, customerId, address));
}
