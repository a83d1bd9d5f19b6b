// Stands in for a database thread that dies at its first call, as one does when the addon crashes.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', () => process.exit(1));
parentPort.postMessage({ kind: 'opened', shape: { employees: ['list'] } });
