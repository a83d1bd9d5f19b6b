/** Runs in the main process: the one place where the services are made and tied together. */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { connectorIds, loadConnector } from '../connectors/registry';
import { problem, type Problem } from '../connectors/_kit/problem';
import { fail, ok, type Result } from '../connectors/_kit/result';
import type { AppState } from '../preload/contract/views';
import { createCompanies, type Companies } from './companies/companies';
import { createCompanyBackups, type CompanyBackups } from './companies/company-backups';
import { createCompanyRemoval, type CompanyRemoval } from './companies/company-removal';
import { createCompanyRegister, PRACTICE_COMPANY } from './companies/company-register';
import { databaseDamaged } from './companies/database-damaged';
import type { Company } from './company/company';
import { createCompany } from './company/create-company';
import { orStorageProblem } from './company/storage-refusal';
import { backupJobsInThread } from './db/backups/backup-thread';
import { importReaderInThread } from './company/import/reader-thread';
import { dropFiles } from './platform/drop-files';
import { xlsxInThread, type MakeXlsx } from './tables/xlsx-thread';
import { asStorageError, NewerDatabaseError, StorageError } from './db/storage-error';
import { openRemoteStore } from './db/remote-store';
import { storageProblem } from './db/storage-problem';
import type { RemoteStore } from './db/store';
import { workerFile } from './db/worker-file';
import type { Lifecycle } from './lifecycle';
import { createLogger, type FileLogger } from './log/logger';
import type { DataFolder } from './platform/data-folder';
import type { EndpointOverrides } from './platform/endpoints-file';
import type { LoginAddresses } from './platform/login-addresses';
import { createLoginReturn } from './platform/login-return';
import { createDatabaseTraces } from './platform/database-traces';
import { createNetwork, type Network } from './platform/network';
import { createProxyPassword, type ProxyPassword } from './platform/proxy-password';
import { createPdfPrinter } from './platform/pdf-printer';
import { createOpenInBrowser } from './platform/open-in-browser';
import { createSecretStore, loadKeychain } from './platform/secrets';
import { settingsFileIn } from './platform/settings-file';
import { openSettings, type CompanyStore, type SettingsStore } from './platform/settings-store';
import { systemTime } from './platform/system-time';
import { systemUserName } from './platform/system-user';
import type { Connectors, OpenLoginPage, SecretStore } from './ports';
import type { Practice, PracticeOptions } from './practice/practice';
import { createEngine } from './sync/create-engine';
import { makeFolder } from './platform/make-folder';

export interface ComposeOptions {
  readonly folder: DataFolder;
  readonly practice: boolean;
  readonly endpoints: EndpointOverrides;
  /**
   * Addresses of our own scheme, which only a window gets. Null without one: nobody is there to log in either, so that the
   * practice administration does so by itself.
   */
  readonly loginAddresses: LoginAddresses | null;
  /** Shows the page of a login; null: in the system's browser. */
  readonly openLoginPage: OpenLoginPage | null;
}

/** What the window, the command line and the practice job work with. */
export interface Services {
  readonly companies: Companies;
  readonly backups: CompanyBackups;
  readonly removal: CompanyRemoval;
  /** Shows a page to the person at this computer; false: there is no browser to do so. */
  readonly openInBrowser: (url: string) => Promise<boolean>;
  readonly network: Network;
  readonly proxyPassword: ProxyPassword;
  readonly settings: SettingsStore;
  readonly connectors: Connectors;
  readonly secrets: SecretStore;
  readonly keychain: AppState['keychain'];
  readonly logger: FileLogger;
  readonly makeXlsx: MakeXlsx;
  /** Null outside the practice administration. */
  readonly practice: Practice | null;
}

