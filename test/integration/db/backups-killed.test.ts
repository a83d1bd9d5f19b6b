import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupFiles } from '../../../main/db/backups/backup-folder';
import { readBackup } from '../../../main/db/backups/read-backup';
import { restoreBackup } from '../../../main/db/backups/restore-backup';
import { openStore } from '../../../main/db/open-store';
import { buildPrograms, type BuiltPrograms } from '../../chaos/build-programs';
import { backUpNow } from './back-up-now';
import { NOON, tempFolder } from './open-temp-store';
import { draft, everything } from './records';

let programs: BuiltPrograms;
// Once: each of half a hundred processes would translate it by itself, at ten times the cost of what it does.
beforeAll(async () => {
  programs = await buildPrograms('test-killed-at', { 'killed-at': join(import.meta.dirname, 'killed-at.ts') });
}, 60_000);
afterAll(() => programs.remove());

/** One work order when the backup was made, two now. Left as a process that was killed leaves it: with its log beside it. */
function office() {
  const root = tempFolder();
  const database = join(root, 'simon.sqlite');
  const store = openStore({ file: database, now: () => NOON });
  store.workOrders.create(draft(), NOON);
  backUpNow(database, NOON);
  store.workOrders.create(draft(), NOON);
  const left = tempFolder();
  cpSync(root, left, { recursive: true });
  store.close();
  return left;
}

/** How the process ended: killed at this step, or it had fewer. */
async function runUntil(job: 'daily' | 'restore', step: number, folder: string): Promise<'killed' | 'done'> {
  const backups = join(folder, 'backups');
  const [newest] = backupFiles(backups);
  const child = spawn(
    process.execPath,
    [
      ...[programs.file('killed-at'), job, String(step)],
      ...[join(folder, 'simon.sqlite'), backups, join(backups, newest?.name ?? '')],
    ],
    { stdio: 'inherit' },
  );
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (signal === 'SIGKILL') return 'killed';
  expect(code).toBe(0);
  return 'done';
}

/** Works through all steps, several processes at a time. */
async function killedEverywhere(job: 'daily' | 'restore', check: (folder: string, step: number) => void) {
  const start = office();
  let next = 1;
  let last = Infinity;
  const work = async (): Promise<void> => {
    for (let step = next++; step < last; step = next++) {
      const folder = tempCopy(start);
      const ended = await runUntil(job, step, folder);
      check(folder, step);
      if (ended === 'done') last = Math.min(last, step);
    }
  };
  await Promise.all([work(), work(), work()]);
  return last;
}

function tempCopy(from: string): string {
  const to = tempFolder();
  cpSync(from, to, { recursive: true });
  return to;
}

const readable = (folder: string) =>
  backupFiles(join(folder, 'backups')).map((file) => readBackup(join(folder, 'backups'), file).counts?.workOrders);

describe('a process that is killed', () => {
  test('at any step of a backup leaves whole backups only, and the data as they were', async () => {
    const steps = await killedEverywhere('daily', (folder) => {
      expect([[1], [2, 1]]).toContainEqual(readable(folder));
      expect(total(folder)).toBe(2);
    });
    expect(steps).toBeGreaterThan(8);
  }, 300_000);

  test('at any step of a restore leaves the state of before or that of the backup, whole, and can be told again', async () => {
    const seen = new Set<number>();
    const steps = await killedEverywhere('restore', (folder, step) => {
      const found = total(folder);
      seen.add(found);
      expect([step, [1, 2]]).toEqual([step, expect.arrayContaining([found])]);
      // What was there is not lost, whichever of the two it is.
      expect(readable(folder).includes(2) || found === 2).toBe(true);
      expect(readdirSync(folder).filter((name) => name.includes('restor'))).toEqual([]);
      const again = restoreBackup({
        database: join(folder, 'simon.sqlite'),
        folder: join(folder, 'backups'),
        file: join(folder, 'backups', '2026-03-02 13.00.00 dagelijks.sqlite'),
        nowMs: NOON,
      });
      expect(again.kind).toBe('restored');
      expect(total(folder)).toBe(1);
    });
    expect(steps).toBeGreaterThan(20);
    expect([...seen].sort()).toEqual([1, 2]);
  }, 600_000);
});

/** Number of work orders after the next start; the file is sound. */
function total(folder: string): number {
  const store = openStore({ file: join(folder, 'simon.sqlite'), now: () => NOON });
  try {
    expect(store.info.integrityCheck()).toEqual({ ok: true, detail: 'ok' });
    return store.workOrders.list(everything).total;
  } finally {
    store.close();
  }
}
