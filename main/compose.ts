/** Runs in the main process: the one place where the services are made and tied together. */
import { homedir } from 'node:os';
import { connectorIds, loadConnector } from '../connectors/registry';
import { problem, type Problem } from '../connectors/_kit/problem';
import { fail, ok, type Result } from '../connectors/_kit/result';
import type { AppState, CompanySummary } from '../preload/contract/views';
import type { Company } from './company/company';
import { createCompany } from './company/create-company';
import { NewerDatabaseError } from './db/storage-error';
import { openRemoteStore } from './db/remote-store';
import { storageProblem } from './db/storage-problem';
import type { RemoteStore } from './db/store';
import { workerFile } from './db/worker-file';
import type { Lifecycle } from './lifecycle';
import { knownText } from './log/catalogue';
import { createLogger, type FileLogger } from './log/logger';
import type { DataFolder } from './platform/data-folder';
import type { EndpointOverrides } from './platform/endpoints-file';
import type { LoginAddresses } from './platform/login-addresses';
import { createLoginReturn } from './platform/login-return';
import { createFetch } from './platform/network';
import { createPdfPrinter } from './platform/pdf-printer';
import { createOpenLoginPage } from './platform/open-login-page';
import { createSecretStore, loadKeychain } from './platform/secrets';
import { settingsFileIn } from './platform/settings-file';
import { openSettings, type CompanyStore, type SettingsStore } from './platform/settings-store';
import { systemTime } from './platform/system-time';
import type { Connectors, SecretStore } from './ports';
import type { Practice, PracticeOptions } from './practice/practice';
import { createEngine } from './sync/create-engine';
import { makeFolder } from './platform/make-folder';

/** The company that is worked with when it is not the practice administration. */
const COMPANY = 'main';

export interface ComposeOptions {
  readonly folder: DataFolder;
  readonly practice: boolean;
  readonly endpoints: EndpointOverrides;
  /**
   * Addresses of our own scheme, which only a window gets. Null without one: nobody is there to log in either, so that the
   * practice administration does so by itself.
   */
  readonly loginAddresses: LoginAddresses | null;
}

/** What the window, the command line and the practice job work with. */
export interface Services {
  readonly company: Company;
  readonly companyStore: CompanyStore;
  readonly settings: SettingsStore;
  readonly connectors: Connectors;
  readonly secrets: SecretStore;
  readonly keychain: AppState['keychain'];
  readonly logger: FileLogger;
  /** Null outside the practice administration. */
  readonly practice: Practice | null;
  readonly summary: () => CompanySummary;
}

/** The technical log of a data folder. Made before anything else, so that whatever fails next is in it. */
export function openLog(folder: DataFolder): FileLogger {
  return createLogger({
    folder: folder.logs,
    homeDirectory: homedir(),
    clock: systemTime,
    random: Math.random,
  });
}

/**
 * Opens settings, keychain and database and makes the company; each is stopped with the lifecycle. Problems: those of
 * `openSettings`, `storage-*` and `database-of-newer-app`.
 */
export async function compose(
  { folder, practice: practising, endpoints, loginAddresses }: ComposeOptions,
  logger: FileLogger,
  lifecycle: Lifecycle,
): Promise<Result<Services>> {
  const opened = openSettings(settingsFileIn(folder.root, folder.settingsName));
  if (!opened.ok) return opened;
  const settings = opened.value;
  const secrets = createSecretStore(loadKeychain, settings.installationId);
  lifecycle.onStop('keychain', secrets.settled);
  const keychain = await lifecycle.whole('probe of the keychain', secrets.probe);
  if (!keychain.available) logger.warn('keychain', 'not available', { detail: keychain.detail });

  const consent = loginAddresses === null ? 'automatic' : 'page';
  const practice = practising ? await openPractice(folder, consent, lifecycle) : null;
  const id = practice?.companyId ?? COMPANY;
  const companyFolder = folder.company(id);
  makeFolder(companyFolder.root);
  const store = await openStore(companyFolder.databaseFile, lifecycle);
  if (!store.ok) return store;

  const nameKey = practising ? 'practice.company-name' : 'cli.company-name';
  const companyStore = settings.company(id, knownText(nameKey)[settings.app().language]);
  const connectors = connectorsOf(practice?.practice ?? null, endpoints);
  const printer = createPdfPrinter(logger);
  const company = await createCompany({
    id,
    name: companyStore.name,
    store: store.value,
    companySettings: companyStore.settings,
    secrets,
    connectors,
    fetch: createFetch(),
    loginReturn: createLoginReturn(loginAddresses),
    openLoginPage: practice?.practice.openLoginPage ?? createOpenLoginPage(logger),
    print: printer.print,
    time: systemTime,
    random: Math.random,
    logger,
    backupFolder: companyFolder.backups,
    createEngine,
  });
  lifecycle.onStop('company', company.stop);
  // Before the company, which waits for what is being printed.
  lifecycle.onStop('pdf printer', printer.stop);

  return ok({
    company,
    companyStore,
    settings,
    connectors,
    secrets,
    keychain,
    logger,
    practice: practice?.practice ?? null,
    summary: () => ({ id, name: companyStore.name(), practice: practising }),
  });
}

/** Loaded only here, so that nothing of a simulator is in memory when real work is done. */
async function openPractice(
  folder: DataFolder,
  consent: PracticeOptions['consent'],
  lifecycle: Lifecycle,
): Promise<{ readonly companyId: string; readonly practice: Practice }> {
  const { createPractice, PRACTICE_COMPANY } = await import('./practice/practice');
  const practice = createPractice({ folder: folder.company(PRACTICE_COMPANY).root, consent });
  lifecycle.onStop('practice', practice.stop);
  return { companyId: PRACTICE_COMPANY, practice };
}

function connectorsOf(practice: Practice | null, overrides: EndpointOverrides): Connectors {
  if (practice !== null) {
    return {
      ids: practice.ids,
      load: loadConnector,
      endpoints: async (id) => (await practice.simulator(id)).endpoints,
    };
  }
  return {
    ids: connectorIds,
    load: loadConnector,
    endpoints: async (id) => ({ ...(await loadConnector(id)).manifest.endpoints, ...overrides[id] }),
  };
}

async function openStore(file: string, lifecycle: Lifecycle): Promise<Result<RemoteStore>> {
  try {
    const open = () => openRemoteStore({ workerFile: workerFile(), file });
    return ok(await lifecycle.whole('opening of the database', open));
  } catch (error) {
    const known: Problem | null =
      error instanceof NewerDatabaseError
        ? problem('storage', 'database-of-newer-app', { file })
        : storageProblem(error);
    if (known === null) throw error;
    return fail(known);
  }
}