/** The services with the one company that a command or the practice job works with. */
export interface CompanyServices extends Services {
  readonly company: Company;
  readonly companyStore: CompanyStore;
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
 * Opens settings and keychain; the companies are opened by whoever works with them. Problems: those of `openSettings`, and
 * `storage-*` when the first company cannot be written there.
 */
export async function compose(
  { folder, practice: practising, endpoints, loginAddresses, openLoginPage }: ComposeOptions,
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
  const connectors = connectorsOf(practice, endpoints);
  const registered = await orStorageProblem(() =>
    Promise.resolve(ok(createCompanyRegister({ settings, practice: practising, newId: randomUUID }))),
  );
  if (!registered.ok) return registered;
  const register = registered.value;
  const printer = createPdfPrinter(logger);
  const backups = backupJobsInThread(workerFile('backup-worker'));
  const makeXlsx = xlsxInThread(workerFile('xlsx-worker'));
  const proxyPassword = createProxyPassword(loadKeychain, settings.installationId);
  const network = createNetwork({ proxy: () => settings.app().proxy, proxyPassword });
  const traces = createDatabaseTraces(loadKeychain, settings.installationId);
  const openInBrowser = createOpenInBrowser(logger);
  // Whoever cannot be shown a login page finds its address on the screen.
  const inBrowser: OpenLoginPage = async (url) => void (await openInBrowser(url));
  const shared = {
    secrets,
    traces,
    connectors,
    fetch: network.fetch,
    loginReturn: createLoginReturn(loginAddresses),
    openLoginPage: practice?.openLoginPage ?? openLoginPage ?? inBrowser,
    print: printer.print,
    time: systemTime,
    userName: systemUserName,
    random: Math.random,
    logger,
    backups,
    makeXlsx,
    importReader: importReaderInThread(workerFile('import-worker')),
    dropFiles,
    createEngine,
  };
  const make = async (id: string): Promise<Result<Company>> => {
    const { root, databaseFile, backups: backupFolder } = folder.company(id);
    const store = await openStore(root, databaseFile, backupFolder);
    if (!store.ok) return store;
    const { name, settings: companySettings } = register.of(id);
    const own = { id, name, store: store.value, companySettings, databaseFile, backupFolder };
    const made = await orStorageProblem(async () => ok(await createCompany({ ...shared, ...own })));
    if (!made.ok) await store.value.close().catch(() => undefined);
    return made;
  };
  const companies = createCompanies({ register, practice: practising, make, time: systemTime, logger });
  lifecycle.onStop('companies', companies.stop);
  // Before the companies, which wait for what is being printed.
  lifecycle.onStop('pdf printer', printer.stop);

  const companyBackups = createCompanyBackups({
    companies,
    folderOf: folder.company,
    backups,
    time: systemTime,
    logger,
  });

  const removal = createCompanyRemoval({
    companies,
    settings,
    secrets,
    traces,
    connectors,
    backups,
    folderOf: folder.company,
    keptFolder: folder.removedCompanies,
    time: systemTime,
    logger,
  });

  return ok({
    companies,
    openInBrowser,
    removal,
    network,
    proxyPassword,
    backups: companyBackups,
    settings,
    connectors,
    secrets,
    keychain,
    logger,
    makeXlsx,
    practice,
  });
}

/** Opens the one company that is worked with. Problems: `storage-*` and `database-of-newer-app`. */
export async function withCompany(services: Services, id: string): Promise<Result<CompanyServices>> {
  const { companies } = services;
  const company = await companies.open(id);
  return company.ok ? ok({ ...services, company: company.value, companyStore: companies.register.of(id) }) : company;
}

/** Loaded only here, so that nothing of a simulator is in memory when real work is done. */
async function openPractice(
  folder: DataFolder,
  consent: PracticeOptions['consent'],
  lifecycle: Lifecycle,
): Promise<Practice> {
  const { createPractice } = await import('./practice/practice');
  const practice = createPractice({ folder: folder.company(PRACTICE_COMPANY).root, consent });
  lifecycle.onStop('practice', practice.stop);
  return practice;
}

function connectorsOf(practice: Practice | null, overrides: EndpointOverrides): Connectors {
  if (practice !== null) {
    return {
      ids: practice.ids,
      load: async (id) => ({ ...(await loadConnector(id)), documentPage: practice.documentPage }),
      endpoints: async (id) => (await practice.simulator(id)).endpoints,
    };
  }
  return {
    ids: connectorIds,
    load: loadConnector,
    endpoints: async (id) => ({ ...(await loadConnector(id)).manifest.endpoints, ...overrides[id] }),
  };
}

async function openStore(folder: string, file: string, backupFolder: string): Promise<Result<RemoteStore>> {
  try {
    makeFolder(folder);
    return ok(await openRemoteStore({ workerFile: workerFile('db-worker'), file }));
  } catch (error) {
    const known = whyNotOpened(error, file, backupFolder);
    if (known === null) throw error;
    return fail(known);
  }
}

/** Null: a bug. */
function whyNotOpened(error: unknown, file: string, backupFolder: string): Problem | null {
  if (error instanceof NewerDatabaseError) return problem('storage', 'database-of-newer-app', { file });
  const refusal = asStorageError(error);
  if (refusal instanceof StorageError && refusal.code === 'damaged') return databaseDamaged(backupFolder);
  return storageProblem(refusal);
}
