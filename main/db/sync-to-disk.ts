import { closeSync, fsyncSync, openSync } from 'node:fs';

/** What was written to the file is on the disk when this returns. */
export function syncFile(file: string): void {
  // Windows flushes only through a handle that may write.
  sync(file, 'r+');
}

/** A rename in the folder is on the disk when this returns; Windows has no such thing and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r');
}

function sync(path: string, flags: string): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
