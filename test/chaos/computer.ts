/**
 * A computer with Simon on it: database, keychain and link outlive the program, which starts, dies and starts again. The
 * engine, the database and the connector are the real ones.
 */
import { createHash } from 'node:crypto';
import type { Secrets } from '../../connectors/_kit/connector';
import { ok } from '../../connectors/_kit/result';
import type { Settings } from '../../connectors/_kit/settings';
import type { SeededRandom } from '../../connectors/_kit/simulator/random';
import { createKeptValues } from '../../main/company/kept-values';
import { withDefaults } from '../../main/company/setting-rules';
import type { RemoteStore } from '../../main/db/store';
import { createPdfMaker } from '../../main/documents/pdf-maker';
import type { PdfPrinter } from '../../main/ports';
import { createConnection } from '../../main/sync/connection';
import { createEngine } from '../../main/sync/create-engine';
import type { Engine, LinkSettings } from '../../main/sync/engine';
import type { FakeTime } from '../fakes/fake-time';
import { settled } from '../fakes/fake-time';
import { logIn } from '../fakes/log-in';
import { MemoryLogger } from '../fakes/memory-logger';
import { noCosts } from '../fakes/no-costs';
import { smallPdf } from '../fakes/small-pdf';
import type { BoundaryOrder } from './boundary-places';
import type { BreakableParts, Break } from './breaks';
import { callOf } from './calls';
import { Life } from './life';
import { LoginWatch } from './login-watch';
import type { ChaosPackage, StartedPackage } from './offices/office';
import { PatienceWatch } from './patience-watch';
import type { Violation } from './violation';

const MOST_TURNS = 500;

/** Small, because each goes over the line several times; differs when what was printed differs. */
const printDigest: PdfPrinter = (html) =>
  Promise.resolve(ok(smallPdf(createHash('sha256').update(html).digest('hex'))));

export interface ComputerParts {
  readonly package: ChaosPackage;
  readonly started: StartedPackage;
  readonly store: RemoteStore;
  readonly time: FakeTime;
  /** What the engine draws its waits from. */
  readonly random: SeededRandom;
  readonly pullIntervalMinutes: number;
  /** How the engine is broken; null = as it is. */
  readonly broken: Break | null;
  /** Settings of the link that differ from those of the package. */
  readonly settings?: Settings;
  /** Wall clock of the package (UTC ms); left out where no computer sleeps. */
  readonly vendorNowMs?: () => number;
  /**
   * A program that is stuck is given up after so many turns of the event loop. Infinity where it waits for real threads and
   * sockets, which take turns without end.
   */
  readonly mostTurns?: number;
}

export class Computer {
  crashes = 0;
  /** How often the program died at which boundary. */
  readonly deaths = new Map<string, number>();
  private readonly logger = new MemoryLogger();
  /** More than one only where that is the break. */
  private engines: readonly Engine[] = [];
  private life: Life;
  private keychain: Secrets = {};
  /** The how-manieth write from now is refused; null = none. */
  private refusedWrite: number | null = null;
  private readonly patience: PatienceWatch;
  private readonly login: LoginWatch;
  private link: LinkSettings;
  private store: RemoteStore;

  constructor(private readonly parts: ComputerParts) {
    const { time, started } = parts;
    const { simulator } = started;
    this.store = parts.store;
    this.patience = new PatienceWatch(parts.vendorNowMs ?? time.monotonicMs);
    this.login = new LoginWatch(
      time,
      (path) => simulator.control.requests().findLast((request) => request.path === path)?.fault,
    );
    this.life = this.newLife();
    this.link = {
      settings: withDefaults(parts.package.connector.manifest.settings, {
        ...parts.package.settings,
        ...parts.settings,
      }),
      version: 1,
      administration: { id: '', name: '', facts: null },
      pullIntervalMinutes: parts.pullIntervalMinutes,
      paused: false,
    };
  }

  get engine(): Engine | null {
    return this.life.isDead ? null : (this.engines[0] ?? null);
  }

  get violations(): readonly Violation[] {
    const bugs = this.logger.bugs.map((error) => ({ kind: 'bug' as const, detail: String(error) }));
    return [...this.patience.violations, ...this.login.violations, ...bugs];
  }

  /** What the wizard does: the login, and the administration behind it. */
  async linkUp(): Promise<void> {
    await this.logIn();
    const { connector } = this.parts.package;
    const { time } = this.parts;
    const connection = createConnection({
      connector,
      endpoints: this.endpoints(),
      secrets: () => Promise.resolve(this.keychain),
      keepSecrets: (secrets) => Promise.resolve(void (this.keychain = secrets)),
      fetch: this.parts.started.simulator.fetch,
      clock: time,
      sleep: time.sleep,
    });
    const checked = await connector.check(connection.checkContext(new AbortController().signal, this.link.settings));
    if (!checked.ok) throw new Error(`Not linked: ${JSON.stringify(checked.problem)}`);
    this.link = { ...this.link, administration: checked.value };
    await connection.close();
  }

  /** The program starts; when it dies while it does, again. */
  async start(): Promise<void> {
    await this.begin();
    for (; this.life.isDead; await this.begin()) this.crashes += 1;
  }

  /** The program dies there. */
  killAt(order: BoundaryOrder): void {
    const { life } = this;
    life.at(order, (boundary) => life.kill(boundary));
  }

  /** Something is done there, from outside. */
  at(order: BoundaryOrder, act: () => void): void {
    this.life.at(order, act);
  }

