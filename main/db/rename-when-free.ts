import { renameSync } from 'node:fs';
import { StorageError } from './storage-error';

/** A virus scanner or a backup program looks at a new file for a moment, and is waited for. */
const PATIENCE_MS = 10_000;
const RETRY_EVERY_MS = 100;

export interface RenameParts {
  readonly platform: NodeJS.Platform;
  readonly rename: (from: string, to: string) => void;
  /** Lets this thread rest. */
  readonly restMs: (ms: number) => void;
}

/**
 * Renames a file, over another one when there is one. Windows refuses that as long as any program has one of the two open,
 * with codes that mean missing rights elsewhere; then it is tried again for ten seconds. Throws a `StorageError` `busy`
 * after that, and what the system reports in any other case. Never in the thread of a window.
 */
export function renameWhenFree(from: string, to: string, parts: RenameParts = THIS_COMPUTER): void {
  const inUse = parts.platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY'];
  for (let waitedMs = 0; ; waitedMs += RETRY_EVERY_MS) {
    try {
      parts.rename(from, to);
      return;
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      if (!inUse.includes(code)) throw error;
      if (waitedMs >= PATIENCE_MS) throw new StorageError('busy', `${code}: ${message}`, { cause: error });
      parts.restMs(RETRY_EVERY_MS);
    }
  }
}

const THIS_COMPUTER: RenameParts = {
  platform: process.platform,
  rename: renameSync,
  restMs: (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms),
};
