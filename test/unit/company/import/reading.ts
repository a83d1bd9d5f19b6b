import { readImport, type ReadImport } from '../../../../main/company/import/read-file';
import type { KnownColumns } from '../../../../main/company/import/columns';
import { columnLabels } from '../../../../main/company/import/importer';

/** Reads a file as the app does, with nothing remembered. */
export const read = (bytes: string | Uint8Array, known: KnownColumns = {}, sheet: string | null = null) =>
  readImport({
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    sheet,
    known,
    labels: columnLabels('nl'),
  });

/** What was read; throws the code of the problem when the file as a whole was refused. */
export async function opened(
  bytes: string | Uint8Array,
  known: KnownColumns = {},
  sheet: string | null = null,
): Promise<ReadImport> {
  const outcome = await read(bytes, known, sheet);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

/** The records of a file, or for each wrong one its line, problem and column. */
export async function records(bytes: string | Uint8Array, known: KnownColumns = {}) {
  const { records: all, problem } = await opened(bytes, known);
  if (problem !== null) throw new Error(problem.code);
  return all.map(({ record, refused }) =>
    refused === null ? record : [refused.line, refused.problem.code, refused.problem.params.field],
  );
}
