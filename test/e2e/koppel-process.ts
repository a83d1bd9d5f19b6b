/** Runs `koppel` of the built app as a process of its own, as IT people do. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** The folder of the app: what Electron is started with. */
export const APP_FOLDER = resolve(import.meta.dirname, '../..');
/** The program that `require('electron')` names under plain Node. */
const ELECTRON = createRequire(import.meta.url)('electron') as unknown as string;

export interface KoppelOutcome {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** The one JSON object on stdout; empty when there was none. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningApp {
  readonly process: ChildProcess;
  readonly finished: Promise<KoppelOutcome>;
}

/** Starts the app with these arguments; `stdin` is written as JSON. */
export function startApp(args: readonly string[], stdin?: unknown): RunningApp {
  const child = spawn(ELECTRON, [APP_FOLDER, ...args], { cwd: APP_FOLDER, stdio: ['pipe', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A process that is killed before it has read everything must not take the test along.
  child.stdin.on('error', () => undefined).end(stdin === undefined ? '' : JSON.stringify(stdin));
  const finished = new Promise<KoppelOutcome>((settle, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => settle({ exitCode, stdout, stderr, json: onlyObject(stdout) }));
  });
  return { process: child, finished };
}

/** Kills it as a power cut would, and waits until it is gone. */
export async function killHard({ process: child, finished }: RunningApp): Promise<void> {
  child.kill('SIGKILL');
  await finished;
}

/** Anything but exactly one JSON object is no answer. */
function onlyObject(stdout: string): KoppelOutcome['json'] {
  const text = stdout.trim();
  return text.startsWith('{') && !text.includes('\n') ? (JSON.parse(text) as KoppelOutcome['json']) : {};
}
