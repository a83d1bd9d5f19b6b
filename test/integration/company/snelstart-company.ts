import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectorIds, loadConnector } from '../../../connectors/registry';
import { startSimulator, type RunningSnelstart } from '../../../connectors/snelstart/simulator/index';
import type { Company } from '../../../main/company/company';
import { createCompany } from '../../../main/company/create-company';
import { readImport } from '../../../main/company/import/read-file';
import { dropFiles } from '../../../main/platform/drop-files';
import { asRemote } from '../../../main/db/as-remote';
import { openStore } from '../../../main/db/open-store';
import { systemTime } from '../../../main/platform/system-time';
import type { Time } from '../../../main/ports';
import { createEngine } from '../../../main/sync/create-engine';
import { xlsxHere } from '../../../main/tables/xlsx-thread';
import type { ParsedInput } from '../../../preload/contract/calls';
import type { Json } from '../../../connectors/_kit/text';
import { FakeBrowser, FakeLoginReturn } from '../../fakes/fake-login-return';
import { printSmallPdf } from '../../fakes/small-pdf';
import { MemoryCompanySettings } from '../../fakes/memory-company-settings';
import { MemoryLogger } from '../../fakes/memory-logger';
import { MemorySecretStore } from '../../fakes/memory-secret-store';
import { MemoryTraces } from '../../fakes/memory-traces';
import { draft, must } from './test-company';
import { backupsHere } from './backups-here';

type Draft = ParsedInput<'work-orders:create'>;

/** A company on a real database with the real engine, linked to the simulated SnelStart over real HTTP. */
export class SnelstartCompany {
  readonly logger = new MemoryLogger();

  private constructor(
    readonly simulator: RunningSnelstart,
    readonly company: Company,
    readonly folder: string,
  ) {}

  static async open({ time = systemTime }: { readonly time?: Time } = {}): Promise<SnelstartCompany> {
    const simulator = await startSimulator({ seed: 7, books: 'small' });
    const folder = await mkdtemp(path.join(tmpdir(), 'simon-snelstart-'));
    const logger = new MemoryLogger();
    const company = await createCompany({
      id: 'company-1',
      name: () => 'Jansen Installaties',
      store: asRemote(openStore({ file: path.join(folder, 'simon.sqlite') })),
      companySettings: new MemoryCompanySettings(),
      secrets: new MemorySecretStore(),
      traces: new MemoryTraces(),
      connectors: {
        ids: connectorIds,
        load: loadConnector,
        endpoints: () => Promise.resolve(simulator.endpoints),
      },
      fetch: (url, init) => fetch(url, init),
      loginReturn: new FakeLoginReturn(),
      openLoginPage: new FakeBrowser().open,
      print: printSmallPdf,
      time,
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
    return new SnelstartCompany(simulator, company, folder);
  }

  /** The wizard up to and including the key. */
  async link(): Promise<void> {
    const { calls } = this.company;
    must(await calls['integrations:accept-terms']('snelstart'));
    must(await calls['integrations:wipe']({ package: 'snelstart', parts: ['customers', 'articles', 'workOrders'] }));
    const credentials = { ...this.simulator.credentials, ...this.simulator.registration };
    must(await calls['integrations:link']({ package: 'snelstart', credentials }));
  }

  /** Keys of the settings that are refused; none when they were saved. */
  async save(settings: Record<string, Json>): Promise<readonly string[]> {
    const saved = must(await this.company.calls['integrations:save-settings']({ package: 'snelstart', settings }));
    return saved.refused.map((one) => one.key);
  }

  async pull(): Promise<void> {
    const request = { resources: ['customers', 'articleGroups', 'articles', 'orders'] as const, cleanUp: false };
    const run = must(await this.company.run(request, 'first'));
    if (run.result !== 'finished') throw new Error(`The pull ended ${run.result ?? 'never'}: ${run.problem?.code}`);
  }

  /** Made for the first customer, and reported ready. */
  async readyWorkOrder(change: Partial<Draft> = {}): Promise<number> {
    const { calls } = this.company;
    const [customer] = (await calls['customers:list']({ search: '', offset: 0, limit: 1 })).rows;
    const { id } = must(await calls['work-orders:create'](draft({ customerId: customer?.id ?? null, ...change })));
    must(await calls['work-orders:report-ready'](id));
    return id;
  }

  async close(): Promise<void> {
    await this.company.stop();
    await this.simulator.close();
    await rm(this.folder, { recursive: true });
    if (this.logger.bugs.length > 0) throw new Error('A bug was logged', { cause: this.logger.bugs[0] });
  }
}
