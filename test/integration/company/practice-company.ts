import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ConnectorId } from '../../../connectors/_kit/manifest';
import { RESOURCES } from '../../../connectors/_kit/model';
import type { SimulatedDocument } from '../../../connectors/_kit/simulator/contract';
import { connectorIds, loadConnector } from '../../../connectors/registry';
import type { Company } from '../../../main/company/company';
import { createCompany } from '../../../main/company/create-company';
import { readImport } from '../../../main/company/import/read-file';
import { dropFiles } from '../../../main/platform/drop-files';
import { asRemote } from '../../../main/db/as-remote';
import { openStore } from '../../../main/db/open-store';
import { createLoginReturn } from '../../../main/platform/login-return';
import { systemTime } from '../../../main/platform/system-time';
import { createPractice, type Practice } from '../../../main/practice/practice';
import { createEngine } from '../../../main/sync/create-engine';
import { xlsxHere } from '../../../main/tables/xlsx-thread';
import type { Output } from '../../../preload/contract/calls';
import type { WipeOutcome } from '../../../preload/contract/views';
import { printSmallPdf } from '../../fakes/small-pdf';
import { MemoryCompanySettings } from '../../fakes/memory-company-settings';
import { MemoryLogger } from '../../fakes/memory-logger';
import { MemorySecretStore } from '../../fakes/memory-secret-store';
import { MemoryTraces } from '../../fakes/memory-traces';
import { draft, must } from './test-company';
import { backupsHere } from './backups-here';

const EVERYTHING = ['customers', 'articles', 'workOrders'] as const;
const LONGEST_DELIVERY_MS = 30_000;

/** A company on a real database with the real engine, and the practice books of every package to link it with. */
export class PracticeCompany {
  private constructor(
    readonly company: Company,
    readonly practice: Practice,
    readonly secrets: MemorySecretStore,
    private readonly logger: MemoryLogger,
    private readonly folder: string,
  ) {}

  static async open(): Promise<PracticeCompany> {
    const folder = await mkdtemp(path.join(tmpdir(), 'simon-switch-'));
    const practice = createPractice({ folder, consent: 'automatic' });
    const secrets = new MemorySecretStore();
    const logger = new MemoryLogger();
    const company = await createCompany({
      id: 'company-1',
      name: () => 'Jansen Installaties',
      store: asRemote(openStore({ file: path.join(folder, 'simon.sqlite') })),
      companySettings: new MemoryCompanySettings(),
      secrets,
      traces: new MemoryTraces(),
      connectors: {
        ids: connectorIds,
        load: loadConnector,
        endpoints: async (id) => (await practice.simulator(id)).endpoints,
      },
      fetch: (url, init) => fetch(url, init),
      loginReturn: createLoginReturn(null),
      openLoginPage: practice.openLoginPage ?? (() => Promise.reject(new Error('Nobody is there to log in'))),
      print: printSmallPdf,
      time: systemTime,
      userName: () => 'petra',
      random: () => 0.5,
      logger,
      databaseFile: path.join(folder, 'simon.sqlite'),
      backupFolder: path.join(folder, 'backups'),
      backups: backupsHere,
      makeXlsx: xlsxHere,
      importReader: readImport,
      dropFiles,
      createEngine,
    });
    await company.start({ background: false });
    return new PracticeCompany(company, practice, secrets, logger, folder);
  }

  /** The wizard up to and including the link; what was wiped for it, or null when nothing had to be. */
  async prepare(id: ConnectorId): Promise<WipeOutcome | null> {
    const { calls } = this.company;
    must(await calls['integrations:accept-terms'](id));
    const { everythingRequired } = must(await calls['integrations:wipe-preview'](id));
    const wiped = everythingRequired
      ? must(await calls['integrations:wipe']({ package: id, parts: [...EVERYTHING] }))
      : null;
    const { manifest } = await loadConnector(id);
    const request = { package: id, credentials: { ...(await this.practice.credentials(manifest)) } };
    must(await calls[manifest.link.kind === 'oauth' ? 'integrations:login' : 'integrations:link'](request));
    return wiped;
  }

  /** Opslaan with the settings of the practice books, and a whole pull. */
  async save(id: ConnectorId): Promise<void> {
    const saved: Output<'integrations:save-settings'> = await this.company.calls['integrations:save-settings']({
      package: id,
      settings: { ...(await this.practice.settings(id)) },
    });
    if (must(saved).refused.length > 0) throw new Error(JSON.stringify(saved));
    const run = must(await this.company.run({ resources: RESOURCES, cleanUp: false }, 'first'));
    if (run.problem !== null) throw new Error(`The pull ended with ${run.problem.code}`);
  }

  /** Every step from the terms to a filled Simon. */
  async activate(id: ConnectorId): Promise<WipeOutcome | null> {
    const wiped = await this.prepare(id);
    await this.save(id);
    return wiped;
  }

  async deactivate(id: ConnectorId): Promise<void> {
    must(await this.company.calls['integrations:deactivate'](id));
  }

  /** Archives a new work order for the first customer with an address; its number. */
  async archive(description: string): Promise<string> {
    const { calls } = this.company;
    const { rows } = await calls['customers:list']({ search: '', offset: 0, limit: 100 });
    const customer = rows.find(({ active, city }) => active && city !== '');
    const made = must(
      await calls['work-orders:create'](
        draft({
          customerId: customer?.id ?? null,
          description,
          times: [{ employeeId: null, kind: 'work', date: '2026-11-20', startMinute: null, minutes: 60, note: '' }],
        }),
      ),
    );
    must(await calls['work-orders:report-ready'](made.id));
    const { refused } = await calls['work-orders:archive']([made.id]);
    if (refused[0] !== undefined) throw new Error(`Not archived: ${refused[0].problem.code}`);
    return made.number;
  }

  /** Delivers everything that can be delivered; states of the queue by work order number. */
  async settle(): Promise<Readonly<Record<string, string>>> {
    await this.company.settle(LONGEST_DELIVERY_MS, () => undefined);
    return this.states();
  }

  async states(): Promise<Readonly<Record<string, string>>> {
    const { rows } = await this.company.calls['queue:list']({ search: '', offset: 0, limit: 100 });
    return Object.fromEntries(rows.map(({ workOrderNumber, state }) => [workOrderNumber, state]));
  }

  /** Orders and invoices that Simon made in the books of a package; not the documents that hold a PDF. */
  async documents(id: ConnectorId): Promise<readonly SimulatedDocument[]> {
    const { control } = await this.practice.simulator(id);
    return control.documents().filter(({ lines }) => lines.length > 0);
  }

  /** Names of all customers in Simon. */
  async customerNames(): Promise<readonly string[]> {
    const { rows } = await this.company.calls['customers:list']({ search: '', offset: 0, limit: 500 });
    return rows.map(({ name }) => name);
  }

  async close(): Promise<void> {
    await this.company.stop();
    await this.practice.stop();
    await rm(this.folder, { recursive: true });
    if (this.logger.bugs.length > 0) throw new Error('A bug was logged', { cause: this.logger.bugs[0] });
  }
}
