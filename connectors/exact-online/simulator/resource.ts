import type { DivisionBooks } from './division-books';
import { withField, withoutFields, type Field, type FieldList } from './field-list';
import type { Row, User, Value } from './model';
import { localMoment } from './server-clock';
import type { Scope, Site } from './site';

/** Who reads, in which company, through which address. */
export interface ReadContext {
  readonly books: DivisionBooks;
  readonly site: Site;
  readonly user: User;
  /** Origin that the client used, for addresses in answers. */
  readonly origin: string;
}

export type Derive = (row: Row, context: ReadContext) => Value;

/** A collection inside a row: shown as an address to fetch, or whole with $expand. */
export interface Collection {
  readonly resource: () => Resource;
  /** Field of the other resource that holds the id of the row. */
  readonly foreignKey: string;
}

/** `normal` pages of 60; `bulk` pages of 1000; `sync` pages of 1000 by row version; `single` one row, never paged. */
export type ResourceKind = 'normal' | 'bulk' | 'sync' | 'single';

/** One address of the API: where its rows come from and what each field holds. */
export interface Resource {
  /** Below `/api/v1/{division}/`; compared without regard to case. */
  readonly path: string;
  /** Name of the type in answers and messages. */
  readonly model: string;
  /** Null: open to every login. */
  readonly scope: Scope | null;
  readonly kind: ResourceKind;
  readonly key: Field;
  readonly fields: FieldList;
  readonly rows: (context: ReadContext) => readonly Row[];
  readonly derived: Readonly<Record<string, Derive>>;
  readonly collections: Readonly<Record<string, Collection>>;
  /** Fields of which one has to be in $filter, where the vendor asks for that; empty = never. */
  readonly mandatoryFilter: readonly string[];
  /** The only fields that $filter takes; null = every field. */
  readonly onlyFilters: readonly string[] | null;
}

export type ResourceWish = Pick<Resource, 'path' | 'model' | 'scope' | 'fields' | 'rows'> &
  Partial<Pick<Resource, 'derived' | 'collections' | 'mandatoryFilter' | 'kind'>> & { readonly key?: string };

export const PAGE_SIZES: Readonly<Record<ResourceKind, number>> = { normal: 60, bulk: 1000, sync: 1000, single: 1 };

export const NO_ID = '00000000-0000-0000-0000-000000000000';

const fullName: Derive = (_row, { site, books }) => officeUser(site, books)?.fullName ?? null;
const userId: Derive = (_row, { site, books }) => officeUser(site, books)?.id ?? null;

/** Fields that every resource fills in the same way. */
const COMMON: Readonly<Record<string, Derive>> = {
  Created: (row) => localMoment(row.createdAtMs),
  Creator: userId,
  CreatorFullName: fullName,
  Modified: (row) => localMoment(row.modifiedAtMs),
  Modifier: userId,
  ModifierFullName: fullName,
  Division: (_row, { books }) => books.code,
  Timestamp: (row) => row.timestamp,
};

/** Describes a resource; fields that are neither stored nor derived are null in these books. */
export function defineResource(wish: ResourceWish): Resource {
  const key = wish.fields.get(wish.key ?? 'ID');
  if (key === undefined) throw new Error(`${wish.path} has no key`);
  const keyField: Derive = (row) => (key.type === 'Guid' ? row.id : Number(row.id));
  return {
    kind: 'normal',
    collections: {},
    mandatoryFilter: [],
    onlyFilters: null,
    ...wish,
    key,
    derived: { ...COMMON, [key.name]: keyField, ...wish.derived },
  };
}

/** The same resource at its sync address: its fields, the row version, and a filter on that version only. */
export function syncTwin(resource: Resource, path: string, omitted: readonly string[] = []): Resource {
  return {
    ...resource,
    path,
    kind: 'sync',
    fields: withField(withoutFields(resource.fields, omitted), TIMESTAMP),
    collections: {},
    mandatoryFilter: ['Timestamp'],
    onlyFilters: ['Timestamp'],
  };
}

const TIMESTAMP: Field = { name: 'Timestamp', type: 'Int64', use: 'G' };

/** The same resource at its bulk address. */
export const bulkTwin = (resource: Resource, path: string): Resource => ({ ...resource, path, kind: 'bulk' });

/** What a field of a row holds. */
export function readValue(resource: Resource, row: Row, name: string, context: ReadContext): Value {
  const derive = resource.derived[name];
  return derive === undefined ? (row.values[name] ?? null) : derive(row, context);
}

/** Reads a field of the row that another field points to; null when there is none. */
export const through =
  (
    field: string,
    find: (books: DivisionBooks, id: string) => Row | null,
    read: (row: Row, context: ReadContext) => Value,
  ): Derive =>
  (row, context) => {
    const id = row.values[field];
    const other = typeof id === 'string' ? find(context.books, id) : null;
    return other === null ? null : read(other, context);
  };

const officeUser = (site: Site, books: DivisionBooks): User | undefined =>
  site.users.find((user) => user.divisions.includes(books.code));
