import { Worker } from 'node:worker_threads';
import { StorageError } from '../storage-error';
import { fromWire } from '../worker-protocol';
import type { BackupJobs, RemoteBackupJobs } from './backup-jobs';
import type { BackupWorkerAnswer, BackupWorkerStart } from './backup-worker';

/**
 * The jobs, each in a thread of its own, so that neither a window nor the work on the database waits for one. `workerFile`:
 * the built `backup-worker.ts`.
 */
export function backupJobsInThread(workerFile: string): RemoteBackupJobs {
  const run = (job: keyof BackupJobs, args: readonly unknown[], signal?: AbortSignal): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const start: BackupWorkerStart = { job, args, stop };
      const tellToStop = (): void => void Atomics.store(stop, 0, 1);
      if (signal?.aborted === true) tellToStop();
      signal?.addEventListener('abort', tellToStop);
      const worker = new Worker(workerFile, { workerData: start });
      worker.on('message', (answer: BackupWorkerAnswer) => {
        if (answer.ok) resolve(answer.value);
        else reject(fromWire(answer.error));
      });
      worker.on('error', (error) => {
        reject(new StorageError('stopped', `The backup thread failed: ${error.message}`, { cause: error }));
      });
      worker.on('exit', (code) => {
        signal?.removeEventListener('abort', tellToStop);
        reject(new StorageError('stopped', `The backup thread ended with code ${code}`));
      });
    });
  return {
    daily: (request, signal) => run('daily', [request], signal) as Promise<void>,
    list: (folder) => run('list', [folder]) as ReturnType<RemoteBackupJobs['list']>,
    restore: (request) => run('restore', [request]) as ReturnType<RemoteBackupJobs['restore']>,
  };
}
