/** Backups of a database, and the way back to one: files, and the real restore. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreBackup } from '../../main/db/backups/restore-backup';
import { openStore } from '../../main/db/open-store';
import type { Store } from '../../main/db/store';

/** Files in memory, where the system has them: a commit that waits for a disk shows nothing here and takes a quarter of the time. */
const FILES_IN_MEMORY = '/dev/shm';
const HOLDS_FOLDERS = existsSync(FILES_IN_MEMORY) ? FILES_IN_MEMORY : tmpdir();

export class Backups {
  private folder: string | null = null;
  private made: string | null = null;
  private restores = 0;

  /** Wall clock of the computer, UTC ms. `isMarked`: false = what is put back is gone on with as if nothing had happened. */
  constructor(
    private readonly nowMs: () => number,
    private readonly isMarked: boolean,
  ) {}

  get has(): boolean {
    return this.made !== null;
  }

  /** Takes the place of the backup before it. */
  make(store: Store): void {
    this.made = this.file('backup.sqlite');
    store.info.backup(this.made);
  }

  /** Closes the database and opens the backup in its place. */
  putBack(store: Store): Store {
    if (this.made === null) throw new Error('There is no backup');
    const database = this.file(`present-${(this.restores += 1)}.sqlite`);
    store.info.backup(database);
    store.close();
    if (this.isMarked) {
      const request = { database, folder: this.file('kept'), file: this.made, nowMs: this.nowMs() };
      const { kind } = restoreBackup(request);
      if (kind !== 'restored') throw new Error(`Not restored: ${kind}`);
    } else {
      copyFileSync(this.made, database);
    }
    return openStore({ file: database, now: this.nowMs });
  }

  close(): void {
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true });
  }

  private file(name: string): string {
    this.folder ??= mkdtempSync(join(HOLDS_FOLDERS, 'koppel-chaos-'));
    return join(this.folder, name);
  }
}
