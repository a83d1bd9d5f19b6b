/** Group I: another program on the same data folder; real processes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell } from './cell';

const LONGEST_MS = 60_000;

interface Instance {
  readonly process: ChildProcess;
  /** `held`, or who holds it. */
  readonly said: string;
}

type Scene = (start: (folder?: string) => Promise<Instance>) => Promise<readonly string[]>;

const SCENES: Readonly<Record<string, Scene>> = {
  'a second one starts': async (start) => {
    const [first, second] = [await start(), await start()];
    return [...expected('held', first), ...expected(`in use by ${first.process.pid ?? 0}`, second)];
  },
  'starts while the first one is stopped (SIGSTOP)': async (start) => {
    const first = await start();
    first.process.kill('SIGSTOP');
    const second = await start();
    first.process.kill('SIGCONT');
    const third = await start();
    const inUse = `in use by ${first.process.pid ?? 0}`;
    return [...expected(inUse, second), ...expected(inUse, third)];
  },
  'starts after the first one was killed': async (start) => {
    const first = await start();
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    return expected('held', await start());
  },
  'starts after the first one was killed while stopped': async (start) => {
    const first = await start();
    first.process.kill('SIGSTOP');
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    return expected('held', await start());
  },
  'two users, each with a folder': async (start) => {
    const [first, second] = [await start(), await start('other')];
    return [...expected('held', first), ...expected('held', second)];
  },
};

const expected = (what: string, { said }: Instance): readonly string[] =>
  said === what ? [] : [`said "${said}" in place of "${what}"`];

export function instanceCells(): readonly Cell[] {
  return Object.entries(SCENES).map(([fault, scene]) => ({
    group: 'I',
    call: 'start',
    // Whichever is linked.
    package: 'snelstart',
    fault,
    play: () => played(scene),
  }));
}

async function played(scene: Scene): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'koppel-folder-'));
  const running: ChildProcess[] = [];
  try {
    return await scene(async (folder = 'own') => {
      const instance = await startHolder(join(root, folder));
      running.push(instance.process);
      return instance;
    });
  } finally {
    for (const process of running) process.kill('SIGKILL');
    rmSync(root, { recursive: true, force: true });
  }
}

async function startHolder(folder: string): Promise<Instance> {
  const holder = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'folder-holder.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const timer = setTimeout(() => holder.kill('SIGKILL'), LONGEST_MS);
  const [said] = (await once(holder.stdout, 'data')) as [Buffer];
  clearTimeout(timer);
  return { process: holder, said: said.toString().trim() };
}
