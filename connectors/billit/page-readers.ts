import type { ConnectorContext, ParkedRecord } from '../_kit/connector';
import { newer } from '../_kit/high-water';
import type { Pulled, Resource } from '../_kit/model';
import { readRecords, textUnder, type RowName } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { getObject, LISTS, type List } from './api';
import { toArticle, toCustomer } from './map';
import { isApproved, toOrder } from './offers';
import { referenceMissing } from './problems';
import { changedSchema, listedOrderSchema, objectSchema, orderSchema, partySchema, productSchema } from './schemas';
import { readSettings } from './settings';

export interface PageContent<R extends Resource> {
  readonly pulled: readonly Pulled<R>[];
  readonly parked: readonly ParkedRecord[];
}

/** How the rows of one list become records. */
export interface PageReader<R extends Resource> {
  readonly list: List;
  /** Which rows of the list; undefined = all. */
  readonly filter: string | undefined;
  readonly read: (rows: readonly unknown[]) => Promise<Result<PageContent<R>>>;
}

/** Customers of docs.billit.be, page "OData for Filtering". */
export const CUSTOMERS_ONLY = "PartyType eq 'Customer'";
const wholeParty = objectSchema(LISTS.parties.idField);
const wholeOrder = objectSchema(LISTS.orders.idField);
const OFFERS_ONLY = "OrderType eq 'Offer' and OrderDirection eq 'Income'";

const named =
  ({ idField }: List, number: string, name: string) =>
  (row: unknown): RowName => ({
    externalId: textUnder(row, idField),
    label: [textUnder(row, number), textUnder(row, name)].filter((part) => part !== '').join(' '),
  });

/** Newest moment of change among rows, as the package wrote it. */
export const newestOf = (rows: readonly unknown[]): string | null =>
  rows.reduce<string | null>((newest, row) => {
    const changed = changedSchema.safeParse(row);
    return newer(newest, changed.success ? changed.data.LastModified : null);
  }, null);

/** Customers. Whether a list shows their addresses is not documented; what it lacks is read one by one. */
export function customerReader(ctx: ConnectorContext): PageReader<'customers'> {
  const nameOf = named(LISTS.parties, 'Nr', 'Name');
  return {
    list: LISTS.parties,
    filter: CUSTOMERS_ONLY,
    read: async (rows) => {
      const whole: unknown[] = [];
      for (const row of rows) {
        const id = textUnder(row, LISTS.parties.idField);
        const party = id === '' || tellsAddress(row) ? ok(row) : await getObject(ctx, LISTS.parties, id, wholeParty);
        // One that was deleted since the list was read is taken over as far as it is known; the clean-up removes it.
        if (!party.ok && party.problem.kind !== 'rejected') return party;
        whole.push(party.ok ? party.value : row);
      }
      const { read, parked } = readRecords(whole, partySchema, nameOf);
      return ok({ pulled: read.map(toCustomer), parked });
    },
  };
}

const ADDRESS_FIELDS: ReadonlySet<string> = new Set(['Addresses', 'Street', 'Zipcode', 'City', 'CountryCode']);

/** What a row does not show is left out or null, but a complete one has at least its list of addresses. */
const tellsAddress = (row: unknown): boolean =>
  typeof row === 'object' &&
  row !== null &&
  Object.entries(row).some(([field, value]) => ADDRESS_FIELDS.has(field) && value !== null);

/** Articles. A product without reference is reported, and goes when it was an article before. */
export function articleReader(): PageReader<'articles'> {
  return {
    list: LISTS.products,
    filter: undefined,
    read: (rows) => {
      const { read, parked } = readRecords(rows, productSchema, named(LISTS.products, 'Reference', 'Description'));
      const nameless = read
        .filter((product) => product.Reference === '')
        .map(({ ProductID, Description }) => ({
          externalId: ProductID,
          label: Description,
          problem: referenceMissing(Description),
        }));
      return Promise.resolve(ok({ pulled: read.map(toArticle), parked: [...parked, ...nameless] }));
    },
  };
}

/** Approved offers that are to become work orders; the others leave no trace. Rows are summaries, so each is read whole. */
export function orderReader(ctx: ConnectorContext): PageReader<'orders'> {
  const settings = readSettings(ctx.settings);
  const nameOf = named(LISTS.orders, 'OrderNumber', 'OrderTitle');
  return {
    list: LISTS.orders,
    filter: OFFERS_ONLY,
    read: async (rows) => {
      const listed = readRecords(rows, listedOrderSchema, nameOf);
      const whole: unknown[] = [];
      for (const { OrderID } of listed.read.filter(isApproved)) {
        const offer = await getObject(ctx, LISTS.orders, OrderID, wholeOrder);
        if (offer.ok) whole.push(offer.value);
        // One that was deleted since the list was read needs no work order.
        else if (offer.problem.kind !== 'rejected') return offer;
      }
      const { read, parked } = readRecords(whole, orderSchema, nameOf);
      const pulled = read.flatMap((offer): Pulled<'orders'>[] => {
        const record = toOrder(offer, settings);
        return record === null ? [] : [{ kind: 'present', record }];
      });
      return ok({ pulled, parked: [...listed.parked, ...parked] });
    },
  };
}
