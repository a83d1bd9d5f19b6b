/**
 * What every end-to-end test gets: a simulated SnelStart of its own, a data folder of its own, and the real built app,
 * with a window (`openApp`) or on the command line (`koppel`). Nothing is shared between tests but the keychain, where
 * each data folder has entries of its own.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import type { BooksSize, RunningSimulator } from '../../connectors/_kit/simulator/contract';
import { startSimulator, type SnelstartBooks } from '../../connectors/snelstart/simulator';
import { withClock, type AppClock } from './app-clock';
import { HeldAnswers } from './held-answers';
import { APP_FOLDER, killHard, startApp, type KoppelOutcome, type RunningApp } from './koppel-process';

export { expect } from '@playwright/test';

export type Snelstart = RunningSimulator<SnelstartBooks>;

export interface OpenApp {
  readonly app: ElectronApplication;
  readonly window: Page;
}

interface Fixtures {
  readonly books: BooksSize;
  readonly quirks: Readonly<Record<string, string>>;
  /** The time zone that the computer is set to. */
  readonly clockOf: string;
  readonly heldAnswers: HeldAnswers;
  readonly snelstart: Snelstart;
  /** A temporary folder for files of the test itself. */
  readonly scratch: string;
  readonly dataFolder: string;
  /** Arguments that point the app at the simulator and the data folder. */
  readonly place: readonly string[];
  /** Starts a command of the command line without waiting for its end. */
  readonly start: (command: string, args?: readonly string[], stdin?: unknown) => RunningApp;
  readonly koppel: (command: string, args?: readonly string[], stdin?: unknown) => Promise<KoppelOutcome>;
  /** What `activate` reads on stdin, with these settings. */
  readonly activation: (settings?: Readonly<Record<string, unknown>>) => Activation;
  /** Links the data folder to the simulator with these settings, on the command line. */
  readonly activate: (settings?: Readonly<Record<string, unknown>>) => Promise<KoppelOutcome>;
  /** The folder of the app that `openApp` starts. */
  readonly appFolder: string;
  /** The app with its window, ready for use. Without arguments in the data folder of the test, by the computer's clock. */
  readonly openApp: (args?: readonly string[], clock?: AppClock) => Promise<OpenApp>;
}

export interface Activation {
  readonly package: string;
  readonly company: string;
  readonly registration: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

export const COMPANY_NAME = 'Installatiebedrijf De Vries';

/** Without it Chromium imitates a graphics card on the processor, at twice the cost. */
const PAINTED_BY_PROCESSOR = ['--disable-gpu'];

const ENV = definedOnly(process.env);

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export const test = base.extend<Fixtures>({
  books: ['small', { option: true }],
  quirks: [{}, { option: true }],
  clockOf: ['Europe/Amsterdam', { option: true }],

  heldAnswers: async ({}, use) => {
    const held = new HeldAnswers();
    await use(held);
    held.letGoOfAll();
  },

  snelstart: async ({ books, quirks, heldAnswers }, use) => {
    const simulator = await startSimulator({ seed: 7, books, quirks, sleep: heldAnswers.sleep });
    await use(simulator);
    await simulator.close();
  },

  scratch: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'simon-koppel-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  dataFolder: async ({ scratch }, use) => {
    await use(join(scratch, 'data'));
  },

  place: async ({ snelstart, scratch, dataFolder }, use) => {
    const endpoints = join(scratch, 'endpoints.json');
    writeFileSync(endpoints, JSON.stringify({ snelstart: snelstart.endpoints }));
    await use(['--data', dataFolder, '--endpoints', endpoints]);
  },

  start: async ({ place }, use) => {
    const running: RunningApp[] = [];
    await use((command, args = [], stdin) => {
      const koppel = startApp(['koppel', command, ...args, ...place, '--json'], stdin);
      running.push(koppel);
      return koppel;
    });
    await Promise.all(running.map(killHard));
  },

  koppel: async ({ start }, use) => {
    await use((command, args, stdin) => start(command, args, stdin).finished);
  },

  activation: async ({ snelstart }, use) => {
    await use((settings = {}) => ({
      package: 'snelstart',
      company: COMPANY_NAME,
      registration: snelstart.registration,
      credentials: snelstart.credentials,
      settings,
    }));
  },

  activate: async ({ koppel, activation }, use) => {
    await use((settings) => koppel('activate', [], activation(settings)));
  },

  appFolder: async ({}, use) => {
    await use(APP_FOLDER);
  },

  openApp: async ({ place, appFolder, clockOf }, use) => {
    const open: ElectronApplication[] = [];
    await use(async (args = place, clock) => {
      const electron = clock === undefined ? { args: [], env: {} } : withClock(clock);
      const app = await _electron.launch({
        args: [...electron.args, ...PAINTED_BY_PROCESSOR, appFolder, ...args],
        cwd: appFolder,
        env: { ...ENV, ...electron.env, TZ: clockOf },
      });
      open.push(app);
      const window = await app.firstWindow();
      await window.getByRole('heading', { level: 1 }).waitFor();
      return { app, window };
    });
    // One that the test has killed or closed is gone already.
    for (const app of open) await app.close().catch(() => undefined);
  },
});
