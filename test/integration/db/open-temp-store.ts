import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../main/db/open-store';
import type { Store } from '../../../main/db/store';
import { putMigratedDatabase } from './migrated-database';

/** A folder of its own for one test; goes when the test ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'simon-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new database in a folder of its own. */
export function openTempStore(): { readonly store: Store; readonly file: string } {
  const file = join(tempFolder(), 'simon.sqlite');
  putMigratedDatabase(file);
  const store = openStore({ file, now: () => NOON });
  onTestFinished(() => {
    try {
      store.close();
    } catch {
      // A test that closed or damaged it itself.
    }
  });
  return { store, file };
}

/** 2026-03-02 12:00 UTC. */
export const NOON = Date.UTC(2026, 2, 2, 12);
