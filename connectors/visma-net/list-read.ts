/** Reading one list from where it was left, by a mark that can be stored after every part. */
import { z } from 'zod';
import type { ConnectorContext, ParkedRecord } from '../_kit/connector';
import { afterRead, highWaterSchema, newer, readFrom } from '../_kit/high-water';
import type { Pulled, Resource } from '../_kit/model';
import { ok, type Result } from '../_kit/result';
import { pagesOf, type PagedList } from './paging';

export const listStateSchema = z.object({
  highWater: highWaterSchema.nullable(),
  /** The read that is under way; null between reads. */
  read: z
    .object({
      /** What it asks to be newer than; null = everything. */
      from: z.string().nullable(),
      next: z.object({ index: z.number().int().min(0), size: z.number().int().positive(), lastId: z.string() }),
      newest: z.string().nullable(),
      startedAtMs: z.number(),
    })
    .nullable(),
  basis: z.string(),
  /** Rows that are done with, by id, with the moment of their change: while a read looks back it meets them again. */
  done: z.record(z.string(), z.string()),
});
export type ListState = z.infer<typeof listStateSchema>;

export interface PageContent<R extends Resource> {
  readonly pulled: readonly Pulled<R>[];
  readonly parked: readonly ParkedRecord[];
  /** Newest moment of change among the rows. */
  readonly newest: string | null;
  readonly done: ListState['done'];
}

/** How the rows of one list become records. */
export interface ListReader<R extends Resource> {
  /** The rows that changed after a moment of the package's clock; null = all. */
  readonly list: (from: string | null) => PagedList;
  /** By what rows are judged besides themselves. When it differs from last time, all rows are read again. */
  readonly basis: string;
  readonly read: (rows: readonly unknown[], done: ListState['done']) => Promise<Result<PageContent<R>>>;
}

export interface ListStep<R extends Resource> {
  readonly content: PageContent<R>;
  readonly state: ListState;
  readonly total: number | null;
}

const nothingRead = (basis: string): ListState => ({ highWater: null, read: null, basis, done: {} });

/** Reads a list from its state (null = the start) to its end; a read that was broken off goes on where it was. */
export async function* readOn<R extends Resource>(
  { clock }: Pick<ConnectorContext, 'clock'>,
  reader: ListReader<R>,
  stored: ListState | null,
): AsyncGenerator<Result<ListStep<R>>, void, undefined> {
  const { basis } = reader;
  const state = stored?.basis === basis ? stored : nothingRead(basis);
  const { highWater: before, read } = state;
  const { from, startedAtMs } = read ?? { from: readFrom(before), startedAtMs: clock.nowMs() };
  let newest = read?.newest ?? null;
  let { done } = state;
  for await (const page of pagesOf(reader.list(from), read?.next ?? null)) {
    if (!page.ok) return yield page;
    const { rows, next, total } = page.value;
    const content = await reader.read(rows, done);
    if (!content.ok) return yield content;
    ({ done } = content.value);
    newest = newer(newest, content.value.newest);
    yield ok({
      content: content.value,
      total,
      state:
        next === null
          ? ended(afterRead(before, newest, startedAtMs, clock.nowMs()), basis, done)
          : { highWater: before, read: { from, next, newest, startedAtMs }, basis, done },
    });
  }
}

/** Of the rows that are done with, only those count that the next read meets again. */
function ended(highWater: ListState['highWater'], basis: string, done: ListState['done']): ListState {
  const from = readFrom(highWater) ?? '';
  const met = Object.entries(done).filter(([, moment]) => moment >= from);
  return { highWater, read: null, basis, done: Object.fromEntries(met) };
}
