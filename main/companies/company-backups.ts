/** Runs in the main process: the backups of a company, also of one whose data cannot be opened. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { assertNever, fail, ok, type Result } from '../../connectors/_kit/result';
import type { BackupList, BackupRestored } from '../../preload/contract/views';
import type { RemoteBackupJobs } from '../db/backups/backup-jobs';
import { NewerDatabaseError, StorageError } from '../db/storage-error';
import { storageProblem } from '../db/storage-problem';
import type { CompanyFolder } from '../platform/data-folder';
import type { Logger, Time } from '../ports';
import type { Companies } from './companies';

export interface CompanyBackups {
  /** Newest first. Problems: `storage-*`. */
  readonly list: (id: string) => Promise<Result<BackupList>>;
  /**
   * Puts a backup of the list, by its name, in the place of the company's data, after a backup of the present state. The
   * company is stopped meanwhile and opened again afterwards, however it went. Problems: `backup-unknown` and those of
   * `restoreFile`.
   */
  readonly restore: (id: string, name: string) => Promise<Result<BackupRestored>>;
  /**
   * The same with any file, by its absolute path. Problems: `backup-unknown`, `backup-damaged`, `backup-not-ours`, `backup-of-other-company`,
   * `backup-of-newer-app`, `storage-*`; then the data are as they were.
   */
  readonly restoreFile: (id: string, file: string) => Promise<Result<BackupRestored>>;
}

export interface CompanyBackupsParts {
  readonly companies: Pick<Companies, 'whileClosed'>;
  readonly folderOf: (id: string) => CompanyFolder;
  readonly backups: RemoteBackupJobs;
  readonly time: Time;
  readonly logger: Logger;
}

export function createCompanyBackups({
  companies,
  folderOf,
  backups,
  time,
  logger,
}: CompanyBackupsParts): CompanyBackups {
  const restoreClosed = async (id: string, file: string): Promise<Result<BackupRestored>> => {
    const { databaseFile, backups: folder } = folderOf(id);
    const outcome = await backups.restore({ database: databaseFile, folder, file, nowMs: time.nowMs() });
    switch (outcome.kind) {
      case 'restored': {
        const { backupUntilMs, keptAs } = outcome;
        logger.info('backup', 'put back', { company: id, backupUntilMs });
        return ok({ backupUntilMs, keptAs });
      }
      case 'not-a-backup':
        return fail(problem('invalid-input', 'backup-not-ours', { file: path.basename(file) }));
      case 'of-other-company':
        return fail(problem('invalid-input', 'backup-of-other-company', { file: path.basename(file) }));
      default:
        return assertNever(outcome);
    }
  };

  const list: CompanyBackups['list'] = async (id) => {
    const { backups: folder } = folderOf(id);
    try {
      return ok({ folder, rows: await backups.list(folder) });
    } catch (error) {
      return fail(refusalOf(error, folder));
    }
  };

  const restoreFile: CompanyBackups['restoreFile'] = async (id, file) => {
    if (!existsSync(file)) return fail(problem('invalid-input', 'backup-unknown', { file }));
    try {
      return await companies.whileClosed(id, () => restoreClosed(id, file));
    } catch (error) {
      return fail(refusalOf(error, file));
    }
  };

  return {
    list,
    restoreFile,
    restore: async (id, name) => {
      const listed = await list(id);
      if (!listed.ok) return listed;
      const { folder, rows } = listed.value;
      return rows.some((row) => row.name === name)
        ? restoreFile(id, path.join(folder, name))
        : fail(problem('invalid-input', 'backup-unknown', { file: name }));
    },
  };
}

/** What the office is told; a bug throws on. */
function refusalOf(error: unknown, file: string): Problem {
  const name = path.basename(file);
  if (error instanceof NewerDatabaseError) return problem('storage', 'backup-of-newer-app', { file: name });
  if (error instanceof StorageError && error.code === 'damaged') {
    return problem('storage', 'backup-damaged', { file: name });
  }
  const refusal = storageProblem(error);
  if (refusal === null) throw error;
  return refusal;
}
