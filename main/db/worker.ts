/** Entry of the thread that owns the database: opens it, then answers one call after the other. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { openStore } from './open-store';
import type { Store } from './store';
import { toWire, type StoreShape, type WorkerCall, type WorkerMessage, type WorkerStart } from './worker-protocol';

type Methods = Readonly<Record<string, ((...args: readonly unknown[]) => unknown) | undefined>>;

function serve(port: MessagePort, { file }: WorkerStart): void {
  const tell = (message: WorkerMessage): void => port.postMessage(message);
  let store: Store;
  try {
    store = openStore({ file });
  } catch (error) {
    tell({ kind: 'not-opened', error: toWire(error) });
    port.close();
    return;
  }
  const areas = store as unknown as Readonly<Record<string, Methods>>;
  port.on('message', ({ id, area, method, args }: WorkerCall) => {
    try {
      const owner = area === null ? (store as unknown as Methods) : areas[area];
      const call = owner?.[method];
      if (!call) throw new Error(`The store has no ${area ?? ''} ${method}`);
      tell({ kind: 'value', id, value: call(...args) });
      if (area === null && method === 'close') port.close();
    } catch (error) {
      tell({ kind: 'error', id, error: toWire(error) });
    }
  });
  tell({ kind: 'opened', shape: shapeOf(store) });
}

const shapeOf = (store: Store): StoreShape =>
  Object.fromEntries(
    Object.entries(store)
      .filter(([, area]) => typeof area === 'object')
      .map(([name, area]) => [name, Object.keys(area as object)]),
  );

if (!parentPort) throw new Error('The database worker runs in a worker thread only');
serve(parentPort, workerData as WorkerStart);
