import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PulledArticle, PulledCustomer } from '../../../connectors/_kit/model';
import { problem } from '../../../connectors/_kit/problem';
import type { Company } from '../../../main/company/company';
import { createCompany } from '../../../main/company/create-company';
import { readImport } from '../../../main/company/import/read-file';
import type { DropFiles } from '../../../main/company/folder-drop/drop-files';
import { dropFiles } from '../../../main/platform/drop-files';
import { asRemote } from '../../../main/db/as-remote';
import { openStore } from '../../../main/db/open-store';
import type { QueueEntryStart, Store } from '../../../main/db/store';
import { xlsxHere } from '../../../main/tables/xlsx-thread';
import type { ConnectorId } from '../../../connectors/_kit/manifest';
import { EMPTY_DRAFT } from '../../../preload/contract/empty-draft';
import type { ParsedInput } from '../../../preload/contract/calls';
import { FakeEngine } from '../../fakes/fake-engine';
import { FakeBrowser, FakeLoginReturn } from '../../fakes/fake-login-return';
import { FakePackage } from '../../fakes/fake-package';
import { FakeTime } from '../../fakes/fake-time';
import { printSmallPdf } from '../../fakes/small-pdf';
import { MemoryCompanySettings } from '../../fakes/memory-company-settings';
import { MemoryLogger } from '../../fakes/memory-logger';
import { MemorySecretStore } from '../../fakes/memory-secret-store';
import { MemoryTraces } from '../../fakes/memory-traces';
import { putMigratedDatabase } from '../db/migrated-database';
import { backupsHere } from './backups-here';

export const RIGHT_KEY = { key: 'key-of-jansen', app: 'app1' };
type Draft = ParsedInput<'work-orders:create'>;

export const LINK = { package: 'snelstart', administrationId: 'adm-1' } as const;

/** A company on a real database in a folder of its own, linked to a fake package through a fake engine. */
export class TestCompany {
  readonly package = new FakePackage();
  readonly settings = new MemoryCompanySettings();
  readonly secrets = new MemorySecretStore();
  readonly traces = new MemoryTraces();
  readonly logger = new MemoryLogger();
  readonly loginReturn = new FakeLoginReturn();
  readonly browser = new FakeBrowser();
  readonly time = new FakeTime();
  /** Every engine that was made; the last one is the living one. */
  readonly engines: FakeEngine[] = [];
  /** What the engine makes of a work order that is archived or tried again. */
  freezeAs: (workOrderId: number) => QueueEntryStart = () => ({
    state: 'blocked',
    problem: problem('blocked', 'no-lines'),
  });

  /** The folder that is kept an eye on; another one counts from the next start. */
  dropFiles: DropFiles = dropFiles;
  /** The process ends after so many records of a file were stored; null: it does not. */
  killAfterTakes: number | null = null;

  store!: Store;
  company!: Company;

  private constructor(readonly folder: string) {}

  static async open(options: { readonly background: boolean } = { background: true }): Promise<TestCompany> {
    const test = new TestCompany(await mkdtemp(path.join(tmpdir(), 'simon-company-')));
    putMigratedDatabase(path.join(test.folder, 'simon.sqlite'));
    await test.start(options);
    return test;
  }

  /** Ends the app and starts it again on the same files; `whileClosed` is done to them in between. */
  async restart(whileClosed: () => void = () => undefined): Promise<void> {
    await this.company.stop();
    whileClosed();
    await this.start({ background: true });
  }

  private async start(options: { readonly background: boolean }): Promise<void> {
    this.store = openStore({ file: path.join(this.folder, 'simon.sqlite') });
    this.company = await createCompany({
      id: 'company-1',
      name: () => 'Jansen Installaties',
      store: asRemote(this.withFailures(this.store)),
      companySettings: this.settings,
      secrets: this.secrets,
      traces: this.traces,
      connectors: {
        ids: ['snelstart', 'billit'],
        load: (id: ConnectorId) => {
          const { connector } = this.package;
          return Promise.resolve({ ...connector, manifest: { ...connector.manifest, id, label: LABELS[id] ?? id } });
        },
        endpoints: () => Promise.resolve({ api: 'https://package.test' }),
      },
      fetch: this.package.fetch,
      loginReturn: this.loginReturn,
      openLoginPage: this.browser.open,
      print: printSmallPdf,
      time: this.time,
      userName: () => 'petra',
      random: () => 0.5,
      logger: this.logger,
      databaseFile: path.join(this.folder, 'simon.sqlite'),
      backupFolder: path.join(this.folder, 'backups'),
      backups: backupsHere,
      makeXlsx: xlsxHere,
      importReader: readImport,
      dropFiles: this.dropFiles,
      createEngine: (parts) => {
        const engine = new FakeEngine(parts, (id) => this.freezeAs(id));
        this.engines.push(engine);
        return engine;
      },
    });
    await this.company.start(options);
  }

