import { DateTime } from 'luxon';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { backupFiles } from '../db/backups/backup-folder';
import { OFFICE_ZONE } from '../../connectors/_kit/office-zone';
import { readBackup } from '../db/backups/read-backup';

/**
 * What the office is told about a database that is not sound: `database-damaged` with the newest backup that can be put
 * back, or `database-damaged-no-backup`.
 */
export function databaseDamaged(backupFolder: string): Problem {
  const newest = backupFiles(backupFolder).find((file) => readBackup(backupFolder, file).counts !== null);
  if (newest === undefined) return problem('storage', 'database-damaged-no-backup', { folder: backupFolder });
  const backup = DateTime.fromMillis(newest.madeAtMs, { zone: OFFICE_ZONE }).toFormat('dd-MM-yyyy HH:mm');
  return problem('storage', 'database-damaged', { backup });
}
