import type { z } from 'zod';
import type { ParkedRecord } from './connector';
import { problem } from './problem';

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

/** Text or number under `key` of a row of unknown shape, as text; empty when there is none. */
export function textUnder(row: unknown, key: string): string {
  if (typeof row !== 'object' || row === null) return '';
  const value = (row as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
