/**
 * One office with its company linked to a package: work orders are archived, the engine pulls and delivers, and the nemesis
 * does what it can. Real engine, real SQLite, the real connector against the simulator of its package; time, network, disk,
 * keychain and chance come from the seed.
 */
import type { Secrets } from '../../connectors/_kit/connector';
import { fail } from '../../connectors/_kit/result';
import { problem } from '../../connectors/_kit/problem';
import { asRemote } from '../../main/db/as-remote';
import { openStore } from '../../main/db/open-store';
import type { Store } from '../../main/db/store';
import { createConnection } from '../../main/sync/connection';
import { createEngine } from '../../main/sync/create-engine';
import type { Engine, LinkSettings } from '../../main/sync/engine';
import { withDefaults } from '../../main/company/setting-rules';
import { FakeTime, settled } from '../fakes/fake-time';
import { logIn } from '../fakes/log-in';
import { MemoryLogger } from '../fakes/memory-logger';
import { audit, type Violation, type WorkDone } from './auditor';
import type { BreakableParts, Break } from './breaks';
import { Life } from './life';
import { Nemesis } from './nemesis';
import type { ChaosPackage, StartedPackage } from './packages';
import { Witness } from './witness';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Within this time after the last trouble everything must be where it belongs. */
const PEACE_MS = 48 * HOUR_MS;
/** Automatic runs come at least this often, also where the package has one a day: there must be something to disturb. */
const LONGEST_INTERVAL_MINUTES = 60;
/** What a chance of zero would do to the waits: nothing. */
const MOST_TURNS = 500;

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
}

export class World {
  private keychain: Secrets = {};
  private life = new Life(Infinity, { refusesWrite: () => this.refusesWrite() });
  /** More than one only where that is the break. */
  private engines: readonly Engine[] = [];
  private refusedWrite: number | null = null;
  private crashes = 0;
  private readonly done: WorkDone[] = [];
  private readonly witness: Witness;

  private constructor(
    private readonly options: WorldOptions,
    private readonly time: FakeTime,
    private readonly store: Store,
    private readonly started: StartedPackage,
    private readonly nemesis: Nemesis,
    private link: LinkSettings,
  ) {
    this.witness = new Witness(time);
  }

  /** Plays a world from its beginning to its audit. */
  static async play(options: WorldOptions): Promise<WorldEnd> {
    const time = new FakeTime();
    const started = await options.package.start({
      seed: 1,
      listen: false,
      books: { customers: 3, articles: 6 },
      now: time.nowMs,
      sleep: (ms) => time.sleep(ms),
    });
    const { connector } = options.package;
    const settings = withDefaults(connector.manifest.settings, options.package.settings);
    const link: LinkSettings = {
      settings,
      version: 1,
      administration: { id: '', name: '', facts: null },
      pullIntervalMinutes: Math.min(
        connector.manifest.capabilities.pullIntervalMinutes.default,
        LONGEST_INTERVAL_MINUTES,
      ),
      paused: false,
    };
    const store = openStore({ file: ':memory:', now: time.nowMs });
    const world = new World(options, time, store, started, new Nemesis(options.seed), link);
    try {
      return await world.run();
    } finally {
      world.life.kill();
      store.close();
      await started.simulator.close();
    }
  }

  private async run(): Promise<WorldEnd> {
    await this.linkUp();
    await this.begin();
    await this.time.advance(20 * MINUTE_MS);
    for (let cycle = 0; cycle < this.options.cycles; cycle += 1) await this.cycle(cycle);
    await this.peace();
    const documents = this.started.simulator.control.documents();
    const { lookUp } = this.options.package.connector.manifest.capabilities;
    const violations = audit({ store: this.store, documents, done: this.done, isReliable: lookUp.reliable });
    return {
      cycles: this.options.cycles,
      workOrders: this.done.length,
      documents: documents.length,
      crashes: this.crashes,
      faults: this.nemesis.counts,
      violations: [...violations, ...this.witness.violations],
    };
  }

  /** What the wizard does: the values of the link, and the administration behind it. */
  private async linkUp(): Promise<void> {
    await this.logIn();
    const { connector } = this.options.package;
    const connection = createConnection({
      connector,
      endpoints: this.endpoints(),
      secrets: () => Promise.resolve(this.keychain),
      keepSecrets: (secrets) => Promise.resolve(void (this.keychain = secrets)),
      fetch: this.started.simulator.fetch,
      clock: this.time,
      sleep: this.time.sleep,
    });
    const checked = await connector.check(connection.checkContext(new AbortController().signal, this.link.settings));
    if (!checked.ok) throw new Error(`Not linked: ${JSON.stringify(checked.problem)}`);
    this.link = { ...this.link, administration: checked.value };
    await connection.close();
  }

  private async logIn(): Promise<void> {
    const { simulator } = this.started;
    this.keychain = await logIn({
      connector: this.options.package.connector,
      endpoints: this.endpoints(),
      registration: { ...simulator.registration, ...simulator.credentials },
      fetch: simulator.fetch,
      time: this.time,
    });
  }

  private endpoints(): Readonly<Record<string, string>> {
    return { ...this.options.package.connector.manifest.endpoints, ...this.started.simulator.endpoints };
  }

  /** The program starts. */
  private async begin(): Promise<void> {
    const life = new Life(Infinity, { refusesWrite: () => this.refusesWrite() });
    this.witness.begin();
    this.life = life;
    const count = this.options.broken?.instances ?? 1;
    this.engines = Array.from({ length: count }, () => this.makeEngine(life));
    for (const engine of this.engines) {
      await this.whileAlive(engine.recover());
      if (!life.isDead) engine.startSchedule();
    }
  }

