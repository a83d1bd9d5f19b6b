/** A company whose engine, database and connector are the real ones, linked to a simulator without sockets, in time that the test moves. */
import { onTestFinished } from 'vitest';
import type { Connector } from '../../connectors/_kit/connector';
import type { Settings } from '../../connectors/_kit/settings';
import type { RunningSimulator, SimulatedDocument, SimulatorOptions } from '../../connectors/_kit/simulator/contract';
import { withDefaults } from '../../main/company/setting-rules';
import { asRemote } from '../../main/db/as-remote';
import { openStore } from '../../main/db/open-store';
import type { Store, VersionOf } from '../../main/db/store';
import { createPdfMaker } from '../../main/documents/pdf-maker';
import type { Fetch } from '../../main/ports';
import { createConnection } from '../../main/sync/connection';
import { createEngine } from '../../main/sync/create-engine';
import type { Engine, LinkSettings } from '../../main/sync/engine';
import type { QueueDetail, WorkOrderDraft } from '../../preload/contract/views';
import { FakeTime, settled } from '../fakes/fake-time';
import { logIn } from '../fakes/log-in';
import { MemoryLogger } from '../fakes/memory-logger';
import { noCosts } from '../fakes/no-costs';
import { printSmallPdf } from '../fakes/small-pdf';
import { valueOf } from './session';

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
const NEVER = new AbortController().signal;

/** A simulator, and the clock that it and every company on it go by. */
export interface SharedBooks<Books> {
  readonly simulator: RunningSimulator<Books>;
  readonly time: FakeTime;
}

/** Small books without sockets; closed with the test. */
export async function openBooks<Books>(
  connector: Connector,
  start: (options: SimulatorOptions) => Promise<RunningSimulator<Books>>,
  quirks: Readonly<Record<string, string>> = {},
): Promise<SharedBooks<Books>> {
  const time = new FakeTime();
  const consent: Readonly<Record<string, string>> = connector.auth.login === undefined ? {} : { consent: 'automatic' };
  const simulator = await start({
    seed: 1,
    books: 'small',
    listen: false,
    now: time.nowMs,
    sleep: (ms) => time.sleep(ms),
    quirks: { ...consent, ...quirks },
  });
  onTestFinished(() => simulator.close());
  return { simulator, time };
}

export interface LinkedCompanyOptions {
  readonly settings: Settings;
  /** What stands between the program and the package; default: nothing. */
  readonly between?: (fetch: Fetch) => Fetch;
}

export class LinkedCompany<Books> {
  private constructor(
    private readonly shared: SharedBooks<Books>,
    readonly store: Store,
    private readonly engine: Engine,
    readonly logger: MemoryLogger,
    private readonly customerId: number,
  ) {}

  /** Links a new company with its own database, and pulls its tables. */
  static async open<Books>(
    connector: Connector,
    shared: SharedBooks<Books>,
    { settings, between = (fetch) => fetch }: LinkedCompanyOptions,
  ): Promise<LinkedCompany<Books>> {
    const { simulator, time } = shared;
    const endpoints = { ...connector.manifest.endpoints, ...simulator.endpoints };
    const registration = { ...simulator.registration, ...simulator.credentials };
    let kept = await logIn({ connector, endpoints, registration, fetch: simulator.fetch, time });
    const connection = createConnection({
      connector,
      endpoints,
      secrets: () => Promise.resolve(kept),
      keepSecrets: (next) => Promise.resolve(void (kept = next)),
      fetch: between(simulator.fetch),
      clock: time,
      sleep: time.sleep,
    });
    const complete = withDefaults(connector.manifest.settings, settings);
    const administration = valueOf(await connector.check(connection.checkContext(NEVER, complete)));
    let link: LinkSettings = {
      settings: complete,
      version: 1,
      administration,
      pullIntervalMinutes: 60,
      paused: false,
    };
    const store = openStore({ file: ':memory:', now: time.nowMs });
    const logger = new MemoryLogger();
    const remote = asRemote(store);
    const engine = createEngine({
      store: remote,
      connector,
      connection,
      link: () => link,
      keepAdministration: (next) => (link = { ...link, administration: next }),
      pdfs: createPdfMaker({
        store: remote,
        print: printSmallPdf,
        companyName: () => 'Jansen Installaties',
        language: () => 'nl',
        costsOf: noCosts,
      }),
      time,
      random: () => 0.5,
      logger,
      on: { changed: () => undefined, status: () => undefined, progress: () => undefined },
    });
    onTestFinished(async () => {
      await passing(time, engine.stop());
      await connection.close();
      store.close();
    });
    const run = await passing(time, engine.run({ resources: ['customers', 'articleGroups', 'articles'], cleanUp: false }, 'manual')); // prettier-ignore
    valueOf(run);
    const [customer] = store.customers.list({ search: 'Café Zoë', offset: 0, limit: 1 }).rows;
    if (customer === undefined) throw new Error('Café Zoë was not pulled');
    return new LinkedCompany(shared, store, engine, logger, customer.id);
  }