  get databaseFile(): string {
    return path.join(this.folder, 'simon.sqlite');
  }

  /** Lets the next call of this step of the database fail, as a disk does. */
  breakNext(step: 'backup' | 'resetMarks', error: Error): void {
    this.failures.set(step, error);
  }

  private readonly failures = new Map<string, Error>();
  private withFailures(store: Store): Store {
    const failing =
      <A extends readonly unknown[], R>(step: string, method: (...args: A) => R) =>
      (...args: A): R => {
        const error = this.failures.get(step);
        this.failures.delete(step);
        if (error !== undefined) throw error;
        return method(...args);
      };
    const take: Store['imports']['take'] = (...args) => {
      if (this.killAfterTakes === 0) throw new Error('Killed');
      if (this.killAfterTakes !== null) this.killAfterTakes -= 1;
      return store.imports.take(...args);
    };
    return {
      ...store,
      imports: { ...store.imports, take },
      info: { ...store.info, backup: failing('backup', store.info.backup) },
      pull: { ...store.pull, resetMarks: failing('resetMarks', store.pull.resetMarks) },
    };
  }

  get engine(): FakeEngine {
    const engine = this.engines.at(-1);
    if (engine === undefined) throw new Error('No engine was made');
    return engine;
  }

  /** Every step of the wizard up to and including the settings. */
  async activate(settings: Record<string, string | boolean | string[]> = {}): Promise<void> {
    const { calls } = this.company;
    must(await calls['integrations:accept-terms']('snelstart'));
    must(await calls['integrations:wipe']({ package: 'snelstart', parts: ['customers', 'articles', 'workOrders'] }));
    must(await calls['integrations:link']({ package: 'snelstart', credentials: RIGHT_KEY }));
    const saved = must(await calls['integrations:save-settings']({ package: 'snelstart', settings }));
    if (saved.refused.length > 0) throw new Error(JSON.stringify(saved.refused));
  }

  /** As a pull would have stored them. */
  pull(customers: readonly string[], articles: readonly string[]): void {
    const runId = this.store.runs.start('first', this.time.nowMs());
    const mark = { highWater: '2026-11-22', state: null };
    const common = { link: LINK, last: true, runId, atMs: this.time.nowMs() };
    this.store.pull.applyPage({
      ...common,
      resource: 'customers',
      page: {
        records: customers.map((number) => ({ kind: 'present', record: customer(number) }) as const),
        parked: [],
        mark,
        total: null,
      },
    });
    this.store.pull.applyPage({
      ...common,
      resource: 'articles',
      page: {
        records: articles.map((code) => ({ kind: 'present', record: article(code) }) as const),
        parked: [],
        mark,
        total: null,
      },
    });
  }

  /** Dutch messages and actions of the log, newest first. */
  logged(): readonly string[] {
    return this.store.log
      .list({ filter: {}, limit: 100 })
      .rows.map((row) => [row.level, row.record, row.message.nl, row.action?.nl ?? ''].join(' | '));
  }

  async close(): Promise<void> {
    await this.company.stop();
    await rm(this.folder, { recursive: true });
    if (this.logger.bugs.length > 0) throw new Error('A bug was logged', { cause: this.logger.bugs[0] });
  }
}

const LABELS: Partial<Record<ConnectorId, string>> = { snelstart: 'Pakket', billit: 'Billit' };

/** The value, or an exception that says why there is none. */
export function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: { code: string } },
): T {
  if (!result.ok) throw new Error(`Refused: ${result.problem.code}`);
  return result.value;
}

export const draft = (change: Partial<Draft> = {}): Draft => ({
  ...EMPTY_DRAFT,
  description: 'Ketel nakijken',
  ...change,
});

const customer = (number: string): PulledCustomer => {
  const address = { name: '', street: `Dorpsstraat ${number}`, postcode: '1234 AB', city: 'Utrecht', country: 'NL' };
  return {
    externalId: `customer-${number}`,
    number,
    name: `Klant ${number}`,
    address,
    workAddresses: [{ ...address, kind: 'main', key: '' }],
    phone: '',
    email: '',
    vatNumber: '',
    chamberOfCommerceNumber: '',
    extra: null,
  };
};
const article = (code: string): PulledArticle => ({
  externalId: `article-${code}`,
  code,
  description: `Artikel ${code}`,
  groupExternalId: null,
  unit: 'stuk',
  unitPrice: '10',
  vatRate: '21',
  extra: null,
});
