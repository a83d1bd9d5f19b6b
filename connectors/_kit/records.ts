import type { z } from 'zod';
import type { ParkedRecord } from './connector';
import { isSameMarker } from './marker';
import { problem, type Problem } from './problem';
import { fail, ok, type Result } from './result';

/** What a row that could not be read is called in the log, as far as it can be told. */
export interface RowName {
  readonly externalId: string;
  readonly label: string;
}

/**
 * Reads the rows of a page one by one. A row of another shape is parked with its name and the fields at fault, and never
 * stops the others.
 */
export function readRecords<T>(
  rows: readonly unknown[],
  schema: z.ZodType<T>,
  nameOf: (row: unknown) => RowName,
): { readonly read: readonly T[]; readonly parked: readonly ParkedRecord[] } {
  const read: T[] = [];
  const parked: ParkedRecord[] = [];
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) {
      read.push(parsed.data);
    } else {
      const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ');
      parked.push({ ...nameOf(row), problem: problem('bad-response', 'record-unreadable', { fields }) });
    }
  }
  return { read, parked };
}

/** The name of a row: its id and what people know it by, each under its own key. */
export const namedBy =
  (idKey: string, labelKey: string) =>
  (row: unknown): RowName => ({ externalId: textUnder(row, idKey), label: textUnder(row, labelKey) });

/** As `readRecords`, for rows of which none may lack: one that cannot be read is a `bad-response`. */
export function readEvery<T>(
  rows: readonly unknown[],
  schema: z.ZodType<T>,
  nameOf: (row: unknown) => RowName,
): Result<readonly T[]> {
  return readAll(rows, schema, nameOf, (unread) => unread.problem);
}

/** Rows of documents of ours. One that cannot be read is there all the same, which is `blocked`: the office has to judge. */
export function readOurs<T>(
  rows: readonly unknown[],
  schema: z.ZodType<T>,
  nameOf: (row: unknown) => RowName,
): Result<readonly T[]> {
  return readAll(rows, schema, nameOf, ({ label, externalId, problem: found }) =>
    problem('blocked', 'found-unreadable', { ...found.params, document: label === '' ? externalId : label }),
  );
}

function readAll<T>(
  rows: readonly unknown[],
  schema: z.ZodType<T>,
  nameOf: (row: unknown) => RowName,
  refusal: (unread: ParkedRecord) => Problem,
): Result<readonly T[]> {
  const { read, parked } = readRecords(rows, schema, nameOf);
  const [unread] = parked;
  return unread === undefined ? ok(read) : fail(refusal(unread));
}

/** The rows that bear exactly this marker in one of their fields. */
export const rowsWithMarker = (rows: readonly unknown[], key: string, marker: string): readonly unknown[] =>
  rows.filter((row) => isSameMarker(textUnder(row, key), marker));

/** Text or number under `key` of a row of unknown shape, as text; empty when there is none. */
export function textUnder(row: unknown, key: string): string {
  if (typeof row !== 'object' || row === null) return '';
  const value = (row as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
