/**
 * What every end-to-end test gets: a simulated SnelStart of its own, a data folder of its own, and the real built app,
 * with a window (`openApp`) or on the command line (`koppel`). Nothing is shared between tests but the keychain, where
 * each data folder has entries of its own.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import type { RunningSimulator } from '../../connectors/_kit/simulator/contract';
import { startSimulator, type SnelstartBooks } from '../../connectors/snelstart/simulator';

export { expect } from '@playwright/test';

export const ROOT = resolve(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'out/main/index.js');
/** The program that `require('electron')` names under plain Node. */
const ELECTRON = createRequire(import.meta.url)('electron') as unknown as string;

export type Snelstart = RunningSimulator<SnelstartBooks>;

export interface KoppelOutcome {
  readonly exitCode: number | null;
  /** The one JSON object on stdout; undefined when there was none. */
  readonly json: Record<string, unknown>;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command line command that is still running. */
export interface RunningKoppel {
  readonly process: ChildProcess;
  readonly finished: Promise<KoppelOutcome>;
  /** Resolves when its stderr shows this text. */
  readonly says: (text: string | RegExp) => Promise<void>;
}

export interface OpenApp {
  readonly app: ElectronApplication;
  readonly window: Page;
}

interface Fixtures {
  readonly books: 'small' | 'practice' | { readonly customers: number; readonly articles: number };
  readonly quirks: Readonly<Record<string, string>>;
  readonly snelstart: Snelstart;
  readonly dataFolder: string;
  readonly endpointsFile: string;
  /** Arguments that point the app at the simulator and the data folder. */
  readonly place: readonly string[];
  readonly start: (command: string, args?: readonly string[], stdin?: unknown) => RunningKoppel;
  readonly koppel: (command: string, args?: readonly string[], stdin?: unknown) => Promise<KoppelOutcome>;
  /** Links the data folder to the simulator with these settings. */
  readonly activate: (settings?: Readonly<Record<string, unknown>>) => Promise<KoppelOutcome>;
  readonly openApp: (args?: readonly string[]) => Promise<OpenApp>;
}

const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'simon-koppel-e2e-'));

function startKoppel(args: readonly string[], stdin: unknown): RunningKoppel {
  const child = spawn(ELECTRON, [...sandboxArgs(), MAIN, 'koppel', ...args], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const waiting: { readonly text: string | RegExp; readonly done: () => void }[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const wait of waiting) if (matches(stderr, wait.text)) wait.done();
  });
  child.stdin.end(stdin === undefined ? '' : JSON.stringify(stdin));
  const finished = new Promise<KoppelOutcome>((settle, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => settle({ exitCode, stdout, stderr, json: lastJson(stdout) }));
  });
  const says = (text: string | RegExp): Promise<void> =>
    new Promise((done, reject) => {
      if (matches(stderr, text)) return done();
      waiting.push({ text, done });
      void finished.then(() => reject(new Error(`The command ended without saying ${String(text)}:\n${stderr}`)));
    });
  return { process: child, finished, says };
}

const matches = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);

function lastJson(stdout: string): Record<string, unknown> {
  const line = stdout.trim().split('\n').at(-1) ?? '';
  return line.startsWith('{') ? (JSON.parse(line) as Record<string, unknown>) : {};
}

/** Chromium refuses its sandbox to root; a test machine often is root. */
const sandboxArgs = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

export const test = base.extend<Fixtures>({
  books: ['small', { option: true }],
  quirks: [{}, { option: true }],

  snelstart: async ({ books, quirks }, use) => {
    const simulator = await startSimulator({ seed: 7, books, quirks });
    await use(simulator);
    await simulator.close();
  },

  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from a pattern.
  dataFolder: async ({}, use) => {
    const folder = temporaryFolder();
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  },

  // eslint-disable-next-line no-empty-pattern -- as above
  endpointsFile: async ({}, use) => {
    const folder = temporaryFolder();
    await use(join(folder, 'endpoints.json'));
    rmSync(folder, { recursive: true, force: true });
  },

  place: async ({ snelstart, dataFolder, endpointsFile }, use) => {
    writeFileSync(endpointsFile, JSON.stringify({ snelstart: snelstart.endpoints }));
    await use(['--data', dataFolder, '--endpoints', endpointsFile]);
  },

  start: async ({ place }, use) => {
    const running: ChildProcess[] = [];
    await use((command, args = [], stdin) => {
      const koppel = startKoppel([command, ...args, ...place, '--json'], stdin);
      running.push(koppel.process);
      return koppel;
    });
    for (const child of running) child.kill('SIGKILL');
  },

  koppel: async ({ start }, use) => {
    await use((command, args, stdin) => start(command, args, stdin).finished);
  },

  activate: async ({ koppel, snelstart }, use) => {
    await use((settings = {}) =>
      koppel('activate', [], {
        package: 'snelstart',
        company: 'Installatiebedrijf De Vries',
        registration: snelstart.registration,
        credentials: snelstart.credentials,
        settings,
      }),
    );
  },

  openApp: async ({ place }, use) => {
    const open: ElectronApplication[] = [];
    await use(async (args = []) => {
      const app = await _electron.launch({ args: [MAIN, ...place, ...args], cwd: ROOT });
      open.push(app);
      const window = await app.firstWindow();
      await window.locator('[data-ready="true"]').first().waitFor();
      return { app, window };
    });
    for (const app of open) await app.close().catch(() => undefined);
  },
});
