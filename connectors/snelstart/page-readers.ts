import { amsterdamDay } from '../_kit/amsterdam-day';
import type { ConnectorContext, ParkedRecord } from '../_kit/connector';
import type { Pulled, Resource } from '../_kit/model';
import { readRecords, textUnder, type RowName } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { getWholeList, PAGED, type PagedList } from './api';
import { factsOf, vatRateOn } from './facts';
import { newer } from '../_kit/high-water';
import { isSelected, toArticle, toCustomer, toOrder } from './map';
import { articleSchema, countrySchema, orderSchema, relationSchema } from './schemas';
import { readSettings } from './settings';

/** What a reader wants to remember from page to page and from run to run; stored with the mark. */
export type Memory = Readonly<Record<string, string>>;

export interface PageContent<R extends Resource> {
  readonly pulled: readonly Pulled<R>[];
  readonly parked: readonly ParkedRecord[];
  /** Newest moment of change among the rows. */
  readonly newest: string | null;
  readonly memory: Memory;
}

/** How the rows of one list become records. */
export interface PageReader<R extends Resource> {
  readonly list: PagedList;
  /** By what rows are judged besides themselves. When it differs from last time, all rows are read again. */
  readonly basis: string;
  readonly read: (rows: readonly unknown[], memory: Memory) => Promise<Result<PageContent<R>>>;
}

const named =
  (number: string, name: string) =>
  (row: unknown): RowName => ({
    externalId: textUnder(row, 'id'),
    label: [textUnder(row, number), textUnder(row, name)].filter((part) => part !== '').join(' '),
  });

const newestOf = (rows: readonly { readonly modifiedOn: string | null }[]): string | null =>
  rows.reduce<string | null>((newest, row) => newer(newest, row.modifiedOn), null);

/** Relations. Remembers the ISO codes of the countries it met, so that the list of countries is asked once. */
export function customerReader(ctx: ConnectorContext): PageReader<'customers'> {
  return {
    list: PAGED.relaties,
    basis: '',
    read: async (rows, memory) => {
      const { read, parked } = readRecords(rows, relationSchema, named('relatiecode', 'naam'));
      const countryIds = read.flatMap(({ vestigingsAdres: { land } }) => (land === null ? [] : [land]));
      const countries = await countriesKnown(ctx, countryIds, memory);
      if (!countries.ok) return countries;
      const pulled = read.map((relation) => toCustomer(relation, (id) => countries.value[id] ?? ''));
      return ok({ pulled, parked, newest: newestOf(read), memory: countries.value });
    },
  };
}

/** ISO codes by country id, with at least `needed`; a country the package does not list has an empty code. */
async function countriesKnown(
  ctx: ConnectorContext,
  needed: readonly string[],
  known: Memory,
): Promise<Result<Memory>> {
  const missing = [...new Set(needed)].filter((id) => !(id in known));
  if (missing.length === 0) return ok(known);
  const rows = await getWholeList(ctx, '/landen');
  if (!rows.ok) return rows;
  const { read } = readRecords(rows.value, countrySchema, named('landcode', 'naam'));
  const codes = new Map(read.map((country) => [country.id, country.landcodeISO]));
  return ok({ ...known, ...Object.fromEntries(missing.map((id) => [id, codes.get(id) ?? ''])) });
}

/** Articles. Another VAT rate or selection of a group changes articles without touching their own date. */
export function articleReader(ctx: ConnectorContext): PageReader<'articles'> {
  const facts = factsOf(ctx.administration);
  const settings = readSettings(ctx.settings);
  const today = amsterdamDay(ctx.clock.nowMs());
  const verdicts = facts.articleGroups.map((group) => {
    const rate = vatRateOn(facts.vatRates, group.vatKind, today) ?? '?';
    return `${group.id}=${isSelected(group, settings) ? rate : '-'}`;
  });
  return {
    list: PAGED.artikelen,
    basis: [facts.pricesExclVat ? 'excl' : 'incl', ...verdicts.sort()].join(' '),
    read: (rows, memory) => {
      const { read, parked } = readRecords(rows, articleSchema, named('artikelcode', 'omschrijving'));
      const pulled = read.map((article) => toArticle(article, { facts, settings, today }));
      return Promise.resolve(ok({ pulled, parked, newest: newestOf(read), memory }));
    },
  };
}

/** Sales orders that are to become work orders; the others leave no trace. */
export function orderReader(ctx: ConnectorContext): PageReader<'orders'> {
  const settings = readSettings(ctx.settings);
  return {
    list: PAGED.verkooporders,
    basis: '',
    read: (rows, memory) => {
      const { read, parked } = readRecords(rows, orderSchema, named('nummer', 'omschrijving'));
      const pulled = read.flatMap((order): Pulled<'orders'>[] => {
        const record = toOrder(order, settings);
        return record === null ? [] : [{ kind: 'present', record }];
      });
      return Promise.resolve(ok({ pulled, parked, newest: newestOf(read), memory }));
    },
  };
}
