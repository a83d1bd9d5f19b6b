import type { Row } from './model';
import { readValue, type ReadContext, type Resource } from './resource';
import { toJson } from './wire';

/** Last change to an object on its way out, for tests of records that cannot be read. */
export type Finish = (id: string, json: Record<string, unknown>) => Record<string, unknown>;

export interface RowView {
  readonly context: ReadContext;
  /** Null: all fields. */
  readonly select: ReadonlySet<string> | null;
  readonly expand: readonly string[];
  readonly finish: Finish;
}

/** The address of a row. */
export function rowAddress(resource: Resource, row: Row, { origin, books }: ReadContext): string {
  const base = resource.kind === 'single' ? 'current/Me' : `${books.code}/${resource.path}`;
  const key = resource.key.type === 'Guid' ? `guid'${row.id}'` : row.id;
  return `${origin}/api/v1/${resource.kind === 'single' ? base : `${base}(${key})`}`;
}

/** A row as the verbose JSON of OData v2. */
export function rowJson(resource: Resource, row: Row, view: RowView): Record<string, unknown> {
  const { context, select } = view;
  const json: Record<string, unknown> = {
    __metadata: { uri: rowAddress(resource, row, context), type: resource.model },
  };
  for (const [name, field] of resource.fields) {
    if (select !== null && !select.has(name)) continue;
    json[name] = toJson(field.type, readValue(resource, row, name, context));
  }
  for (const [name, collection] of Object.entries(resource.collections)) {
    const inner = select === null ? null : innerNames(select, name);
    if (view.expand.includes(name)) {
      const child = collection.resource();
      const rows = child.rows(context).filter((one) => one.values[collection.foreignKey] === row.id);
      json[name] = {
        results: rows.map((one) =>
          rowJson(child, one, { ...view, expand: [], select: inner === null || inner.size === 0 ? null : inner }),
        ),
      };
    } else if (select === null || select.has(name)) {
      json[name] = { __deferred: { uri: `${rowAddress(resource, row, context)}/${name}` } };
    }
  }
  return view.finish(row.id, json);
}

/** The fields that $select names inside a collection: `SalesInvoiceLines/Item`. */
const innerNames = (select: ReadonlySet<string>, collection: string): ReadonlySet<string> =>
  new Set(
    [...select].flatMap((name) => (name.startsWith(`${collection}/`) ? [name.slice(collection.length + 1)] : [])),
  );