  /** Nothing that was ordered at a boundary happens any more. */
  forgetOrders(): void {
    this.life.forgetOrders();
  }

  /** Another database stands in the place of the old one; the program must not run. */
  replaceStore(store: RemoteStore): void {
    this.store = store;
    this.patience.forgive();
  }

  /** Somebody set the clock of the computer: what was kept by it may be wrong from now on. */
  clockSet(): void {
    this.patience.forgive();
  }

  /** Somebody withdrew the login at the package. */
  loginWithdrawn(): void {
    this.login.withdrawn();
  }

  refuseWrite(count: number | null): void {
    this.refusedWrite = count;
  }

  nudge(): void {
    for (const engine of this.engines) engine.nudge();
  }

  wake(): void {
    for (const engine of this.engines) engine.wake();
  }

  /** What people do when they see it: start the program again, log in again. */
  async attend(): Promise<void> {
    if (this.life.isDead) {
      this.crashes += 1;
      await this.start();
    }
    const problem = this.engines.map((engine) => engine.linkProblem()).find((one) => one?.kind === 'needs-login');
    if (problem === undefined || problem === null) return;
    this.login.askedFor(problem.code);
    this.end();
    // In the browser of the office, which knows other troubles.
    this.parts.started.simulator.control.clearFaults();
    await this.logIn();
    await this.start();
  }

  /** The program dies. */
  end(): void {
    this.life.kill();
  }

  /** The value, or null when the program died or its disk refused meanwhile. */
  async whileAlive<T>(work: Promise<T>): Promise<T | null> {
    let end: { readonly value: T | null } | null = null;
    work.then(
      (value) => (end = { value }),
      () => (end = { value: null }),
    );
    const { mostTurns = MOST_TURNS } = this.parts;
    for (let turn = 0; end === null && !this.life.isDead && turn < mostTurns; turn += 1) await settled();
    return (end as { readonly value: T | null } | null)?.value ?? null;
  }

  private async logIn(): Promise<void> {
    const { simulator } = this.parts.started;
    this.keychain = await logIn({
      connector: this.parts.package.connector,
      endpoints: this.endpoints(),
      registration: { ...simulator.registration, ...simulator.credentials },
      fetch: simulator.fetch,
      time: this.parts.time,
    });
    this.login.loggedIn();
  }

  private endpoints(): Readonly<Record<string, string>> {
    return { ...this.parts.package.connector.manifest.endpoints, ...this.parts.started.simulator.endpoints };
  }

  private newLife(): Life {
    const { calls } = this.parts.package;
    return new Life(Infinity, {
      refusesWrite: () => this.refusesWrite(),
      ended: (boundary) => {
        this.login.ended();
        this.patience.ended();
        if (boundary !== null) this.deaths.set(boundary, (this.deaths.get(boundary) ?? 0) + 1);
      },
      callOf: (url, { method = 'GET', headers }) => {
        const path = new URL(url).pathname;
        const operation = new Headers(headers).get('soapaction')?.replace(/^.*\/|"/g, '');
        return callOf(calls, { method, path, ...(operation === undefined ? {} : { operation }) }) ?? 'other';
      },
    });
  }

  private async begin(): Promise<void> {
    const life = this.newLife();
    this.life = life;
    const count = this.parts.broken?.instances ?? 1;
    this.engines = await Promise.all(Array.from({ length: count }, () => this.makeEngine(life)));
    for (const engine of this.engines) {
      await this.whileAlive(engine.recover());
      if (!life.isDead) engine.startSchedule();
    }
  }

  private async makeEngine(life: Life): Promise<Engine> {
    const { store } = this;
    const { package: chaosPackage, started, time, random, broken } = this.parts;
    const { connector } = chaosPackage;
    const write = async (_scope: unknown, secrets: Secrets): Promise<void> => {
      try {
        await life.keep(() => (this.keychain = secrets));
      } catch (error) {
        this.login.kept(false);
        throw error;
      }
      this.login.kept(true);
    };
    const kept = createKeptValues(
      { read: () => Promise.resolve(this.keychain), write },
      { companyId: 'chaos', package: connector.manifest.id },
    );
    const whole: BreakableParts = {
      store: life.store(store),
      connector,
      endpoints: this.endpoints(),
      secrets: kept.read,
      keepSecrets: kept.keepRenewed,
      fetch: life.fetch(this.login.watch(this.patience.watch(started.simulator.fetch))),
      time: life.time(time),
      documents: started.simulator.control.documents,
    };
    const parts = broken?.breaker(whole) ?? whole;
    const { id } = connector.manifest;
    const connection = createConnection({
      ...parts,
      pauses: {
        kept: await parts.store.limits.pauseOf(id),
        // As the app does: a pause that cannot be kept counts in this process.
        keep: (pause) => parts.store.limits.keepPause(id, pause).catch(() => this.patience.forgive()),
      },
      clock: parts.time,
      sleep: parts.time.sleep,
    });
    return createEngine({
      store: parts.store,
      connector: parts.connector,
      connection: parts.connection?.(connection) ?? connection,
      link: () => this.link,
      keepAdministration: (administration) => {
        this.link = { ...this.link, administration };
      },
      pdfs: createPdfMaker({
        store: parts.store,
        print: printDigest,
        companyName: () => 'Jansen Installaties',
        language: () => 'nl',
        costsOf: noCosts,
      }),
      time: parts.time,
      random: () => random.fraction(),
      logger: this.logger,
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
}
