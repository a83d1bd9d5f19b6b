/**
 * A process that makes a backup, puts one back, or opens a database of an older version, and kills itself at its n-th step
 * on the disk (of the last: before its n-th migration); ends with 0 when there are fewer. Started by
 * backups-killed.test.ts and the fault matrix: JOB STEP DATABASE FOLDER BACKUP.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';

const [job, lastStep, database = '', folder = '', file = ''] = process.argv.slice(2);
let steps = 0;
const step = (): void => {
  steps += 1;
  if (steps === Number(lastStep)) process.kill(process.pid, 'SIGKILL');
};
/** A step is the moment before a change of the disk. */
function countCalls<T extends object>(owner: T, names: readonly (keyof T)[]): void {
  for (const name of names) {
    const call = owner[name] as (...args: unknown[]) => unknown;
    owner[name] = function (this: unknown, ...args: unknown[]) {
      step();
      return call.apply(this, args);
    } as T[typeof name];
  }
}
countCalls(fs, ['mkdirSync', 'copyFileSync', 'renameSync', 'rmSync', 'unlinkSync', 'fsyncSync']);
syncBuiltinESMExports();
countCalls(Database.prototype, ['pragma', 'prepare', 'exec', 'backup', 'close']);

const nowMs = Date.UTC(2026, 2, 3, 12);
if (job === 'daily') {
  const { makeDailyBackup } = await import('../../../main/db/backups/daily-backup');
  await makeDailyBackup({ database, folder, nowMs });
} else if (job === 'open') {
  const { openStore } = await import('../../../main/db/open-store');
  openStore({ file: database, now: () => nowMs }).close();
} else {
  const { restoreBackup } = await import('../../../main/db/backups/restore-backup');
  restoreBackup({ database, folder, file, nowMs });
}
