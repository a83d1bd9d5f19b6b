import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConnection } from '../../../main/db/connection';
import { migrate } from '../../../main/db/migrations';

let migrated: Buffer | undefined;

/**
 * Puts an empty database of the newest version where a store will be opened, which gives it an identity of its own. All
 * migrations cost ten times as much as this copy; open-store.test.ts and every contract test go through them.
 */
export function putMigratedDatabase(file: string): void {
  migrated ??= makeOne();
  writeFileSync(file, migrated);
}

function makeOne(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'simon-db-'));
  const file = join(folder, 'simon.sqlite');
  const { handle } = openConnection(file);
  migrate(handle, { nowMs: 0 });
  handle.close();
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}
