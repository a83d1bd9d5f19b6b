/**
 * One office with its company linked to a package: work orders are archived, the engine pulls and delivers, and the nemesis
 * does what it can. Time, network, disk, keychain and chance come from the seed.
 */
import { RESOURCES } from '../../connectors/_kit/model';
import { SeededRandom } from '../../connectors/_kit/simulator/random';
import { asRemote } from '../../main/db/as-remote';
import { openStore } from '../../main/db/open-store';
import type { Store } from '../../main/db/store';
import { describe } from '../../main/log/problem-text';
import { audit, type WorkDone } from './auditor';
import type { Break } from './breaks';
import { Clocks } from './clocks';
import { Computer } from './computer';
import { auditData, auditPdfs } from './data-auditor';
import { Nemesis } from './nemesis';
import { OfficeWork, PASSING_CUSTOMER } from './office-work';
import type { ChaosPackage, StartedPackage } from './offices/office';
import { hashOf, traceOf } from './trace';
import type { Violation } from './violation';
import { draftOf } from './work-draft';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LOOK_MS = 5_000;
/** Longer than any quiet period: most of what waits is there by then. */
const FIRST_LOOK_MS = 10 * MINUTE_MS;
/** Within this time after the last trouble everything must be where it belongs. */
const PEACE_MS = 48 * HOUR_MS;
/**
 * Minutes between two automatic runs, shorter than those of a package that is pulled once a day: there must be something
 * to disturb.
 */
const INTERVALS_MINUTES = [5, 15, 60] as const;

export interface WorldOptions {
  readonly seed: number;
  readonly cycles: number;
  readonly package: ChaosPackage;
  /** How the engine is broken; null = as it is. */
  readonly broken: Break | null;
}

export interface WorldEnd {
  readonly cycles: number;
  readonly workOrders: number;
  readonly documents: number;
  readonly crashes: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
  /** Everything that happened, in words; see `traceOf`. */
  readonly trace: readonly string[];
  /** The same seed gives the same hash of the trace. */
  readonly traceHash: string;
}

export class World {
  private readonly done: WorkDone[] = [];
  private readonly officeWork: OfficeWork;

  private constructor(
    private readonly options: WorldOptions,
    private readonly clocks: Clocks,
    private readonly store: Store,
    private readonly started: StartedPackage,
    private readonly nemesis: Nemesis,
    private readonly computer: Computer,
  ) {
    this.officeWork = new OfficeWork(started.office, new SeededRandom(options.seed, 'office'));
  }

  /** Plays a world from its beginning to its audit. */
  static async play(options: WorldOptions): Promise<WorldEnd> {
    const clocks = new Clocks();
    const { time } = clocks;
    const started = await options.package.start({
      seed: 1,
      listen: false,
      books: { customers: 3, articles: 6 },
      now: clocks.vendorNowMs,
      sleep: (ms) => time.sleep(ms),
    });
    const store = openStore({ file: ':memory:', now: time.nowMs });
    const random = new SeededRandom(options.seed, 'engine');
    const pullIntervalMinutes = random.pick(INTERVALS_MINUTES);
    const { broken } = options;
    const computer = new Computer({
      package: options.package,
      started,
      store: asRemote(store),
      time,
      random,
      pullIntervalMinutes,
      broken,
    });
    const world = new World(options, clocks, store, started, new Nemesis(options.seed), computer);
    try {
      return await world.run();
    } finally {
      computer.end();
      store.close();
      await started.simulator.close();
    }
  }

  private async run(): Promise<WorldEnd> {
    const { computer, store, nemesis, options } = this;
    const { control } = this.started.simulator;
    await computer.linkUp();
    await computer.start();
    // The first run, which comes within seconds.
    await this.clocks.time.advance(MINUTE_MS);
    for (let cycle = 0; cycle < options.cycles; cycle += 1) await this.cycle();
    await this.peace();
    const violations = [...this.audited(), ...computer.violations];
    const trace = traceOf(
      control.requests(),
      store,
      this.done.map(({ entryId }) => entryId),
    );
    return {
      cycles: options.cycles,
      workOrders: this.done.length,
      documents: control.documents().filter(({ lines }) => lines.length > 0).length,
      crashes: computer.crashes,
      faults: nemesis.counts,
      violations,
      trace,
      traceHash: hashOf(trace),
    };
  }

  private async cycle(): Promise<void> {
    const { nemesis, started, clocks, computer } = this;
    for (const fault of nemesis.faults()) started.simulator.control.fault(fault);
    if (nemesis.endsGrants()) started.office.endGrants();
    if (nemesis.officeWorks()) this.officeWork.change();
    const refused = nemesis.refusedWrite();
    if (refused !== null) computer.refuseWrite(refused);
    const killAfter = nemesis.kill();
    if (killAfter !== null) computer.killAfter(killAfter);
    for (let count = nemesis.whole(0, 2); count > 0; count -= 1) await this.archive();
    computer.nudge();
    await clocks.time.advance(nemesis.pauseMs());
    for (const wrongMs of nemesis.wrongClocksMs()) {
      clocks.setComputer(wrongMs);
      // Somebody who is at the computer looks whether it still works.
      computer.nudge();
      await clocks.time.advance(LOOK_MS);
    }
    const sleepMs = nemesis.sleepMs();
    if (sleepMs > 0) {
      clocks.suspend(sleepMs);
      computer.wake();
    }
    await clocks.time.advance(nemesis.pauseMs());
    await computer.attend();
  }

