import type { ConnectorContext } from '../_kit/connector';
import type { Result } from '../_kit/result';
import { allRows, type ListQuery } from './api';

/** Two filters that find the same rows of a list; the caller drops what the second one finds besides. */
export interface Search extends Pick<ListQuery, 'path' | 'select'> {
  /** Finds few rows, but on a field of which it is not documented that it can be filtered on. */
  readonly narrow: string;
  readonly wide: string;
}

/** Lists whose narrow filter was refused, for as long as a connection lives. */
const refusedLists = new WeakMap<ConnectorContext['endpoints'], Set<string>>();

/**
 * All rows of a search. A refused filter is asked once for each connection: it counts as an error, and more than ten in
 * an hour bar the address (vendor's page "API limits"). Complete or a problem.
 */
export async function searchRows(ctx: ConnectorContext, search: Search): Promise<Result<readonly unknown[]>> {
  const { path, select, narrow, wide } = search;
  const refused = refusedLists.get(ctx.endpoints) ?? new Set<string>();
  if (!refused.has(path)) {
    const rows = await allRows(ctx, { path, select, filter: narrow });
    if (rows.ok || rows.problem.kind !== 'rejected') return rows;
    refusedLists.set(ctx.endpoints, refused.add(path));
  }
  return allRows(ctx, { path, select, filter: wide });
}
