import type { ConnectorContext } from '../_kit/connector';
import { newer } from '../_kit/high-water';
import { readRecords, textUnder, type RowName } from '../_kit/records';
import { ok } from '../_kit/result';
import { factsOf } from './facts';
import { changedAfter, getRows, LISTS } from './finance-api';
import type { ListReader } from './list-read';
import { toArticle } from './map-article';
import { toCustomer } from './map-customer';
import type { PagedList } from './paging';
import { articleSchema, customerSchema } from './schemas';

/** Rows at a time; the vendor cuts what is too big and says so. Half of what clients use, so that an answer takes seconds. */
const PAGE_SIZE = 500;

const namedBy =
  (id: string, number: string, name: string) =>
  (row: unknown): RowName => ({
    externalId: textUnder(row, id),
    label: [textUnder(row, number), textUnder(row, name)].filter((part) => part !== '').join(' '),
  });

const newestOf = (rows: readonly { readonly lastModifiedDateTime: string | null }[]): string | null =>
  rows.reduce<string | null>((newest, row) => newer(newest, row.lastModifiedDateTime), null);

export function customerReader(ctx: ConnectorContext): ListReader<'customers'> {
  const list = (from: string | null): PagedList => ({
    name: LISTS.customers.path,
    size: PAGE_SIZE,
    part: (index, size) => getRows(ctx, LISTS.customers, changedAfter(from), index, size),
    idOf: (row) => textUnder(row, 'internalId'),
  });
  return {
    list,
    basis: '',
    read: (rows, done) => {
      const { read, parked } = readRecords(rows, customerSchema, namedBy('internalId', 'number', 'name'));
      return Promise.resolve(ok({ pulled: read.map(toCustomer), parked, newest: newestOf(read), done }));
    },
  };
}

/** Articles. Another VAT rate changes articles without touching their own date. */
export function articleReader(ctx: ConnectorContext): ListReader<'articles'> {
  const facts = factsOf(ctx.administration);
  const list = (from: string | null): PagedList => ({
    name: LISTS.articles.path,
    size: PAGE_SIZE,
    part: (index, size) => getRows(ctx, LISTS.articles, changedAfter(from), index, size),
    idOf: (row) => textUnder(row, 'inventoryId'),
  });
  return {
    list,
    basis: Object.entries(facts.vatRates)
      .map(([category, rate]) => `${category}=${rate}`)
      .sort()
      .join(' '),
    read: (rows, done) => {
      const { read, parked } = readRecords(
        rows,
        articleSchema,
        namedBy('inventoryId', 'inventoryNumber', 'description'),
      );
      const pulled = read.map((article) => toArticle(article, facts));
      return Promise.resolve(ok({ pulled, parked, newest: newestOf(read), done }));
    },
  };
}
