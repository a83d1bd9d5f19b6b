/**
 * Another file takes the place of the database, wholly or not at all, wherever the process is killed:
 *
 *     simon.sqlite.restoring   being made; left behind, it is thrown away
 *     simon.sqlite.restored    complete and on disk: from here on the replacement is finished, now or at the next start
 *     simon.sqlite             the old one, until the last rename
 */
import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { guarded } from '../connection';
import { renameWhenFree } from '../rename-when-free';
import { syncFile, syncFolder } from '../sync-to-disk';

/** Where the file that is to take the place of the database is made. */
export const restoringFile = (database: string): string => `${database}.restoring`;
const restoredFile = (database: string): string => `${database}.restored`;

/** Throws away what an interrupted restore left half made. */
export function discardUnfinished(database: string): void {
  guarded(() => {
    for (const suffix of ['', '-wal', '-shm', '-journal'])
      rmSync(`${restoringFile(database)}${suffix}`, { force: true });
  });
}

/** The file at `restoringFile` is complete and closed: it becomes the database. Nobody may have the database open. */
export function commitReplacement(database: string): void {
  guarded(() => {
    syncFile(restoringFile(database));
    renameWhenFree(restoringFile(database), restoredFile(database));
    syncFolder(dirname(database));
  });
  finishReplacement(database);
}

/** Finishes a replacement that was decided; nothing happens when none was. Before the database is opened. */
export function finishReplacement(database: string): void {
  guarded(() => {
    if (!existsSync(restoredFile(database))) return;
    // The log of the old file must never be played into the new one.
    for (const suffix of ['-wal', '-shm']) rmSync(`${database}${suffix}`, { force: true });
    renameWhenFree(restoredFile(database), database);
    syncFolder(dirname(database));
  });
}
