import { Worker } from 'node:worker_threads';
import { problem } from '../../../connectors/_kit/problem';
import { fail } from '../../../connectors/_kit/result';
import type { ImportReader } from './read-file';
import type { ReaderAnswer } from './reader-worker';

/** Enough for the largest file that is allowed; measured in docs/import-format.md. */
const MEMORY_MEGABYTES = 1_024;

/**
 * Reads each file in a thread of its own, so that no window waits for it. `workerFile`: the built `reader-worker.ts`.
 * Problem besides those of `readImport`: `import-too-large-unpacked` when it takes more memory than it may.
 */
export function importReaderInThread(workerFile: string): ImportReader {
  return (request) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, {
        workerData: request,
        resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
      });
      worker.on('message', (answer: ReaderAnswer) => resolve(answer));
      worker.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') reject(error);
        else resolve(fail(problem('invalid-input', 'import-too-large-unpacked', { megabytes: MEMORY_MEGABYTES })));
      });
      worker.on('exit', (code) => reject(new Error(`The thread that reads a file ended with code ${code}`)));
    });
}
