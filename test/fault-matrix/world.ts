/**
 * One office with its company linked to a package, for one cell: the real engine, its database in a thread of its own with
 * a file on the disk, and HTTP to the simulator of the package.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../../connectors/_kit/problem';
import type { RecordedRequest, SimulatorControl } from '../../connectors/_kit/simulator/contract';
import { SeededRandom } from '../../connectors/_kit/simulator/random';
import { openRemoteStore } from '../../main/db/remote-store';
import { openStore } from '../../main/db/open-store';
import type { RemoteStore } from '../../main/db/store';
import type { Engine } from '../../main/sync/engine';
import type { LogRow, QueueDetail, RunRow } from '../../preload/contract/views';
import { audit, type WorkDone } from '../chaos/auditor';
import type { Break } from '../chaos/breaks';
import { Clocks } from '../chaos/clocks';
import { Computer } from '../chaos/computer';
import { auditData, auditPdfs } from '../chaos/data-auditor';
import type { ChaosPackage, Office, StartedPackage } from '../chaos/offices/office';
import type { Violation } from '../chaos/violation';
import { draftOf } from '../chaos/work-draft';
import { Activity } from './activity';
import { FOR_EVER_MS, HOUR_MS, MINUTE_MS } from './durations';
import { StoreSteps } from './moments';
import { Network } from './network';

/** Within this time after the fault everything must be where it belongs. */
const PEACE_MS = 48 * HOUR_MS;
/** Long, so that no run by the schedule meets the fault that is meant for a delivery. */
const PULL_INTERVAL_MINUTES = 24 * 60;
const WORK_TIME_MINUTES = 90;

export interface WorldOptions {
  readonly package: ChaosPackage;
  /** The built thread of the database. */
  readonly workerFile: string;
  /** Active articles in the books of the package. */
  readonly articles?: number;
  /** How the engine is wrong on purpose; absent: it is as it is. */
  readonly broken?: Break;
  /** The moment at which it begins, UTC ms. */
  readonly startMs?: number;
  /** Where the database lies; absent: a new folder, which is removed afterwards. */
  readonly folder?: string;
}

export class World {
  readonly done: WorkDone[] = [];
  /** What stopped the link as a whole, each cause once. */
  readonly linkProblems: Problem[] = [];
  readonly computer: Computer;
  readonly steps = new StoreSteps();
  /** The store as the program has it; `store` is the bare one. */
  private readonly desk: RemoteStore;
  private isOpen = true;

  private constructor(
    readonly options: WorldOptions,
    readonly clocks: Clocks,
    readonly activity: Activity,
    readonly started: StartedPackage,
    readonly network: Network,
    readonly folder: string,
    /** The thread of the database that runs now. */
    public store: RemoteStore,
  ) {
    this.desk = activity.watchStore(this.steps.watch(store, () => this.store));
    this.computer = new Computer({
      package: options.package,
      started: { ...started, simulator: { ...started.simulator, fetch: activity.watchFetch(network.fetch) } },
      store: this.desk,
      time: clocks.time,
      vendorNowMs: clocks.vendorNowMs,
      random: new SeededRandom(1, 'engine'),
      pullIntervalMinutes: PULL_INTERVAL_MINUTES,
      broken: options.broken ?? null,
      mostTurns: Infinity,
    });
  }

