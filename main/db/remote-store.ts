import { Worker } from 'node:worker_threads';
import { StorageError } from './storage-error';
import type { RemoteStore } from './store';
import { fromWire, type StoreShape, type WorkerCall, type WorkerMessage, type WorkerStart } from './worker-protocol';

export interface OpenRemoteStoreOptions {
  /** The built `worker.ts`. */
  readonly workerFile: string;
  /** Path of the database; its folder must exist. */
  readonly file: string;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Opens the database in a thread of its own, so that no write ever holds up a window. Rejects with what `openStore`
 * throws. When the thread ends by itself, the calls under way and all later ones reject with a `StorageError` `stopped`:
 * whether the step was stored is then not known.
 */
export function openRemoteStore({ workerFile, file }: OpenRemoteStoreOptions): Promise<RemoteStore> {
  const start: WorkerStart = { file };
  const worker = new Worker(workerFile, { workerData: start });
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let ended: Error | null = null;
  let onEnd = (): void => undefined;

  const end = (reason: Error): void => {
    ended ??= reason;
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
  };

  const call = (area: string | null, method: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) {
        reject(ended);
        return;
      }
      const message: WorkerCall = { id: (lastId += 1), area, method, args };
      // Throws, and so rejects, when an argument is no plain data.
      worker.postMessage(message);
      pending.set(message.id, { resolve, reject });
    });

  const close = async (): Promise<void> => {
    if (ended) return;
    const gone = new Promise<void>((resolve) => (onEnd = resolve));
    await call(null, 'close', []);
    await gone;
  };

  return new Promise((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      switch (message.kind) {
        case 'opened':
          resolve(remoteOf(message.shape, call, close));
          break;
        case 'not-opened':
          reject(fromWire(message.error));
          break;
        case 'value':
          pending.get(message.id)?.resolve(message.value);
          pending.delete(message.id);
          break;
        case 'error':
          pending.get(message.id)?.reject(fromWire(message.error));
          pending.delete(message.id);
          break;
      }
    });
    worker.on('error', (error) => {
      const reason = new StorageError('stopped', `The database thread failed: ${error.message}`, { cause: error });
      end(reason);
      reject(reason);
    });
    worker.on('exit', (code) => {
      const reason = new StorageError('stopped', `The database thread ended with code ${code}`);
      end(reason);
      reject(reason);
      onEnd();
    });
  });
}

function remoteOf(
  shape: StoreShape,
  call: (area: string | null, method: string, args: readonly unknown[]) => Promise<unknown>,
  close: () => Promise<void>,
): RemoteStore {
  const areas = Object.fromEntries(
    Object.entries(shape).map(([area, methods]) => [
      area,
      Object.fromEntries(methods.map((method) => [method, (...args: unknown[]) => call(area, method, args)])),
    ]),
  );
  // The thread told its own methods, and both sides are one build: what `Store` declares is there.
  return { ...areas, close } as unknown as RemoteStore;
}
