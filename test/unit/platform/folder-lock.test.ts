import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from '../../../main/platform/folder-lock';
import { systemTime } from '../../../main/platform/system-time';

const ATONCE = { time: systemTime, patienceMs: 0 };
const LOCK_MODULE = fileURLToPath(new URL('../../../main/platform/folder-lock.ts', import.meta.url));
const TIME_MODULE = fileURLToPath(new URL('../../../main/platform/system-time.ts', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('lets one at a time work in a folder, and names the one who does', async () => {
  const first = await lockFolder(folder, 'Simon Koppel', ATONCE);
  const second = await lockFolder(folder, 'koppel sync', ATONCE);
  expect(first.held).toBe(true);
  expect(second).toEqual({ held: false, holder: { processId: process.pid, work: 'Simon Koppel' } });
});

it('is free again when it is released, also for one who is waiting', async () => {
  const first = await lockFolder(folder, 'koppel sync', ATONCE);
  const waiting = lockFolder(folder, 'koppel status', { time: systemTime, patienceMs: 10_000 });
  if (first.held) first.release();
  expect((await waiting).held).toBe(true);
});

it('makes the folder when it is not there', async () => {
  const lock = await lockFolder(join(folder, 'new', 'data'), 'koppel status', ATONCE);
  expect(lock.held).toBe(true);
  if (lock.held) lock.release();
});

it('is free again when its holder was killed', async () => {
  const program = `
    import { lockFolder } from ${JSON.stringify(LOCK_MODULE)};
    import { systemTime } from ${JSON.stringify(TIME_MODULE)};
    const lock = await lockFolder(${JSON.stringify(folder)}, 'killed', { time: systemTime, patienceMs: 0 });
    console.log(lock.held);
    setInterval(() => undefined, 60_000);`;
  const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
  const [said] = (await once(holder.stdout, 'data')) as [Buffer];
  expect(String(said).trim()).toBe('true');
  expect((await lockFolder(folder, 'koppel sync', ATONCE)).held).toBe(false);

  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const lock = await lockFolder(folder, 'koppel sync', ATONCE);
  expect(lock.held).toBe(true);
  if (lock.held) lock.release();
});
