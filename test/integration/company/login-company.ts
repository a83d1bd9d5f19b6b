import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Json } from '../../../connectors/_kit/text';
import type { Company } from '../../../main/company/company';
import { createCompany } from '../../../main/company/create-company';
import { readImport } from '../../../main/company/import/read-file';
import { dropFiles } from '../../../main/platform/drop-files';
import { asRemote } from '../../../main/db/as-remote';
import { openStore } from '../../../main/db/open-store';
import type { Store } from '../../../main/db/store';
import { createEngine } from '../../../main/sync/create-engine';
import { xlsxHere } from '../../../main/tables/xlsx-thread';
import type { IntegrationStage, QueueRow } from '../../../preload/contract/views';
import { FakeBrowser, FakeLoginReturn } from '../../fakes/fake-login-return';
import { FakeTime, settled } from '../../fakes/fake-time';
import { APP, LoginPackage } from '../../fakes/login-package';
import { MemoryCompanySettings } from '../../fakes/memory-company-settings';
import { MemoryLogger } from '../../fakes/memory-logger';
import { MemorySecretStore } from '../../fakes/memory-secret-store';
import { MemoryTraces } from '../../fakes/memory-traces';
import { printSmallPdf } from '../../fakes/small-pdf';
import { putMigratedDatabase } from '../db/migrated-database';
import { article, customer, pull } from '../db/records';
import { draft, must } from './test-company';
import { backupsHere } from './backups-here';

export const ID = 'exact-online';
const EVERYTHING = ['customers', 'articles', 'workOrders'] as const;

/** A company on a real database with the real engine, and a package whose link is a login. */
export class LoginCompany {
  readonly time = new FakeTime();
  readonly package = new LoginPackage(this.time);
  readonly settings = new MemoryCompanySettings();
  readonly keychain = new MemorySecretStore();
  readonly traces = new MemoryTraces();
  readonly logger = new MemoryLogger();
  readonly loginReturn = new FakeLoginReturn();
  readonly browser = new FakeBrowser();
  /** Addresses that the screen was told. */
  readonly pages: string[] = [];
  store!: Store;
  company!: Company;

  private constructor(private readonly folder: string) {
    this.agree();
  }

  static async open(): Promise<LoginCompany> {
    const test = new LoginCompany(await mkdtemp(path.join(tmpdir(), 'simon-login-')));
    putMigratedDatabase(path.join(test.folder, 'simon.sqlite'));
    await test.start();
    return test;
  }

  private async start(): Promise<void> {
    this.store = openStore({ file: path.join(this.folder, 'simon.sqlite') });
    this.company = await createCompany({
      id: 'company-1',
      name: () => 'Jansen Installaties',
      store: asRemote(this.store),
      companySettings: this.settings,
      secrets: this.keychain,
      traces: this.traces,
      connectors: {
        ids: [ID],
        load: () => Promise.resolve(this.package.connector),
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
      dropFiles,
      createEngine,
    });
    this.company.on('login:page', ({ url }) => this.pages.push(url));
    await this.company.start({ background: true });
  }

  async restart(): Promise<void> {
    await this.company.stop();
    await this.start();
  }

  /** From now on the person at the computer logs in and agrees. */
  agree(): void {
    this.browser.visit = (page) => this.loginReturn.comeBack(this.package.agree(page));
  }

  /** From now on nobody looks at the page that is opened. */
  ignorePage(): void {
    this.browser.visit = () => undefined;
  }

  /** The wizard up to Koppel. */
  async prepare(): Promise<void> {
    must(await this.company.calls['integrations:accept-terms'](ID));
    must(await this.company.calls['integrations:wipe']({ package: ID, parts: [...EVERYTHING] }));
  }

  logIn(credentials: Record<string, string> = APP): ReturnType<Company['calls']['integrations:login']> {
    return this.company.calls['integrations:login']({ package: ID, credentials });
  }

  paste(address: string): ReturnType<Company['calls']['integrations:login-answer']> {
    return this.company.calls['integrations:login-answer']({ package: ID, address });
  }

  save(settings: Record<string, Json>): ReturnType<Company['calls']['integrations:save-settings']> {
    return this.company.calls['integrations:save-settings']({ package: ID, settings });
  }

  /** Active, and filled as a pull would have. */
  async activate(settings: Record<string, Json> = { administration: '100', travelArticle: 'REIS' }): Promise<void> {
    await this.prepare();
    must(await this.logIn());
    const { refused } = must(await this.save(settings));
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
    await settled();
    const link = { package: ID, administrationId: this.settings.integration(ID).administration?.id ?? '' };
    pull(this.store, 'customers', [customer('1')], { link });
    pull(this.store, 'articles', [article('9', { code: 'REIS', unitPrice: '60' })], { link });
  }

  async stage(): Promise<IntegrationStage> {
    const [one] = await this.company.calls['integrations:list']();
    if (one === undefined) throw new Error('No integration');
    return one.stage;
  }

  /** A work order with half an hour of travel, archived now. */
  async archive(): Promise<void> {
    const { calls } = this.company;
    const [first] = (await calls['customers:list']({ search: '', offset: 0, limit: 1 })).rows;
    const times = [
      { employeeId: null, kind: 'travel' as const, date: '2026-11-22', startMinute: null, minutes: 30, note: '' },
    ];
    const { id } = must(await calls['work-orders:create'](draft({ customerId: first?.id ?? null, times })));
    must(await calls['work-orders:report-ready'](id));
    const { refused } = await calls['work-orders:archive']([id]);
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
    await settled();
  }

  async queue(): Promise<readonly QueueRow['state'][]> {
    const { rows } = await this.company.calls['queue:list']({ search: '', offset: 0, limit: 50 });
    return rows.map(({ state }) => state);
  }

  /** Dutch messages of the log, newest first. */
  logged(): readonly string[] {
    return this.store.log.list({ filter: {}, limit: 100 }).rows.map(({ message }) => message.nl);
  }

  /** Whether something that only the keychain may hold stands where it must not. */
  async leaks(): Promise<boolean> {
    const { calls } = this.company;
    const shown = [
      this.settings.fileText(),
      this.pages,
      this.logger.lines,
      this.logged(),
      await calls['integrations:list'](),
      await calls['sync:status'](),
    ];
    return [APP.clientSecret, ...this.package.given].some((secret) => JSON.stringify(shown).includes(secret));
  }

  async close(): Promise<void> {
    await this.company.stop();
    await rm(this.folder, { recursive: true });
    if (this.logger.bugs.length > 0) throw new Error('A bug was logged', { cause: this.logger.bugs[0] });
  }
}
