import type { PulledCustomer } from '../../../connectors/_kit/model';
import type { Writer } from '../connection';
import { writeJson } from '../json';
import { customerSearchText, refreshCustomerSearch } from '../repos/customer-search';
import { customerKeys, customerLabel } from '../repos/customers';
import { retireCustomer } from '../repos/retire';
import { putPackageAddresses } from '../repos/work-addresses';
import { sql } from '../sql';
import { contentHash, type Intake, type IntakeContext } from './intake';

/** Customers by the id of the package; what was made by hand has none and is never replaced. */
export const customerIntake: Intake<'customers'> = {
  table: 'customer',
  label: (record) => customerLabel(record.number, record.name),
  put: (db, context, record) => {
    const hash = contentHash(record);
    const stored = db.one<{ id: number; content_hash: string; active: number }>(
      sql`SELECT id, content_hash, active FROM customer
          WHERE link_id = ${context.linkId} AND external_id = ${record.externalId}`,
    );
    if (stored?.content_hash === hash && stored.active === 1) {
      context.tally.counts.unchanged += 1;
      return null;
    }
    const id = stored ? update(db, stored.id, record, hash) : insert(db, context, record, hash);
    for (const { id: addressId, text } of putPackageAddresses(db, id, record.workAddresses, stored === null)) {
      context.tally.keptInUse('workAddress', addressId, `${customerLabel(record.number, record.name)}, ${text}`);
    }
    if (stored) refreshCustomerSearch(db, id);
    context.tally.counts.written += 1;
    return null;
  },
  gone: (db, { linkId, atMs, tally }, externalId) => {
    const stored = db.one<{ id: number; number: string; name: string; active: number }>(
      sql`SELECT id, number, name, active FROM customer
          WHERE link_id = ${linkId} AND external_id = ${externalId} AND removed_at_ms IS NULL`,
    );
    if (!stored) {
      tally.counts.unchanged += 1;
    } else if (retireCustomer(db, stored.id, atMs) === 'removed') {
      tally.counts.removed += 1;
    } else if (stored.active === 0) {
      tally.counts.unchanged += 1;
    } else {
      tally.counts.written += 1;
      tally.keptInUse('customer', stored.id, customerLabel(stored.number, stored.name));
    }
  },
};

function insert(db: Writer, { linkId, searchTexts }: IntakeContext, record: PulledCustomer, hash: string): number {
  const { address } = record;
  const keys = customerKeys(record);
  const searched = customerSearchText(record, address, record.workAddresses);
  searchTexts.customer.push(searched);
  return db.run(sql`
    INSERT INTO customer (
      link_id, external_id, number, name, address_name, street, postcode, city, country, phone, email, vat_number,
      chamber_of_commerce_number, extra, content_hash, active, name_key, number_key, search_text)
    VALUES (
      ${linkId}, ${record.externalId}, ${record.number}, ${record.name}, ${address.name}, ${address.street},
      ${address.postcode}, ${address.city}, ${address.country}, ${record.phone}, ${record.email}, ${record.vatNumber},
      ${record.chamberOfCommerceNumber}, ${writeJson(record.extra)}, ${hash}, 1, ${keys.name}, ${keys.number},
      ${searched})`).id;
}

function update(db: Writer, id: number, record: PulledCustomer, hash: string): number {
  const { address } = record;
  const keys = customerKeys(record);
  db.run(sql`
    UPDATE customer SET
      number = ${record.number}, name = ${record.name}, address_name = ${address.name}, street = ${address.street},
      postcode = ${address.postcode}, city = ${address.city}, country = ${address.country}, phone = ${record.phone},
      email = ${record.email}, vat_number = ${record.vatNumber},
      chamber_of_commerce_number = ${record.chamberOfCommerceNumber}, extra = ${writeJson(record.extra)},
      content_hash = ${hash}, active = 1, removed_at_ms = NULL, name_key = ${keys.name}, number_key = ${keys.number}
    WHERE id = ${id}`);
  return id;
}
