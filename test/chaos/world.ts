/**
 * One office with its company linked to a package: work orders are archived, the engine pulls and delivers, and the nemesis
 * does what it can. Time, network, disk, keychain and chance come from the seed.
 */
import { RESOURCES } from '../../connectors/_kit/model';
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import { SeededRandom } from '../../connectors/_kit/simulator/random';
import { asRemote } from '../../main/db/as-remote';
import { openStore } from '../../main/db/open-store';
import { audit } from './auditor';
import { Backups } from './backups';
import type { Break } from './breaks';
import { callOf } from './calls';
import { Clocks } from './clocks';
import { Computer } from './computer';
import { auditData, auditPdfs } from './data-auditor';
import { Desk } from './desk';
import { heldWork, isDocumentOf } from './held-work';
import { neighbourWorks } from './neighbour';
import { Nemesis } from './nemesis';
import { OfficeWork, PASSING_CUSTOMER } from './office-work';
import type { ChaosPackage, KnownCustomer, StartedPackage } from './offices/office';
import { hashOf, traceOf } from './trace';
import type { Violation } from './violation';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LOOK_MS = 5_000;
/** Longer than any quiet period: most of what waits is there by then. */
const FIRST_LOOK_MS = 10 * MINUTE_MS;
/** Exact Online is asked again so long after it refused a list beside a table (`connectors/exact-online/side-list.ts`). */
const REFUSED_FOR_MS = HOUR_MS;
/** Within this time after the last trouble everything must be where it belongs. */
const PEACE_MS = 48 * HOUR_MS;
/**
 * Minutes between two automatic runs, shorter than those of a package that is pulled once a day: there must be something
 * to disturb.
 */
const INTERVALS_MINUTES = [5, 15, 60] as const;
/** How many PDFs go with each work order, by the setting; most troubles of documents need none. */
const PDFS = { none: 0, workOrder: 1, both: 2 } as const;
const PDF_CHOICES = ['none', 'workOrder', 'both', 'both'] as const;
/** In so many worlds another Simon has written to the same administration before. */
const SHARE_WITH_NEIGHBOUR = 0.1;
/** Of the work, so much is for customers that come and go. */
const SHARE_FOR_PASSING = 0.2;

/** In so many worlds the office puts work orders of a customer together, and makes further documents. */
const SHARE_TOGETHER = 0.25;
/** There, so much of the work is archived together, and so often a further document is made. */
const SHARE_OF_GROUPS = 0.6;
const SHARE_OF_AGAIN = 0.1;

/** A clean-up is asked for in so many cycles. */
const SHARE_OF_CLEAN_UPS = 0.1;
const EVERYTHING = { resources: RESOURCES, cleanUp: true } as const;

export interface WorldOptions {
  readonly seed: number;
  readonly cycles: number;
  readonly package: ChaosPackage;
  /** How the engine is broken; null = as it is. */
  readonly broken: Break | null;
  /** Whether the office puts work orders together; left out: as the seed says, and never with a broken engine. */
  readonly together?: boolean;
}

export interface WorldEnd {
  readonly cycles: number;
  /** Archived, those that a restored backup does not know of included. */
  readonly workOrders: number;
  readonly documents: number;
  readonly crashes: number;
  /** How often each trouble came. */
  readonly faults: ReadonlyMap<string, number>;
  /** How often each fault was played on each kind of call. */
  readonly faultsAt: ReadonlyMap<string, number>;
  /** How often the program died at each boundary. */
  readonly deaths: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
  /** Everything that happened, in words; see `traceOf`. */
  readonly trace: readonly string[];
  /** The same seed gives the same hash of the trace. */
  readonly traceHash: string;
}

interface WorldParts {
  readonly options: WorldOptions;
  readonly clocks: Clocks;
  readonly started: StartedPackage;
  readonly nemesis: Nemesis;
  readonly computer: Computer;
  readonly backups: Backups;
  readonly desk: Desk;
  /** PDFs that go with each work order. */
  readonly pdfsOfEach: number;
  readonly hasNeighbour: boolean;
}