  /** The office archives a work order; in the app itself that is one step, which happened or did not. */
  private async archive(): Promise<void> {
    const { nemesis, store, computer } = this;
    const { time } = this.clocks;
    const { engine } = computer;
    const customer = store.customers
      .list({ search: '', offset: 0, limit: 100 })
      .rows.find(({ active, name }) => active && !name.startsWith(PASSING_CUSTOMER));
    if (engine === null || customer === undefined) return;
    const minutes = nemesis.whole(1, 40) * 15;
    const draft = draftOf(customer.id, `Werk ${this.done.length + 1}`, minutes);
    const made = store.workOrders.create(draft, time.nowMs());
    if (!made.ok) throw new Error(`No work order: ${made.problem.code}`);
    const { id, number } = made.value;
    const ready = store.workOrders.reportReady(id, time.nowMs());
    if (!ready.ok) throw new Error(`Not ready: ${ready.problem.code}`);
    const start = await computer.whileAlive(engine.freeze(id));
    // The program died, or its disk refused: the work order stays where it is.
    if (start?.ok !== true || start.value.state !== 'waiting') return;
    const archived = store.workOrders.archive(id, ready.value.version, start.value, time.nowMs());
    if (!archived.ok) throw new Error(`Not archived: ${archived.problem.code}`);
    this.done.push({ number, entryId: archived.value, customerNumber: customer.number, minutes });
  }

  /** No more trouble: everything that waits must come to its end, once the office did what it was asked to do. */
  private async peace(): Promise<void> {
    const { computer, started } = this;
    started.simulator.control.clearFaults();
    computer.refuseWrite(null);
    computer.killAfter(Infinity);
    await computer.attend();
    computer.wake();
    await this.untilDelivered();
    if (this.officeActs()) await this.untilDelivered();
    await this.pullAll();
  }

  private async untilDelivered(): Promise<void> {
    for (let passedMs = 0; passedMs < PEACE_MS; passedMs += HOUR_MS) {
      await this.clocks.time.advance(passedMs === 0 ? FIRST_LOOK_MS : HOUR_MS);
      await this.computer.attend();
      const { waiting, sending, unsure } = this.store.queue.counts();
      if (waiting + sending + unsure + this.store.pdfs.counts().open === 0) return;
    }
  }

  /** Sends again what is blocked, where that was the advice. Whether there was any. */
  private officeActs(): boolean {
    const { store, computer } = this;
    const { time } = this.clocks;
    const { label } = this.options.package.connector.manifest;
    const blocked = this.done
      .map(({ entryId }) => store.queue.get(entryId))
      .flatMap((entry) => (entry?.state === 'blocked' && entry.problem !== null ? [entry] : []))
      .filter(({ problem }) => problem !== null && describe(problem, label).action !== null)
      .map(({ id }) => id);
    const all = this.done.map(({ entryId }) => entryId);
    const retried = store.queue.retry(blocked, time.nowMs()) + store.pdfs.retry(all, time.nowMs());
    if (retried === 0) return false;
    computer.nudge();
    computer.engine?.nudgePdfs();
    return true;
  }

  /** One whole run with clean-up, of which the office confirms what it is asked. */
  private async pullAll(): Promise<void> {
    const { engine } = this.computer;
    if (engine === null) return;
    // Whether a customer or article counts today is told by the date of the computer; a wrong one is mended in the end.
    this.clocks.setComputer(0);
    const request = { resources: RESOURCES, cleanUp: true };
    await this.untilDone(engine.run(request, 'manual'));
    for (const { id } of await engine.pendingCleanUps()) await this.untilDone(engine.confirmCleanUp(id));
  }

  private async untilDone(work: Promise<unknown>): Promise<void> {
    let isDone = false;
    const end = (): void => void (isDone = true);
    work.then(end, end);
    for (let passedMs = 0; !isDone && passedMs < HOUR_MS; passedMs += MINUTE_MS)
      await this.clocks.time.advance(MINUTE_MS);
  }

  private audited(): readonly Violation[] {
    const { store, done } = this;
    const { office, simulator } = this.started;
    const { lookUp, attachments } = this.options.package.connector.manifest.capabilities;
    // A letter on the customer card is one too, without lines.
    const documents = simulator.control.documents().filter(({ lines }) => lines.length > 0);
    return [
      ...audit({ store, documents, done, isReliable: lookUp.reliable }),
      ...(attachments === null ? [] : auditPdfs(store, office, done)),
      ...auditData(store, office),
    ];
  }
}
