import type { Problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type { FolderDropState, ImportResult } from '../../../preload/contract/imports';
import { countOf } from '../../../preload/contract/imports';
import type { Language } from '../../../preload/contract/views';
import type { RemoteStore } from '../../db/store';
import { storageProblem } from '../../db/storage-problem';
import { wallClock } from '../../log/wall-clock';
import type { Logger, Time } from '../../ports';
import type { CompanyCalls } from '../company';
import type { CompanyLog } from '../company-log';
import type { CompanyEvents } from '../events';
import { isWhole, type Importer } from '../import/importer';
import { MAX_IMPORT_BYTES } from '../import/read-file';
import type { OneAtATime } from '../one-at-a-time';
import { orStorageProblem } from '../storage-refusal';
import { problem } from '../../../connectors/_kit/problem';
import type { DropFiles, DroppedFile, Place } from './drop-files';
import { rowsReport, unreadReport } from './drop-report';

/** Keeps an eye on a folder in which other programs put files with work orders and hours. */
export interface FolderDrop {
  /** Until `stop`; the first look is at once. */
  readonly start: () => void;
  /** One look: takes in what is complete. How long to wait before the next one. */
  readonly look: () => Promise<{ readonly nextInMs: number }>;
  /** Resolves when a file that is under way has come as far as its next record. */
  readonly stop: () => Promise<void>;
  /** Tells how many files in it Simon would take in; `folder-drop:use` then begins with it. Problems: those of `DropFiles.open`. */
  readonly propose: (folder: string) => Promise<Result<{ readonly folder: string; readonly files: number }>>;
  readonly calls: Pick<CompanyCalls, 'folder-drop:state' | 'folder-drop:use'>;
}

export interface FolderDropParts {
  readonly store: Pick<RemoteStore, 'companySettings'>;
  readonly files: DropFiles;
  readonly importer: Importer;
  readonly queue: OneAtATime;
  readonly log: CompanyLog;
  readonly events: CompanyEvents;
  readonly time: Time;
  readonly logger: Logger;
  readonly language: () => Language;
}

/** Programs write a file in parts; one that stays the same for so long is complete. */
const COMPLETE_AFTER_MS = 5_000;
/** What cannot be taken in may still be half a file, of a program that makes an empty one first or waits for the network. */
const WRONG_AFTER_MS = 60_000;
/** For folders that cannot tell that they changed: shares on the network. */
const SLOW_LOOK_MS = 30_000;
/** Without a folder there is nothing to look at; choosing one wakes it. */
const NO_FOLDER_MS = 3_600_000;

interface Seen {
  readonly file: DroppedFile;
  readonly sinceMs: number;
}

/** A file that is done with, but could not be moved yet. */
interface Settled {
  readonly file: DroppedFile;
  readonly place: Place;
  readonly report: string;
  /** Whether anything of it may have come in. */
  readonly isTaken: boolean;
  readonly result: ImportResult | null;
}

export function createFolderDrop(parts: FolderDropParts): FolderDrop {
  const { store, files, importer, queue, log, events, time, logger, language } = parts;
  const stopped = new AbortController();
  let ended: Promise<void> = Promise.resolve();
  let woken = new AbortController();
  let proposed: string | null = null;
  let watched: { readonly folder: string; readonly end: () => void } | null = null;
  /** Why it does not go on now. The office is told once, until it went well again. */
  let trouble: Problem | null = null;
  let seen = new Map<string, Seen>();
  const settled = new Map<string, Settled>();

  const wake = (): void => {
    woken.abort();
    woken = new AbortController();
  };

  async function look(): Promise<{ readonly nextInMs: number }> {
    const { folderDrop: folder } = await store.companySettings.get();
    follow(folder);
    if (folder === null) {
      setTrouble(null);
      return { nextInMs: NO_FOLDER_MS };
    }
    const opened = await files.open(folder);
    if (!opened.ok) {
      await meet(opened.problem);
      return { nextInMs: SLOW_LOOK_MS };
    }
    const complete = completeOf(opened.value);
    let refusal: Problem | null = null;
    let isSettling = complete.length < opened.value.length;
    for (const { file, sinceMs } of complete) {
      if (stopped.signal.aborted) break;
      const done = await handle(folder, file, time.monotonicMs() - sinceMs >= WRONG_AFTER_MS);
      if (!done.ok) refusal ??= done.problem;
      else if (done.value === 'later') isSettling = true;
    }
    if (refusal === null) setTrouble(null);
    else await meet(refusal);
    return { nextInMs: isSettling ? COMPLETE_AFTER_MS : SLOW_LOOK_MS };
  }

  /** Those that did not change for long enough. */
  function completeOf(present: readonly DroppedFile[]): readonly Seen[] {
    const nowMs = time.monotonicMs();
    const next = new Map<string, Seen>();
    for (const file of present) {
      const before = seen.get(file.name);
      next.set(file.name, before !== undefined && isSame(before.file, file) ? before : { file, sinceMs: nowMs });
    }
    seen = next;
    for (const name of settled.keys()) if (!next.has(name)) settled.delete(name);
    return [...next.values()].filter(({ sinceMs }) => nowMs - sinceMs >= COMPLETE_AFTER_MS);
  }

  /** Fails when the computer refuses; then, and later, the file stays where it is. `mayBeWrong`: it is surely complete. */
  async function handle(folder: string, file: DroppedFile, mayBeWrong: boolean): Promise<Result<'done' | 'later'>> {
    const before = settled.get(file.name);
    const outcome = before !== undefined && isSame(before.file, file) ? ok(before) : await takeInFile(folder, file);
    if (!outcome.ok) return outcome;
    if (outcome.value === null) return ok('later');
    const isUntouched = outcome.value.place === 'failed' && !outcome.value.isTaken;
    if (isUntouched && !mayBeWrong) return ok('later');
    settled.set(file.name, outcome.value);
    const moved = await files.putAway(folder, file.name, outcome.value.place, outcome.value.report);
    if (!moved.ok) return moved;
    settled.delete(file.name);
    await tell(moved.value, outcome.value);
    return ok('done');
  }

  /** Null: not now, because it is gone or changing, or the app is stopping. */
  const takeInFile = (folder: string, file: DroppedFile): Promise<Result<Settled | null>> =>
    queue(() =>
      orStorageProblem<Settled | null>(async () => {
        const about = { file: file.name, at: wallClock(time.nowMs()), language: language() };
        const failed = (why: Problem): Result<Settled> =>
          ok({ file, place: 'failed', isTaken: false, report: unreadReport(why, about), result: null });
        if (file.sizeBytes > MAX_IMPORT_BYTES) {
          return failed(problem('invalid-input', 'import-too-large', { megabytes: MAX_IMPORT_BYTES / 1_000_000 }));
        }
        const bytes = await files.read(folder, file.name);
        if (!bytes.ok) return bytes;
        // It is gone, or goes on after all.
        if (bytes.value?.length !== file.sizeBytes) return ok(null);
        const source = await importer.read({ name: file.name, bytes: bytes.value });
        if (!source.ok) return failed(source.problem);
        if (source.value.problem !== null) return failed(source.value.problem);
        const { signal } = stopped;
        // Nobody sees a check here: with one wrong row nothing comes in, so that the mended file makes no doubles.
        const checked = await importer.check(source.value, { signal });
        if (checked.notTried > 0) return ok(null);
        if (!isWhole(checked)) {
          return ok({
            file,
            place: 'failed',
            isTaken: false,
            report: rowsReport(checked, false, about),
            result: checked,
          });
        }
        const result = await importer.run(source.value, { signal, shown: checked.rows });
        if (result.notTried > 0) return ok(null);
        return ok({
          file,
          place: isWhole(result) ? 'done' : 'failed',
          isTaken: true,
          report: rowsReport(result, true, about),
          result,
        });
      }),
    );

  async function tell(name: string, { place, result }: Settled): Promise<void> {
    if (place === 'failed') return log.dropped('folder-drop-failed', 'error', name);
    const count = (outcome: 'new' | 'added' | 'there'): number => (result === null ? 0 : countOf(result, outcome));
    const values = { made: count('new'), added: count('added'), there: count('there') };
    return log.dropped('folder-drop-done', 'approval', name, values);
  }

  async function meet(why: Problem): Promise<void> {
    if (trouble?.code === why.code) return;
    setTrouble(why);
    await log.folderTrouble(why);
    events.changed('log');
  }

  function setTrouble(why: Problem | null): void {
    if (trouble?.code === why?.code) return;
    trouble = why;
    events.changed('companySettings');
  }

  function follow(folder: string | null): void {
    if (watched?.folder === folder) return;
    watched?.end();
    watched = folder === null ? null : { folder, end: files.watch(folder, wake) };
    seen = new Map();
    settled.clear();
  }

  const lookOn = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const { signal } = woken;
      const { nextInMs } = await look().catch((error: unknown) => {
        const refused = storageProblem(error);
        if (refused === null) logger.bug('folder-drop', error);
        else logger.warn('folder-drop', refused.code);
        return { nextInMs: SLOW_LOOK_MS };
      });
      await time.sleep(nextInMs, AbortSignal.any([signal, stopped.signal]));
    }
  };

  return {
    start: () => {
      ended = lookOn();
    },
    look,
    stop: async () => {
      stopped.abort();
      watched?.end();
      await ended;
    },
    propose: async (folder) => {
      const opened = await files.open(folder);
      if (!opened.ok) return opened;
      proposed = folder;
      return ok({ folder, files: opened.value.length });
    },
    calls: {
      'folder-drop:state': async (): Promise<FolderDropState> => {
        const { folderDrop: folder } = await store.companySettings.get();
        return { folder, problem: folder === null ? null : trouble };
      },
      'folder-drop:use': ({ on }) =>
        orStorageProblem(async () => {
          if (on && proposed === null) return fail(problem('invalid-input', 'import-none-open'));
          await store.companySettings.save({ folderDrop: on ? proposed : null });
          proposed = null;
          events.changed('companySettings');
          wake();
          return ok(null);
        }),
    },
  };
}

const isSame = (one: DroppedFile, other: DroppedFile): boolean =>
  one.sizeBytes === other.sizeBytes && one.changedAtMs === other.changedAtMs;