export class World {
  private readonly officeWork: OfficeWork;
  /** What the office asks Simon for. */
  private readonly asks: SeededRandom;
  /** What it archives together and again; a stream of its own, so that the other worlds stay as they were. */
  private readonly habits: SeededRandom;
  private readonly isTogether: boolean;
  private neighbourTag: string | null = null;
  private filesBefore: readonly string[] = [];

  private constructor(private readonly parts: WorldParts) {
    const { started, options } = parts;
    this.asks = new SeededRandom(options.seed, 'asks');
    this.habits = new SeededRandom(options.seed, 'habits');
    const bySeed = this.habits.chance(SHARE_TOGETHER);
    this.isTogether = options.together ?? (options.broken === null ? bySeed : options.broken.together === true);
    this.officeWork = new OfficeWork(started.office, new SeededRandom(options.seed, 'office'));
  }

  /** Plays a world from its beginning to its audit. */
  static async play(options: WorldOptions): Promise<WorldEnd> {
    const clocks = new Clocks();
    const { time } = clocks;
    const { broken, package: chaosPackage } = options;
    const { manifest } = chaosPackage.connector;
    const started = await chaosPackage.start({
      seed: 1,
      listen: false,
      books: { customers: 3, articles: 6 },
      now: clocks.vendorNowMs,
      sleep: (ms) => time.sleep(ms),
    });
    const store = openStore({ file: ':memory:', now: time.nowMs });
    const random = new SeededRandom(options.seed, 'engine');
    const pullIntervalMinutes = random.pick(INTERVALS_MINUTES);
    const pdfs = random.pick(PDF_CHOICES);
    const computer = new Computer({
      package: chaosPackage,
      started,
      store: asRemote(store),
      time,
      random,
      pullIntervalMinutes,
      broken,
      settings: manifest.capabilities.attachments === null ? {} : { pdfs },
      vendorNowMs: clocks.vendorNowMs,
    });
    const backups = new Backups(time.nowMs, broken?.forgetsRestore !== true);
    const desk = new Desk({ computer, time, backups, packageLabel: manifest.label }, store);
    const world = new World({
      options,
      clocks,
      started,
      nemesis: new Nemesis(options.seed, chaosPackage.calls, clocks.vendorNowMs),
      computer,
      backups,
      desk,
      pdfsOfEach: PDFS[pdfs],
      hasNeighbour: random.chance(SHARE_WITH_NEIGHBOUR),
    });
    try {
      return await world.run();
    } finally {
      computer.end();
      desk.store.close();
      backups.close();
      await started.simulator.close();
    }
  }

  private async run(): Promise<WorldEnd> {
    const { computer, desk, nemesis, options, clocks, started } = this.parts;
    const { control } = started.simulator;
    if (this.parts.hasNeighbour) {
      this.neighbourTag = (await neighbourWorks(options.package, started, clocks)).markerTag;
      this.filesBefore = started.office.files();
    }
    await computer.linkUp();
    await computer.start();
    // The first run, which comes within seconds.
    await clocks.time.advance(MINUTE_MS);
    if (this.isTogether) desk.store.companySettings.save({ combine: 'per-customer' });
    for (let cycle = 0; cycle < options.cycles; cycle += 1) await this.cycle();
    await this.peace();
    const violations = [...this.audited(), ...computer.violations];
    const requests = control.requests();
    const trace = traceOf(
      requests,
      desk.store,
      [...new Set(desk.done.map(({ entryId }) => entryId))],
      this.neighbourTag,
    );
    const faults = new Map(nemesis.counts);
    const faultsAt = new Map<string, number>();
    for (const request of requests) {
      const { fault, status } = request;
      if (fault === undefined) continue;
      const name = fault === 'status' ? `status-${status ?? 'none'}` : fault;
      const at = `${callOf(options.package.calls, request) ?? 'other'} ${name}`;
      faults.set(name, (faults.get(name) ?? 0) + 1);
      faultsAt.set(at, (faultsAt.get(at) ?? 0) + 1);
    }
    return {
      cycles: options.cycles,
      workOrders: desk.done.length + desk.forgotten.length,
      documents: this.documents().length,
      crashes: computer.crashes,
      faults,
      faultsAt,
      deaths: computer.deaths,
      violations,
      trace,
      traceHash: hashOf(trace),
    };
  }

