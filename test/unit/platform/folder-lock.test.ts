import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StorageError } from '../../../main/db/storage-error';
import { lockFolder } from '../../../main/platform/folder-lock';
import { systemTime } from '../../../main/platform/system-time';

/** The user `nobody` of Linux. */
const NOBODY = 65_534;
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

/** A process of its own that holds the lock until it is killed; `uid`: of another user of the computer. */
async function holderProcess(uid?: number): Promise<{ readonly said: string; readonly process: ChildProcess }> {
  const program = `
    import { lockFolder } from ${JSON.stringify(LOCK_MODULE)};
    import { systemTime } from ${JSON.stringify(TIME_MODULE)};
    try {
      const lock = await lockFolder(${JSON.stringify(folder)}, 'koppel archive', { time: systemTime, patienceMs: 0 });
      console.log(lock.held);
      setInterval(() => undefined, 60_000);
    } catch (error) {
      console.log(error.name, error.code);
    }`;
  const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid }),
  });
  const [said] = (await once(holder.stdout, 'data')) as [Buffer];
  return { said: String(said).trim(), process: holder };
}
const killed = async (holder: ChildProcess): Promise<void> => {
  holder.kill('SIGKILL');
  await once(holder, 'exit');
};

it('is free again when its holder was killed', async () => {
  const holder = await holderProcess();
  expect(holder.said).toBe('true');
  expect((await lockFolder(folder, 'koppel sync', ATONCE)).held).toBe(false);

  await killed(holder.process);
  const lock = await lockFolder(folder, 'koppel sync', ATONCE);
  expect(lock.held).toBe(true);
  if (lock.held) lock.release();
});

it('stays with a holder that stands still, which may go on at any moment', async () => {
  const holder = await holderProcess();
  holder.process.kill('SIGSTOP');
  const second = await lockFolder(folder, 'Simon Koppel', { time: systemTime, patienceMs: 1_000 });
  expect(second).toEqual({ held: false, holder: { processId: holder.process.pid, work: 'koppel archive' } });
  await killed(holder.process);
});

it('goes to one of many that begin at the same moment', async () => {
  const holders = await Promise.all(Array.from({ length: 4 }, () => holderProcess()));
  expect(holders.map(({ said }) => said).sort()).toEqual(['false', 'false', 'false', 'true']);
  await Promise.all(holders.map((holder) => killed(holder.process)));
});

it('can be taken on a disk where who holds it cannot be written down', async () => {
  mkdirSync(join(folder, 'in-use.json'));
  const lock = await lockFolder(folder, 'koppel sync', ATONCE);
  expect(lock.held).toBe(true);
  expect(await lockFolder(folder, 'koppel status', ATONCE)).toEqual({ held: false, holder: null });
});

it('is refused in words where nothing can be kept', async () => {
  writeFileSync(join(folder, 'a-file'), '');
  await expect(lockFolder(join(folder, 'a-file', 'data'), 'koppel sync', ATONCE)).rejects.toBeInstanceOf(StorageError);
});

it.skipIf(process.getuid?.() !== 0)(
  'keeps another user of the computer out (only root can be somebody else)',
  async () => {
    chmodSync(folder, 0o700);
    const { said } = await holderProcess(NOBODY);
    expect(said).toMatch(/^StorageError (io|read-only)$/);
  },
);
