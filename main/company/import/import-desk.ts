import { problem, type Problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type {
  ColumnChoice,
  ImportOnDesk,
  ImportProgress,
  ImportResult,
  ImportRow,
  OpenedImport,
} from '../../../preload/contract/imports';
import type { RemoteStore } from '../../db/store';
import type { CompanyCalls } from '../company';
import type { CompanyEvents } from '../events';
import type { LongWorks } from '../long-work';
import type { OneAtATime } from '../one-at-a-time';
import { orStorageProblem } from '../storage-refusal';
import type { KnownColumns } from './columns';
import type { Importer, ImportSource } from './importer';

/** The file that the office has in front of it: read, checked, and then taken in. */
export interface ImportDesk {
  /** Reads a file; the one before is put away. Problems: those of `Importer.read`. */
  readonly open: (fileName: string, bytes: Uint8Array) => Promise<Result<OpenedImport>>;
  /** The rows of the last check or import, with the name of their file; null when there was none. */
  readonly lastResult: () => { readonly fileName: string; readonly result: ImportResult } | null;
  readonly calls: Pick<
    CompanyCalls,
    'imports:reread' | 'imports:on-desk' | 'imports:settled' | 'imports:check' | 'imports:run' | 'imports:stop'
  >;
}

interface OnTheDesk {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly source: ImportSource;
  readonly shown: readonly ImportRow[] | null;
}

export interface ImportDeskParts {
  readonly importer: Importer;
  readonly store: Pick<RemoteStore, 'imports'>;
  readonly events: CompanyEvents;
  readonly works: Pick<LongWorks, 'begin'>;
  /** The folder and the command line take in files as well. */
  readonly queue: OneAtATime;
  readonly stopped: AbortSignal;
}

/** Often enough to see it move; a message for each of ten thousand records would keep the page busy. */
const RECORDS_A_MESSAGE = 25;

export function createImportDesk({ importer, store, events, works, queue, stopped }: ImportDeskParts): ImportDesk {
  let desk: OnTheDesk | null = null;
  let result: { readonly fileName: string; readonly result: ImportResult; readonly isDone: boolean } | null = null;
  let underWay: AbortController | null = null;
  let doing: { readonly work: ImportOnDesk['work']; readonly ended: Promise<unknown> } | null = null;
  let refusal: Problem | null = null;

  const put = async (
    fileName: string,
    bytes: Uint8Array,
    options: Parameters<Importer['read']>[1],
  ): Promise<Result<OpenedImport>> => {
    const read = await importer.read({ name: fileName, bytes }, options);
    if (!read.ok) return read;
    desk = { fileName, bytes, source: read.value, shown: null };
    result = null;
    return ok(openedOf(fileName, read.value));
  };

  /** One check or import at a time, which `imports:stop` and the end of the app can stop. */
  const working = <T>(
    kind: 'import-check' | 'import',
    work: (
      on: OnTheDesk,
      options: { readonly signal: AbortSignal; readonly onProgress: (progress: ImportProgress) => void },
    ) => Promise<T>,
  ): Promise<Result<T>> =>
    queue(() =>
      orStorageProblem(async () => {
        if (desk?.source.problem !== null) return fail(problem('invalid-input', 'import-none-open'));
        const stopping = (underWay = new AbortController());
        const signal = AbortSignal.any([stopping.signal, stopped]);
        const seen = works.begin(kind, { about: desk.fileName, cancel: () => stopping.abort() });
        const onProgress = (progress: ImportProgress): void => {
          seen.report(progress.done, progress.total);
          const isShown = progress.done % RECORDS_A_MESSAGE === 0 || progress.done === progress.total;
          if (isShown) events.tell('import:progress', progress);
        };
        try {
          return ok(await work(desk, { signal, onProgress }));
        } finally {
          seen.end();
          underWay = null;
        }
      }),
    );

  /** What the page that asked for it is told, another page of this company can ask for too. */
  const followed = async <T>(work: 'checking' | 'running', outcome: Promise<Result<T>>): Promise<Result<T>> => {
    const mine = { work, ended: outcome.catch(() => undefined) };
    doing = mine;
    refusal = null;
    try {
      const ended = await outcome;
      refusal = ended.ok ? null : ended.problem;
      return ended;
    } finally {
      if (doing === mine) doing = null;
    }
  };
  const onDesk = (): ImportOnDesk => ({
    opened: desk === null ? null : openedOf(desk.fileName, desk.source),
    result: result?.result ?? null,
    isDone: result?.isDone ?? false,
    problem: refusal,
    work: doing?.work ?? null,
  });

  return {
    open: (fileName, bytes) => {
      desk = null;
      result = null;
      refusal = null;
      return orStorageProblem(() => put(fileName, bytes, {}));
    },
    lastResult: () => result,
    calls: {
      'imports:reread': ({ sheet, choices }) =>
        orStorageProblem(async () => {
          if (desk === null) return fail(problem('invalid-input', 'import-none-open'));
          const { fileName, bytes, source } = desk;
          const chosen = sheet === source.sheet ? chosenColumns(source, choices) : {};
          const opened = await put(fileName, bytes, { sheet, chosen });
          if (opened.ok && opened.value.problem === null) await store.imports.keepColumns(chosen);
          return opened;
        }),
      'imports:on-desk': () => Promise.resolve(onDesk()),
      'imports:settled': async () => {
        while (doing !== null) await doing.ended;
        return onDesk();
      },
      'imports:check': () =>
        followed(
          'checking',
          working('import-check', async (on, options) => {
            const checked = await importer.check(on.source, options);
            result = { fileName: on.fileName, result: checked, isDone: false };
            desk = { ...on, shown: checked.rows };
            return checked;
          }),
        ),
      'imports:run': () =>
        followed(
          'running',
          working('import', async (on, options) => {
            const shown = on.shown ?? [];
            const done = await importer.run(on.source, { ...options, shown });
            result = { fileName: on.fileName, result: done, isDone: true };
            return done;
          }),
        ),
      'imports:stop': () => {
        underWay?.abort();
        return Promise.resolve(null);
      },
    },
  };
}

/** What the office chose in place of what was recognised, by the keys of the columns. */
function chosenColumns({ columns }: ImportSource, choices: readonly (ColumnChoice | null)[]): KnownColumns {
  const chosen: Record<string, ColumnChoice> = {};
  for (const [index, column] of (columns ?? []).entries()) {
    const choice = choices[index] ?? null;
    if (choice !== null && choice !== column.choice) chosen[column.key] = choice;
  }
  return chosen;
}

const openedOf = (
  fileName: string,
  { format, sheets, sheet, columns, records, problem: unclear }: ImportSource,
): OpenedImport => ({
  fileName,
  format,
  sheets,
  sheet,
  columns: columns?.map(({ name, choice, samples }) => ({ name, choice, samples })) ?? null,
  records: records.length,
  problem: unclear,
});
