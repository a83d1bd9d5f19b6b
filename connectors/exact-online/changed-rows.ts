import { textUnder } from '../_kit/records';
import { NEVER } from './row-version';
import { versionSchema } from './schemas';

/** The row versions of rows, as far as they can be read, in their order. */
export const versionsOf = (rows: readonly unknown[]): readonly string[] =>
  rows.flatMap((row) => {
    const version = versionSchema.safeParse(row);
    return version.success ? [version.data.Timestamp] : [];
  });

/** A list of changes may hold a row twice: the newest version counts (the vendor's sync demo compares them too). */
export function newestOfEach(rows: readonly unknown[]): readonly unknown[] {
  const newest = new Map<unknown, unknown>();
  for (const row of rows) {
    const id = textUnder(row, 'ID').toLowerCase();
    const key = id === '' ? row : id;
    const before = newest.get(key);
    if (before === undefined || versionOf(row) >= versionOf(before)) newest.set(key, row);
  }
  return [...newest.values()];
}

const versionOf = (row: unknown): bigint => BigInt(versionsOf([row])[0] ?? NEVER);
