import { z } from 'zod';
import type { Mark } from '../_kit/model';
import type { Feed, FeedResource } from './feed';
import { NEVER, progressSchema } from './row-version';
import { NOT_BEGUN, sideStateSchema } from './side-list';
import { turnsSchema } from './turns';
import { vatMemorySchema } from './vat-codes';

/** What a mark of a table holds; a mark of another shape counts as none. */
const stateSchema = z.object({
  basis: z.string(),
  /** Row version up to which all rows were read. */
  upTo: z.string(),
  deleted: sideStateSchema,
  side: sideStateSchema,
  turns: turnsSchema,
  /** The read that is under way; null between reads. */
  read: z.object({ next: z.string(), isWhole: z.boolean(), progress: progressSchema }).nullable(),
  memory: vatMemorySchema.nullable(),
  newestChange: z.string().nullable(),
});
export type State = z.infer<typeof stateSchema>;

/** What a mark holds; null = nothing that this version can go on from. */
export function stateOf(mark: Mark | null): State | null {
  const stored = stateSchema.safeParse(mark?.state);
  return stored.success ? stored.data : null;
}

/** To read a table from its start. */
export const freshState = <R extends FeedResource>(feed: Feed<R>): State => ({
  basis: feed.basis,
  upTo: NEVER,
  deleted: NOT_BEGUN,
  side: NOT_BEGUN,
  turns: {},
  read: null,
  memory: feed.memory,
  newestChange: null,
});
