import { amsterdamDay } from '../../connectors/_kit/amsterdam-day';
import { problem, type Problem } from '../../connectors/_kit/problem';
import type { LateBackup } from '../../preload/contract/views';
import { backupFiles } from '../db/backups/backup-folder';
import type { RemoteBackupJobs } from '../db/backups/backup-jobs';
import { StorageError } from '../db/storage-error';
import type { Logger, Time } from '../ports';
import type { CompanyLog } from './company-log';

export interface DailyBackupsParts {
  readonly databaseFile: string;
  readonly backupFolder: string;
  readonly backups: RemoteBackupJobs;
  /** A run or a delivery is under way. */
  readonly isBusy: () => Promise<boolean>;
  readonly log: CompanyLog;
  /** There is one more or one less, or a message about it. */
  readonly onChange: () => void;
  readonly time: Time;
  readonly logger: Logger;
}

/** One backup for each day on the office's calendar on which the app runs, however long it was off before. */
export interface DailyBackups {
  readonly start: () => void;
  /** What the office should know at a glance; null when all is well. */
  readonly late: () => LateBackup | null;
  /** Breaks off a backup that is under way. Resolves when nothing of it is left. */
  readonly stop: () => Promise<void>;
}

/** How often it is looked whether there is one for today; the start of the app itself is left alone. */
const LOOK_EVERY_MS = 2 * 60_000;
/** A company that is never quiet gets its backup all the same: it holds up no work, it only shares the disk. */
const PATIENCE_MS = 30 * 60_000;
/** After a backup that failed; it goes on by itself as soon as the disk lets it. */
const AFTER_FAILURE_MS = 60 * 60_000;
/** An app that was off for a weekend is no reason to warn. */
const LATE_AFTER_MS = 3 * 24 * 60 * 60_000;

export function createDailyBackups(parts: DailyBackupsParts): DailyBackups {
  const { backups, log, time, logger } = parts;
  const stopped = new AbortController();
  let working: Promise<void> = Promise.resolve();
  /** Day of the last backup that was made or seen; the folder is not read again for that day. */
  let madeOn: string | null = null;
  /** Monotonic; null while there is one for today. */
  let dueSinceMs: number | null = null;
  let failure: Problem | null = null;
  /** The newest one; undefined until the folder was read. */
  let lastAtMs: number | null | undefined;

  const readLast = (): number | null => {
    lastAtMs = backupFiles(parts.backupFolder).find(({ kind }) => kind === 'daily')?.madeAtMs ?? null;
    return lastAtMs;
  };
  const isMade = (today: string): boolean => {
    const madeAtMs = readLast();
    return madeAtMs !== null && amsterdamDay(madeAtMs) === today;
  };
  const late = (): LateBackup | null => {
    // A folder that cannot be read is told by the attempt to make the next one.
    const madeAtMs = lastAtMs === undefined ? null : lastAtMs;
    const isOld = madeAtMs !== null && time.nowMs() - madeAtMs > LATE_AFTER_MS;
    return failure === null && !isOld ? null : { lastAtMs: madeAtMs, problem: failure };
  };

  const look = async (): Promise<void> => {
    const nowMs = time.nowMs();
    const today = amsterdamDay(nowMs);
    if (madeOn === today) return;
    if (!isMade(today)) {
      dueSinceMs ??= time.monotonicMs();
      if (time.monotonicMs() - dueSinceMs < PATIENCE_MS && (await parts.isBusy())) return;
      await backups.daily({ database: parts.databaseFile, folder: parts.backupFolder, nowMs }, stopped.signal);
      if (stopped.signal.aborted) return;
      logger.info('backup', 'made');
      readLast();
      if (failure !== null) await log.data('backup-made-again', 'approval');
    }
    madeOn = today;
    dueSinceMs = null;
    failure = null;
    parts.onChange();
  };

  const tellFailure = async (error: unknown): Promise<void> => {
    if (!(error instanceof StorageError)) {
      const id = logger.bug('backup', error);
      failure = problem('storage', 'backup-bug', { id });
    } else {
      logger.warn('backup', 'not made', { code: error.code });
      failure = problem('storage', `storage-${error.code}`);
      if (error.code === 'damaged') await log.data('database-damaged', 'error');
      else await log.backupFailed(failure);
    }
    parts.onChange();
  };

  const run = async (): Promise<void> => {
    let waitMs = LOOK_EVERY_MS;
    for (;;) {
      await time.sleep(waitMs, stopped.signal);
      if (stopped.signal.aborted) return;
      waitMs = LOOK_EVERY_MS;
      try {
        await look();
      } catch (error) {
        waitMs = AFTER_FAILURE_MS;
        await tellFailure(error);
      }
    }
  };

  return {
    start: () => {
      working = run();
    },
    late,
    stop: async () => {
      stopped.abort();
      await working;
    },
  };
}
