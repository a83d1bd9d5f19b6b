/** Entry of the thread that does one job with backups, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { toWire, type WireError } from '../worker-protocol';
import { backupJobs, type BackupJobs } from './backup-jobs';

/** What the thread is started with. */
export interface BackupWorkerStart {
  readonly job: keyof BackupJobs;
  readonly args: readonly unknown[];
}

export type BackupWorkerAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError };

function answer({ job, args }: BackupWorkerStart): BackupWorkerAnswer {
  try {
    // Both sides are one build: the arguments are those of the job.
    const work = backupJobs[job] as (...args: readonly unknown[]) => unknown;
    return { ok: true, value: work(...args) };
  } catch (error) {
    return { ok: false, error: toWire(error) };
  }
}

if (!parentPort) throw new Error('The backup worker runs in a worker thread only');
parentPort.postMessage(answer(workerData as BackupWorkerStart));
