import { backupJobs, type RemoteBackupJobs } from '../../../main/db/backups/backup-jobs';
import { settled } from '../../fakes/fake-time';

const underWay = new Set<Promise<void>>();

/** The jobs without a thread, with the same interface. */
export const backupsHere: RemoteBackupJobs = {
  daily: (request, signal) => {
    const made = backupJobs.daily(request, () => !signal.aborted).finally(() => underWay.delete(made));
    underWay.add(made);
    return made;
  },
  list: (folder) => Promise.resolve().then(() => backupJobs.list(folder)),
  restore: (request) => Promise.resolve().then(() => backupJobs.restore(request)),
};

/** Backups take a moment of real time; resolves when those that were begun have ended, and it is known. */
export async function backupsEnded(): Promise<void> {
  await Promise.allSettled(underWay);
  await settled();
}
