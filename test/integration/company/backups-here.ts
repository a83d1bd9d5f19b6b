import { backupJobs, type RemoteBackupJobs } from '../../../main/db/backups/backup-jobs';

/** The jobs without a thread, with the same interface. */
export const backupsHere: RemoteBackupJobs = {
  daily: (request) => Promise.resolve().then(() => backupJobs.daily(request)),
  list: (folder) => Promise.resolve().then(() => backupJobs.list(folder)),
  restore: (request) => Promise.resolve().then(() => backupJobs.restore(request)),
};
