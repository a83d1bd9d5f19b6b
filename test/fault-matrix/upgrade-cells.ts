/** Group M: the program is killed while it brings the database to a newer version; real processes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openConnection } from '../../main/db/connection';
import { migrate, MIGRATIONS, NEWEST_VERSION } from '../../main/db/migrations';
import { openStore } from '../../main/db/open-store';
import { ensureIdentity } from '../../main/db/repos/company';
import type { Cell } from './cell';

const KILLED_AT = join(import.meta.dirname, '..', 'integration', 'db', 'killed-at.ts');
const NOW_MS = Date.UTC(2026, 2, 3, 12);

export function upgradeCells(): readonly Cell[] {
  const [first] = MIGRATIONS;
  const later = MIGRATIONS.slice(1);
  return later.map(({ version }, index): Cell => ({
    group: 'M',
    call: `from version ${first?.version ?? 0}`,
    package: 'snelstart',
    fault: `killed before the step to version ${version}`,
    play: () => played(index + 1),
  }));
}

/** `step`: the how-manieth migration it is killed before. */
async function played(step: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'koppel-upgrade-'));
  const file = join(folder, 'simon.sqlite');
  try {
    const before = makeOld(file);
    const args = ['--import', 'tsx', KILLED_AT, 'open', String(step), file, join(folder, 'backups'), ''];
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    const half = versionOf(file);
    const store = openStore({ file, now: () => NOW_MS });
    try {
      const { databaseId } = store.info.identity();
      const sound = store.info.integrityCheck();
      return [
        ...(signal === 'SIGKILL' ? [] : ['it was not killed']),
        ...(half === MIGRATIONS[0]?.version ? [] : [`version ${half} was left behind`]),
        ...(versionOf(file) === NEWEST_VERSION ? [] : ['it did not go on to the newest version']),
        ...(databaseId === before ? [] : ['it is another database now']),
        ...(sound.ok ? [] : [`damaged: ${sound.detail}`]),
      ];
    } finally {
      store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A database of the first version; returns its identity. */
function makeOld(file: string): string {
  const connection = openConnection(file);
  migrate(connection.handle, { nowMs: NOW_MS, steps: MIGRATIONS.slice(0, 1) });
  connection.write((db) => ensureIdentity(db, NOW_MS));
  const id = connection.handle.prepare('SELECT database_id FROM company').pluck().get() as string;
  connection.close();
  return id;
}

function versionOf(file: string): number {
  const database = new Database(file, { readonly: true });
  try {
    return database.pragma('user_version', { simple: true }) as number;
  } finally {
    database.close();
  }
}
