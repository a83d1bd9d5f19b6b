import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { freeBackupPath } from '../../../main/db/backups/backup-name';
import { copyDatabase } from '../../../main/db/copy-database';

/** A backup under the name of the day, within one step of the program. Returns its path. */
export function backUpNow(database: string, nowMs: number): string {
  const folder = join(database, '..', 'backups');
  mkdirSync(folder, { recursive: true });
  const file = freeBackupPath(folder, 'daily', nowMs);
  const db = new Database(database, { readonly: true });
  copyDatabase(db, file);
  db.close();
  return file;
}
