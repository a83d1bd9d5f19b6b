/**
 * Row versions (`Timestamp`, Int64) of the sync addresses: they grow with every change of a row.
 *
 * A read asks for what is newer than the newest version seen. The reference names Timestamp as key of these lists, so rows
 * come in that order, and a row that changes while the list is read comes again at its end. Should a list of several pages
 * come in another order, that row could be missed behind a newer one; then only the newest version of the first page
 * counts, because whatever changed after that page was given is newer.
 */
import { z } from 'zod';

export const progressSchema = z.object({
  newest: z.string(),
  /** Newest version of the first page. */
  newestAtStart: z.string(),
  inOrder: z.boolean(),
});
/** What was seen of the versions during one read. */
export type Progress = z.infer<typeof progressSchema>;

export const NEVER = '0';

export const newer = (one: string, other: string): string => (BigInt(other) > BigInt(one) ? other : one);

/** Progress after one more page; `before` null = it was the first one. `versions`: in the order of the rows. */
export function afterPage(from: string, before: Progress | null, versions: readonly string[]): Progress {
  const newest = versions.reduce(newer, before?.newest ?? from);
  let inOrder = before?.inOrder ?? true;
  let last = before?.newest ?? from;
  for (const version of versions) {
    if (BigInt(version) < BigInt(last)) inOrder = false;
    last = version;
  }
  return { newest, newestAtStart: before?.newestAtStart ?? newest, inOrder };
}

/** From which version the next read goes on. */
export const readUpTo = ({ newest, newestAtStart, inOrder }: Progress): string => (inOrder ? newest : newestAtStart);
