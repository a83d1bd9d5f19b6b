import { createHash } from 'node:crypto';
import type { Result } from '../../../connectors/_kit/result';
import { fail, ok } from '../../../connectors/_kit/result';
import {
  countOf,
  IMPORT_FIELDS,
  type ImportField,
  type ImportProgress,
  type ImportResult,
  type ImportRow,
} from '../../../preload/contract/imports';
import type { Language, WorkOrderDetail } from '../../../preload/contract/views';
import type { RemoteStore } from '../../db/store';
import { knownText } from '../../log/catalogue';
import type { Time } from '../../ports';
import type { CompanyLog } from '../company-log';
import type { CompanyEvents } from '../events';
import type { KnownColumns } from './columns';
import { createPlanner, type PlannedRecord } from './plan';
import type { ImportReader, ReadImport } from './read-file';

export interface ImportFile {
  /** Without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that was read, and what it is remembered by. */
export interface ImportSource extends ReadImport {
  readonly fileName: string;
  readonly fileKey: string;
}

export interface ImportOptions {
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops before the next record; what was done stays. */
  readonly signal?: AbortSignal;
}

/** Takes in files with work orders and hours (docs/import-format.md); the screen, the command line and the folder all use it. */
export interface Importer {
  /**
   * Reads a file. `chosen`: what the office just said that columns hold, which goes before what it said in other files.
   * Problems: those of `readImport`.
   */
  readonly read: (
    file: ImportFile,
    options?: { readonly sheet?: string | null; readonly chosen?: KnownColumns },
  ) => Promise<Result<ImportSource>>;
  /** What `run` would do now, record by record. Nothing is kept. */
  readonly check: (source: ImportSource, options?: ImportOptions) => Promise<ImportResult>;
  /**
   * Takes in what can be taken in: each record wholly or not at all, and none a second time. `shown`: what the office
   * agreed with; what turns out otherwise says so.
   */
  readonly run: (
    source: ImportSource,
    options?: ImportOptions & { readonly shown?: readonly ImportRow[] },
  ) => Promise<ImportResult>;
}

export interface ImporterParts {
  readonly store: RemoteStore;
  readonly time: Time;
  readonly events: CompanyEvents;
  readonly log: CompanyLog;
  readonly reader: ImportReader;
  readonly language: () => Language;
}

export function createImporter({ store, time, events, log, reader, language }: ImporterParts): Importer {
  const inOrder = async (
    { records, fileKey, fileName }: ImportSource,
    { onProgress, signal }: ImportOptions,
    settle: (planned: PlannedRecord) => Promise<ImportRow>,
  ): Promise<ImportResult> => {
    const plan = await createPlanner({ store, time }, { fileKey, fileName });
    const rows: ImportRow[] = [];
    for (const checked of records) {
      if (signal?.aborted === true) break;
      rows.push(await settle(await plan(checked)));
      onProgress?.({ done: rows.length, total: records.length });
    }
    return { rows, notTried: records.length - rows.length };
  };

  return {
    read: async ({ name, bytes }, { sheet = null, chosen = {} } = {}) => {
      const known = { ...(await store.imports.columns()), ...chosen };
      const read = await reader({ bytes, sheet, known, labels: columnLabels(language()) });
      if (!read.ok) return read;
      const hash = createHash('sha256').update(bytes).digest('hex');
      return ok({
        ...read.value,
        fileName: name,
        fileKey: read.value.sheet === null ? hash : `${hash} ${read.value.sheet}`,
      });
    },

    check: (source, options = {}) =>
      inOrder(source, options, async ({ row, take, agreed }) => {
        if (take === null) return row;
        return settled(row, agreed, await store.imports.rehearse(take, time.nowMs()), false);
      }),

    run: async (source, { shown, ...options } = {}) => {
      const before = new Map(shown?.map((row) => [row.line, row.outcome]));
      const counts = { taken: 0, refused: 0 };
      try {
        return await inOrder(source, options, async ({ row, take, agreed }) => {
          const done = take === null ? row : settled(row, agreed, await store.imports.take(take, time.nowMs()), true);
          if (done.outcome === 'new' || done.outcome === 'added') counts.taken += 1;
          if (done.problem !== null) {
            counts.refused += 1;
            await log.notImported(done.line, done.label, done.problem);
          }
          const expected = before.get(row.line);
          return expected === undefined || expected === done.outcome ? done : { ...done, differs: true };
        });
      } finally {
        await log.imported(counts.taken, counts.refused);
        events.changed('workOrders', 'customers', 'employees', 'log');
      }
    },
  };
}

/** The row after the store answered. */
function settled(row: ImportRow, agreed: () => void, answer: Result<WorkOrderDetail>, kept: boolean): ImportRow {
  if (!answer.ok) return { ...row, outcome: 'refused', problem: answer.problem };
  agreed();
  return kept ? { ...row, workOrder: answer.value.number } : row;
}

/** What the app calls each column, in the example file and where a file does not have it. */
export const columnLabels = (language: Language): Readonly<Record<ImportField, string>> =>
  Object.fromEntries(IMPORT_FIELDS.map((field) => [field, knownText(`import.column.${field}`)[language]])) as Record<
    ImportField,
    string
  >;

/** Reads and takes in a file of which nobody sees a check before. Problems: those of `read`, and of its columns. */
export async function takeIn(
  importer: Importer,
  file: ImportFile,
  how: 'check' | 'run' = 'run',
): Promise<Result<ImportResult>> {
  const source = await importer.read(file);
  if (!source.ok) return source;
  if (source.value.problem !== null) return fail(source.value.problem);
  return ok(await importer[how](source.value));
}

export const isWhole = (result: ImportResult): boolean => countOf(result, 'refused') === 0;
