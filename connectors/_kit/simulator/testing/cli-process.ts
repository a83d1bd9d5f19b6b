/** Runs simulators as processes of their own, for tests; each is ended with its test. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { RunningSimulator } from '../contract';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const CLI = join(ROOT, 'connectors', 'simulate.ts');

/** The line that a simulator prints when it is ready. */
export type Announcement = Pick<
  RunningSimulator,
  'package' | 'address' | 'endpoints' | 'credentials' | 'registration' | 'booksPage'
>;

export type CliProcess = ChildProcess & { readonly output: { stdout: string; stderr: string } };

/** Starts `simulator` with these arguments and collects what it prints. */
export function runCli(...args: string[]): CliProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
  return Object.assign(child, { output });
}

/** Waits until the process has printed its line. */
export async function announced(child: CliProcess): Promise<Announcement> {
  await expect.poll(() => child.output.stdout, { timeout: 15_000 }).toContain('\n');
  return JSON.parse(child.output.stdout) as Announcement;
}