  private makeEngine(life: Life): Engine {
    const whole: BreakableParts = {
      store: life.store(asRemote(this.store)),
      connector: this.options.package.connector,
      endpoints: this.endpoints(),
      secrets: () => Promise.resolve(this.keychain),
      keepSecrets: (secrets) => life.keep(() => (this.keychain = secrets)),
      fetch: life.fetch(this.witness.watch(this.started.simulator.fetch)),
      time: life.time(this.time),
      documents: this.started.simulator.control.documents,
    };
    const parts = this.options.broken?.breaker(whole) ?? whole;
    const connection = createConnection({ ...parts, clock: parts.time, sleep: parts.time.sleep });
    return createEngine({
      store: parts.store,
      connector: parts.connector,
      connection: parts.connection?.(connection) ?? connection,
      link: () => this.link,
      keepAdministration: (administration) => {
        this.link = { ...this.link, administration };
      },
      pdfs: {
        fileName: (kind) => `${kind}.pdf`,
        make: () => Promise.resolve(fail(problem('storage', 'pdf-not-made'))),
      },
      time: parts.time,
      random: () => this.nemesis.fraction(),
      logger: new MemoryLogger(),
      on: { changed: () => undefined, status: () => undefined, progress: () => undefined },
    });
  }

  private refusesWrite(): boolean {
    if (this.refusedWrite === null) return false;
    this.refusedWrite -= 1;
    if (this.refusedWrite > 0) return false;
    this.refusedWrite = null;
    return true;
  }

  private async cycle(turn: number): Promise<void> {
    const { nemesis, started, time } = this;
    for (const fault of nemesis.faults()) started.simulator.control.fault(fault);
    if (nemesis.endsGrants()) started.endGrants();
    if (nemesis.officeWorks()) started.officeEdit(turn);
    this.refusedWrite = nemesis.refusedWrite() ?? this.refusedWrite;
    const killAfter = nemesis.kill();
    if (killAfter !== null) this.life.killAfter(killAfter);
    for (let count = nemesis.whole(0, 2); count > 0; count -= 1) await this.archive();
    for (const engine of this.engines) engine.nudge();
    await time.advance(nemesis.whole(1, 12) * MINUTE_MS);
    time.setWallClock(time.nowMs() + nemesis.clockJumpMs());
    const sleepMs = nemesis.sleepMs();
    if (sleepMs > 0) {
      time.setWallClock(time.nowMs() + sleepMs);
      for (const engine of this.engines) engine.wake();
    }
    await time.advance(nemesis.whole(1, 12) * MINUTE_MS);
    await this.office();
  }

  /** What people do when they see it: start the program again, log in again. */
  private async office(): Promise<void> {
    for (; this.life.isDead; await this.begin()) this.crashes += 1;
    if (!this.engines.some((engine) => engine.linkProblem()?.kind === 'needs-login')) return;
    this.life.kill();
    // In the browser of the office, which knows other troubles.
    this.started.simulator.control.clearFaults();
    await this.logIn();
    await this.begin();
  }

  /** The office archives a work order; in the app itself that is one step, which happened or did not. */
  private async archive(): Promise<void> {
    const { nemesis, store, time } = this;
    const [engine] = this.engines;
    const customer = store.customers.list({ search: '', offset: 0, limit: 10 }).rows.find(({ active }) => active);
    if (engine === undefined || this.life.isDead || customer === undefined) return;
    const minutes = nemesis.whole(1, 40) * 15;
    const made = store.workOrders.create(
      {
        customerId: customer.id,
        workAddressId: null,
        description: `Werk ${this.done.length + 1}`,
        customerReference: '',
        notes: '',
        employeeId: null,
        plannedStartAtMs: null,
        plannedEndAtMs: null,
        times: [{ employeeId: null, kind: 'work', date: '2026-11-22', minutes, note: '' }],
        articles: [],
        forms: [],
      },
      time.nowMs(),
    );
    if (!made.ok) throw new Error(`No work order: ${made.problem.code}`);
    const { id, number } = made.value;
    const ready = store.workOrders.reportReady(id, time.nowMs());
    if (!ready.ok) throw new Error(`Not ready: ${ready.problem.code}`);
    const start = await this.whileAlive(engine.freeze(id));
    // The program died, or its disk refused: the work order stays where it is.
    if (start?.ok !== true || start.value.state !== 'waiting') return;
    const archived = store.workOrders.archive(id, ready.value.version, start.value, time.nowMs());
    if (!archived.ok) throw new Error(`Not archived: ${archived.problem.code}`);
    this.done.push({ number, entryId: archived.value, customerNumber: customer.number, minutes });
  }

  /** No more trouble: everything that waits must come to its end. */
  private async peace(): Promise<void> {
    const { control } = this.started.simulator;
    control.clearFaults();
    this.refusedWrite = null;
    this.life.killAfter(Infinity);
    await this.office();
    for (const engine of this.engines) engine.wake();
    for (let passedMs = 0; passedMs < PEACE_MS; passedMs += HOUR_MS) {
      await this.time.advance(HOUR_MS);
      await this.office();
      const { waiting, sending, unsure } = this.store.queue.counts();
      if (waiting + sending + unsure === 0) return;
    }
  }

  /** The value, or null when the program died or its disk refused meanwhile. */
  private async whileAlive<T>(work: Promise<T>): Promise<T | null> {
    let end: { readonly value: T | null } | null = null;
    work.then(
      (value) => (end = { value }),
      () => (end = { value: null }),
    );
    for (let turn = 0; end === null && !this.life.isDead && turn < MOST_TURNS; turn += 1) await settled();
    return (end as { readonly value: T | null } | null)?.value ?? null;
  }
}
