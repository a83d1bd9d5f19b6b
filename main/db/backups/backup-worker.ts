/** Entry of the thread that does one job with backups, and ends. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { toWire, type WireError } from '../worker-protocol';
import { backupJobs, type BackupJobs } from './backup-jobs';
import type { MayGoOn } from './copy-in-steps';

/** What the thread is started with. */
export interface BackupWorkerStart {
  readonly job: keyof BackupJobs;
  readonly args: readonly unknown[];
  /** Shared with the thread that waits; its one number becomes 1 when the job is to stop. */
  readonly stop: Int32Array;
}

export type BackupWorkerAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError };

async function answer(port: MessagePort, { job, args, stop }: BackupWorkerStart): Promise<void> {
  const mayGoOn: MayGoOn = () => Atomics.load(stop, 0) === 0;
  const tell = (message: BackupWorkerAnswer): void => port.postMessage(message);
  try {
    // Both sides are one build: the arguments are those of the job. The one that can stop asks whether it may go on.
    const work = backupJobs[job] as (...given: readonly unknown[]) => unknown;
    tell({ ok: true, value: await work(...args, mayGoOn) });
  } catch (error) {
    tell({ ok: false, error: toWire(error) });
  }
}

if (!parentPort) throw new Error('The backup worker runs in a worker thread only');
void answer(parentPort, workerData as BackupWorkerStart);
