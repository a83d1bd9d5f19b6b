import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fields of docs/import-format.md. */
export type ImportRecord = Readonly<Record<string, unknown>>;

/** A work order that can be archived at once. */
export const readyRecord = (description: string, more: ImportRecord = {}): ImportRecord => ({
  customerNumber: '10003',
  description,
  times: [{ kind: 'work', minutes: 120 }],
  articles: [{ code: 'CU-15', quantity: '2' }],
  ready: true,
  ...more,
});

/** Writes an import file with one record per line; returns its path. */
export function importFile(folder: string, records: readonly ImportRecord[]): string {
  const file = join(folder, 'werkbonnen.json');
  writeFileSync(file, `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`);
  return file;
}