  /** A work order with two hours of work and a form, reported ready and archived now; its entry in the queue. */
  async archive(change: Partial<WorkOrderDraft> = {}): Promise<number> {
    return this.archiveTogether([change]);
  }

  /** The same for several, as one document. */
  async archiveTogether(changes: readonly Partial<WorkOrderDraft>[]): Promise<number> {
    const nowMs = this.shared.time.nowMs();
    const [first, ...others] = changes.map((change) => this.ready(change));
    if (first === undefined) throw new Error('Nothing to archive');
    const start = valueOf(
      await this.engine.freeze(
        first.id,
        others.map(({ id }) => id),
      ),
    );
    if (start.state !== 'waiting') throw new Error(`Held back: ${start.problem.code}`);
    return valueOf(this.store.workOrders.archiveTogether([first, ...others], start, nowMs));
  }

  private ready(change: Partial<WorkOrderDraft>): VersionOf {
    const nowMs = this.shared.time.nowMs();
    const draft: WorkOrderDraft = {
      customerId: this.customerId,
      workAddressId: null,
      description: 'Ketel vervangen',
      customerReference: 'PO 4711',
      notes: '',
      employeeId: null,
      plannedStartAtMs: null,
      plannedEndAtMs: null,
      times: [{ employeeId: null, kind: 'work', date: '2026-11-22', startMinute: null, minutes: 120, note: '' }],
      articles: [],
      forms: [{ title: 'Oplevering', answers: [{ question: 'Lekvrij?', answer: 'Ja' }] }],
      ...change,
    };
    const { id } = valueOf(this.store.workOrders.create(draft, nowMs));
    return valueOf(this.store.workOrders.reportReady(id, nowMs));
  }

  /** Archived again as a document of its own, as the office chose; its entry in the queue. */
  async archiveAgain(workOrderId: number): Promise<number> {
    const nowMs = this.shared.time.nowMs();
    const { version } = valueOf(this.store.workOrders.chooseAgain(workOrderId, nowMs));
    const start = valueOf(await this.engine.freeze(workOrderId));
    if (start.state !== 'waiting') throw new Error(`Held back: ${start.problem.code}`);
    return valueOf(this.store.workOrders.archive(workOrderId, version, start, nowMs));
  }

  /** One pass of the delivery, as after archiving; ends when nothing can be done at this moment. */
  async deliverNow(): Promise<void> {
    await passing(
      this.shared.time,
      this.engine.settle(0, () => undefined),
    );
  }

  /** Delivers and looks up until nothing is left to do within a day, or only the office can go on. */
  async settle(): Promise<void> {
    await passing(
      this.shared.time,
      this.engine.settle(DAY_MS, () => undefined),
    );
  }

  /** The office looked in the package and says that the document is not there. */
  async answerNotThere(id: number): Promise<void> {
    this.store.queue.released(id, 'office', this.shared.time.nowMs());
    this.engine.nudge();
    await this.settle();
  }

  entry(id: number): QueueDetail {
    const entry = this.store.queue.get(id);
    if (entry === null) throw new Error(`No entry ${id}`);
    return entry;
  }

  /** What arrived and has lines: a letter on a customer card is no order or invoice. */
  documents(): readonly SimulatedDocument[] {
    return this.shared.simulator.control.documents().filter(({ lines }) => lines.length > 0);
  }

  /** Dutch messages of the log, newest first. */
  messages(): readonly string[] {
    return this.store.log.list({ filter: {}, limit: 500 }).rows.map((row) => row.message.nl);
  }
}

/** Lets time pass until the work is done. */
async function passing<T>(time: FakeTime, work: Promise<T>): Promise<T> {
  let isDone = false;
  const noted = work.finally(() => (isDone = true));
  noted.catch(() => undefined);
  for (let turn = 0; !isDone; turn += 1) {
    if (turn > 20_000) throw new Error('This never ends');
    await (turn === 0 ? settled() : time.advance(20 * SECOND_MS));
  }
  return noted;
}