  private async cycle(): Promise<void> {
    const { nemesis, started, clocks, computer, desk, backups } = this.parts;
    for (const fault of nemesis.faults()) started.simulator.control.fault(fault);
    this.endGrants();
    if (nemesis.officeWorks()) this.officeWork.change();
    const refused = nemesis.refusedWrite();
    if (refused !== null) computer.refuseWrite(refused);
    const backup = nemesis.backup();
    if (backup !== null) computer.at(backup, () => desk.backUp());
    const kill = nemesis.kill();
    if (kill !== null) computer.killAt(kill);
    for (let count = nemesis.whole(0, 2); count > 0; count -= 1) await this.archive();
    if (this.isTogether && this.habits.chance(SHARE_OF_AGAIN)) await this.archiveAgain();
    computer.nudge();
    if (this.asks.chance(SHARE_OF_CLEAN_UPS)) this.cleanUp();
    await clocks.time.advance(nemesis.pauseMs());
    for (const wrongMs of nemesis.wrongClocksMs()) {
      this.setClock(wrongMs);
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
    if (nemesis.restores() && backups.has) await desk.restore();
  }

  /** The office wants all read and cleaned up now; nobody waits for it. */
  private cleanUp(): void {
    const unheard = (): undefined => undefined;
    this.parts.computer.engine?.run(EVERYTHING, 'manual').then(unheard, unheard);
  }

  private endGrants(): void {
    const { nemesis, started, computer } = this.parts;
    const { endGrants, endLogin } = started.office;
    const ends = nemesis.endsGrants();
    if (ends === 'none') return;
    if (ends === 'login' && endLogin !== null) {
      computer.loginWithdrawn();
      endLogin();
    } else endGrants();
  }

  private setClock(wrongMs: number): void {
    this.parts.clocks.setComputer(wrongMs);
    this.parts.computer.clockSet();
  }

  private async archive(): Promise<void> {
    const { nemesis, desk } = this.parts;
    const forPassing = nemesis.chance(SHARE_FOR_PASSING);
    const minutes = nemesis.whole(1, 40) * 15;
    const isPassing = ({ name }: KnownCustomer): boolean => name.startsWith(PASSING_CUSTOMER);
    const customers = desk.customers();
    const regular = customers.find((one) => !isPassing(one));
    const customer = forPassing ? (customers.find(isPassing) ?? regular) : regular;
    if (customer === undefined) return;
    if (!this.isTogether || !this.habits.chance(SHARE_OF_GROUPS)) return desk.archiveNew(customer, minutes);
    const others = Array.from({ length: this.habits.whole(1, 3) }, () => this.habits.whole(1, 40) * 15);
    await desk.archiveTogether(customer, [minutes, ...others]);
  }

  /** A further document of work that has one. */
  private async archiveAgain(): Promise<void> {
    const { desk } = this.parts;
    const booked = desk.done.filter(({ entryId }) => desk.store.queue.get(entryId)?.state === 'booked');
    if (booked.length > 0) await desk.archiveAgain(this.habits.pick(booked));
  }

  /** No more trouble: everything that waits must come to its end, once the office did what it was asked to do. */
  private async peace(): Promise<void> {
    const { clocks, computer, started, desk } = this.parts;
    started.simulator.control.clearFaults();
    computer.refuseWrite(null);
    computer.forgetOrders();
    await computer.attend();
    computer.wake();
    await this.untilDelivered();
    const isAnswered =
      (this.mayAsk() || this.isTogether) &&
      desk.answerQuestions((number, revision) => this.seenInBooks(number, revision));
    if (desk.actOnBlocked() || isAnswered) await this.untilDelivered();
    await this.pullAll();
    if (auditData(desk.store, started.office).length === 0) return;
    // What was refused by mistake may be asked for again only after a while.
    await clocks.time.advance(REFUSED_FOR_MS);
    await this.pullAll();
  }

  /**
   * Whether only the office could know: something said of a document that it is there already, or refused to let Simon
   * look. Asking without that is a violation.
   */
  private mayAsk(): boolean {
    const { started, options } = this.parts;
    return started.simulator.control.requests().some((request) => {
      const { fault, status } = request;
      if (fault !== 'status' || status === null) return false;
      const call = callOf(options.package.calls, request);
      return (call === 'create' && status === 409) || (call === 'look-up' && status >= 400 && status < 500);
    });
  }

  private seenInBooks(workOrderNumber: string, revision: number): string | null {
    const seen = this.documents().find((document) => {
      const held = heldWork(document, '[0-9A-Z]+');
      return held !== null && isDocumentOf(held, workOrderNumber, revision);
    });
    return seen?.number ?? null;
  }

  private async untilDelivered(): Promise<void> {
    const { clocks, computer, desk } = this.parts;
    for (let passedMs = 0; passedMs < PEACE_MS; passedMs += HOUR_MS) {
      await clocks.time.advance(passedMs === 0 ? FIRST_LOOK_MS : HOUR_MS);
      await computer.attend();
      const { waiting, sending, unsure } = desk.store.queue.counts();
      if (waiting + sending + unsure + desk.store.pdfs.counts().open === 0) return;
    }
  }

  /** One whole run with clean-up, of which the office confirms what it is asked. */
  private async pullAll(): Promise<void> {
    const { engine } = this.parts.computer;
    if (engine === null) return;
    // Whether a customer or article counts today is told by the date of the computer; a wrong one is mended in the end.
    this.setClock(0);
    await this.untilDone(engine.run(EVERYTHING, 'manual'));
    for (const { id } of await engine.pendingCleanUps()) await this.untilDone(engine.confirmCleanUp(id));
  }

  private async untilDone(work: Promise<unknown>): Promise<void> {
    let isDone = false;
    const end = (): void => void (isDone = true);
    work.then(end, end);
    for (let passedMs = 0; !isDone && passedMs < HOUR_MS; passedMs += MINUTE_MS)
      await this.parts.clocks.time.advance(MINUTE_MS);
  }

  /** What Simon made, or may have: a letter on the customer card is a document too, without lines. */
  private documents(): readonly SimulatedDocument[] {
    const { neighbourTag } = this;
    return this.parts.started.simulator.control
      .documents()
      .filter(({ lines }) => lines.length > 0)
      .filter(({ fields }) => neighbourTag === null || !JSON.stringify(fields).includes(`SK-${neighbourTag}-`));
  }

  private audited(): readonly Violation[] {
    const { desk, started, options, pdfsOfEach } = this.parts;
    const { store, forgotten } = desk;
    const { office } = started;
    const { lookUp, attachments } = options.package.connector.manifest.capabilities;
    const nameOf = new Map(office.customers().map(({ number, name }) => [number, name]));
    // A number that is free is given to the next customer; who stays may get another name.
    const isGone = ({ number, name }: KnownCustomer): boolean =>
      name.startsWith(PASSING_CUSTOMER) ? nameOf.get(number) !== name : !nameOf.has(number);
    const done = desk.done.map((work) => ({ ...work, isCustomerGone: isGone(work.customer) }));
    const withPdfs = done.filter(({ entryId }) => !desk.named.includes(entryId));
    const files = [...office.files()];
    for (const file of this.filesBefore) files.splice(files.indexOf(file), 1);
    return [
      ...audit({ store, documents: this.documents(), done, forgotten, isReliable: lookUp.reliable }),
      ...(attachments === null ? [] : auditPdfs(store, { files: () => files }, withPdfs, pdfsOfEach)),
      ...auditData(store, office),
    ];
  }
}
