/** Entry of the thread that reads one file to import. Its memory has a limit, so that no file takes the app down. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '../../../connectors/_kit/result';
import { readImport, type ReadImport, type ReadRequest } from './read-file';

export type ReaderAnswer = Result<ReadImport>;

if (!parentPort) throw new Error('Files to import are read in a worker thread only');
const port = parentPort;
// What it throws is a bug, and ends the thread with that error.
void readImport(workerData as ReadRequest).then((answer) => port.postMessage(answer satisfies ReaderAnswer));
