import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { BackupRow } from '../../../preload/contract/views';
import { NEWEST_VERSION } from '../migrations';
import type { BackupFile } from './backup-name';

/** What stands in a backup. One that cannot be opened has no counts, and cannot be chosen. */
export function readBackup(folder: string, { name, kind, madeAtMs }: BackupFile): BackupRow {
  const file = join(folder, name);
  const sizeBytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const row = { name, kind, madeAtMs, sizeBytes };
  // Made because it could not be read any more.
  if (kind === 'damaged') return { ...row, counts: null };
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      const version = db.pragma('user_version', { simple: true }) as number;
      if (version === 0 || version > NEWEST_VERSION) return { ...row, counts: null };
      const count = (table: string): number => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
      return {
        ...row,
        counts: { workOrders: count('work_order'), customers: count('customer WHERE removed_at_ms IS NULL') },
      };
    } finally {
      db.close();
    }
  } catch {
    // Whatever keeps it from being read, the list says so; a restore would say why.
    return { ...row, counts: null };
  }
}