  /** A linked company whose program has not started yet. */
  static async open(options: WorldOptions): Promise<World> {
    const clocks = new Clocks(options.startMs);
    let computer: Computer | null = null;
    const activity = new Activity(clocks.time, () => computer?.engine === null);
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'koppel-matrix-'));
    const started = await options.package.start({
      seed: 1,
      books: { customers: 3, articles: options.articles ?? 6 },
      now: clocks.vendorNowMs,
      sleep: activity.hold,
    });
    const network = new Network(started.simulator.fetch, () => void activity.hold(FOR_EVER_MS));
    const store = await openRemoteStore({ workerFile: options.workerFile, file: join(folder, 'company.sqlite') });
    const world = new World(options, clocks, activity, started, network, folder, store);
    await world.computer.linkUp();
    ({ computer } = world);
    return world;
  }

  get control(): SimulatorControl {
    return this.started.simulator.control;
  }

  get office(): Office {
    return this.started.office;
  }

  get engine(): Engine {
    const { engine } = this.computer;
    if (engine === null) throw new Error('The program is not running');
    return engine;
  }

  get file(): string {
    return join(this.folder, 'company.sqlite');
  }

  /** The program starts and reads customers and articles for the first time. */
  async start(): Promise<void> {
    await this.computer.start();
    for (let passedMs = 0; passedMs < PEACE_MS; passedMs += HOUR_MS) {
      if (await this.until(async () => (await this.store.runs.last())?.result === 'finished', HOUR_MS)) return;
      await this.computer.attend();
    }
    throw new Error('The first pull did not finish');
  }

  /** Lets time pass until `isOver`, and notes meanwhile what stops the link. Whether it was over. */
  until(isOver: () => Promise<boolean>, longestMs: number): Promise<boolean> {
    return this.activity.until(() => {
      const found = this.computer.engine?.linkProblem() ?? null;
      if (found !== null && found.code !== this.linkProblems.at(-1)?.code) this.linkProblems.push(found);
      return isOver();
    }, longestMs);
  }

  /** The office archives a work order. `justBefore`: when it is reported ready. */
  async archive(justBefore: () => void = () => undefined): Promise<WorkDone> {
    const { store, clocks } = this;
    const { time } = clocks;
    const customers = await store.customers.list({ search: '', offset: 0, limit: 1 });
    const [customer] = customers.rows;
    if (customer === undefined) throw new Error('No customer was pulled');
    const draft = draftOf(customer.id, `Werk ${this.done.length + 1}`, WORK_TIME_MINUTES);
    const made = await store.workOrders.create(draft, time.nowMs());
    if (!made.ok) throw new Error(`No work order: ${made.problem.code}`);
    const { id, number } = made.value;
    const ready = await store.workOrders.reportReady(id, time.nowMs());
    if (!ready.ok) throw new Error(`Not ready: ${ready.problem.code}`);
    justBefore();
    const entryId = await this.archiveReady(id, ready.value.version);
    const work = { number, entryId, customer, minutes: WORK_TIME_MINUTES };
    this.done.push(work);
    return work;
  }

  /** What the office does when it finds a work order that is not archived, though it was. */
  async archiveAgain(work: WorkDone): Promise<void> {
    const id = await this.store.workOrders.idByNumber(work.number);
    const order = id === null ? null : await this.store.workOrders.get(id);
    if (id === null || order === null) throw new Error(`No work order ${work.number}`);
    const entryId = await this.archiveReady(id, order.version);
    this.done.splice(this.done.indexOf(work), 1, { ...work, entryId });
  }

  private async archiveReady(id: number, version: number): Promise<number> {
    const start = await this.engine.freeze(id);
    if (!start.ok) throw new Error(`Not frozen: ${start.problem.code}`);
    const archived = await this.desk.workOrders.archive(id, version, start.value, this.clocks.time.nowMs());
    if (!archived.ok) throw new Error(`Not archived: ${archived.problem.code}`);
    return archived.value;
  }

  /** Lets time pass until everything was delivered or brought to the office; the office logs in when it is asked to. */
  async settle(): Promise<void> {
    for (let passedMs = 0; passedMs < PEACE_MS;) {
      const stepMs = passedMs === 0 ? 10 * MINUTE_MS : HOUR_MS;
      await this.computer.attend();
      if (await this.until(() => this.isDelivered(), stepMs)) return;
      passedMs += stepMs;
    }
  }

  /** One whole run, as the office asks for it; over when it ended, or the program did. */
  async pullAll(): Promise<void> {
    const request = { resources: ['articleGroups', 'customers', 'articles'] as const, cleanUp: false };
    let isOver = false;
    const end = (): void => void (isOver = true);
    this.engine.run(request, 'manual').then(end, end);
    await this.until(() => Promise.resolve(isOver || this.computer.engine === null), HOUR_MS);
  }

  /** The program ends without warning, something is done to its database, and it starts again. */
  async restart(whileClosed: (file: string) => void = () => undefined): Promise<void> {
    this.computer.end();
    await this.activity.quiet();
    await this.store.close();
    whileClosed(this.file);
    this.store = await openRemoteStore({ workerFile: this.options.workerFile, file: this.file });
    await this.computer.start();
  }

  /** The same, where the database cannot be opened any more: what that said, or null when it could. */
  async restartRefused(whileClosed: (file: string) => void): Promise<unknown> {
    try {
      await this.restart(whileClosed);
      return null;
    } catch (error) {
      return error;
    }
  }

  /** Sends again what is blocked. */
  async sendAgain(): Promise<void> {
    const ids = this.done.map(({ entryId }) => entryId);
    const nowMs = this.clocks.time.nowMs();
    await this.store.queue.retry(ids, nowMs);
    await this.store.pdfs.retry(ids, nowMs);
    this.engine.nudge();
    this.engine.nudgePdfs();
    await this.settle();
  }

  async isDelivered(): Promise<boolean> {
    const { waiting, sending, unsure } = await this.store.queue.counts();
    return waiting + sending + unsure + (await this.store.pdfs.counts()).open === 0;
  }

  async entry({ entryId }: WorkDone): Promise<QueueDetail> {
    const entry = await this.store.queue.get(entryId);
    if (entry === null) throw new Error(`No entry ${entryId}`);
    return entry;
  }

  /** What the office reads, oldest first. */
  async log(): Promise<readonly LogRow[]> {
    const { rows } = await this.store.log.list({ filter: {}, limit: 500 });
    return [...rows].reverse();
  }

  async runs(): Promise<readonly RunRow[]> {
    return (await this.store.runs.list({ search: '', offset: 0, limit: 100 })).rows;
  }

  requests(): readonly RecordedRequest[] {
    return this.control.requests();
  }

  /** Ends the program, and compares books, queue and tables; the file is looked at by itself. */
  async audit(): Promise<readonly Violation[]> {
    await this.stop();
    const store = openStore({ file: this.file });
    try {
      const { lookUp, attachments } = this.options.package.connector.manifest.capabilities;
      const documents = this.control.documents().filter(({ lines }) => lines.length > 0);
      const sound = store.info.integrityCheck();
      return [
        ...audit({ store, documents, done: this.done, isReliable: lookUp.reliable }),
        ...(attachments === null ? [] : auditPdfs(store, this.office, this.done)),
        ...auditData(store, this.office),
        ...this.computer.violations,
        ...(sound.ok ? [] : [{ kind: 'damaged' as const, detail: sound.detail }]),
      ];
    } finally {
      store.close();
    }
  }

  async close(): Promise<void> {
    await this.stop();
    await this.started.simulator.close();
    await this.network.close();
    if (this.options.folder === undefined) rmSync(this.folder, { recursive: true, force: true });
  }

  private async stop(): Promise<void> {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.computer.end();
    await this.activity.quiet();
    await this.store.close();
  }
}
