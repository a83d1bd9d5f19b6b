import { onTestFinished } from 'vitest';
import type { Settings } from '../../../connectors/_kit/settings';
import { asRemote } from '../../../main/db/as-remote';
import { openStore } from '../../../main/db/open-store';
import type { QueueEntry, RemoteStore, Store } from '../../../main/db/store';
import { createConnection } from '../../../main/sync/connection';
import { createPdfMaker } from '../../../main/documents/pdf-maker';
import type { PdfPrinter } from '../../../main/ports';
import { createEngine } from '../../../main/sync/create-engine';
import type { Engine, LinkSettings } from '../../../main/sync/engine';
import type { LogRow, QueueDetail, SyncProgress, SyncStatus, WorkOrderDraft } from '../../../preload/contract/views';
import { FakeTime, settled } from '../../fakes/fake-time';
import { MemoryLogger } from '../../fakes/memory-logger';
import { noCosts } from '../../fakes/no-costs';
import { printSmallPdf } from '../../fakes/small-pdf';
import { ScriptedPackage } from '../../fakes/scripted-package';
import { openTempStore } from '../db/open-temp-store';
import { article, customer, draft, LINK, pull, value } from '../db/records';

const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;

/** Wraps the store of one life of the program, e.g. to let it die at a step. */
export type WrapStore = (store: RemoteStore) => RemoteStore;

/**
 * A company that is linked to a scripted package: the real engine on a real database, in time that the test moves.
 * `restart` is the end of the program and its next start on the same file.
 */
export class EngineHarness {
  readonly time = new FakeTime();
  readonly logger = new MemoryLogger();
  readonly statuses: SyncStatus[] = [];
  readonly progress: SyncProgress[] = [];
  settings: Settings = { workArticle: 'UUR' };
  settingsVersion = 1;
  paused = false;
  print: PdfPrinter = printSmallPdf;
  intervalMinutes = 5;
  linked: LinkSettings['administration'];
  store: Store;
  engine: Engine;
  readonly file: string;
  private isStoreOpen = true;

  constructor(
    readonly books: ScriptedPackage,
    time: FakeTime,
    private wrap: WrapStore = (store) => store,
  ) {
    this.time = time;
    this.linked = books.administration;
    const { store, file } = openTempStore();
    this.file = file;
    this.store = store;
    pull(store, 'customers', [customer('1', { name: 'Jansen' }), customer('2', { name: 'Pietersen' })]);
    pull(store, 'articles', [article('9', { code: 'UUR', unitPrice: '60', description: 'Arbeid' })]);
    // What is there already came from a run that ended; this test begins with a table that was never read.
    store.runs.closeInterrupted(this.time.nowMs());
    store.pull.resetMarks(LINK, ['customers', 'articles']);
    this.engine = this.makeEngine();
    onTestFinished(async () => {
      await this.finish(this.engine.stop());
      this.closeStore();
    });
  }

  private closeStore(): void {
    if (this.isStoreOpen) this.store.close();
    this.isStoreOpen = false;
  }

  private makeEngine(): Engine {
    const store = this.wrap(asRemote(this.store));
    return createEngine({
      store,
      connector: this.books.connector,
      connection: createConnection({
        connector: this.books.connector,
        endpoints: {},
        secrets: () => Promise.resolve({}),
        keepSecrets: () => Promise.resolve(),
        fetch: () => Promise.reject(new Error('The scripted package speaks no HTTP')),
        clock: this.time,
        sleep: this.time.sleep,
      }),
      link: () => ({
        settings: this.settings,
        version: this.settingsVersion,
        administration: this.linked,
        pullIntervalMinutes: this.intervalMinutes,
        paused: this.paused,
      }),
      keepAdministration: (administration) => {
        this.linked = administration;
      },
      pdfs: createPdfMaker({
        store,
        print: (html) => this.print(html),
        companyName: () => 'Jansen Installaties',
        language: () => 'nl',
        costsOf: noCosts,
      }),
      time: this.time,
      random: () => 0.5,
      logger: this.logger,
      on: {
        changed: () => undefined,
        status: (status) => this.statuses.push(status),
        progress: (progress) => this.progress.push(progress),
      },
    });
  }

  /**
   * The program ends without warning and starts again; `wrap` belongs to the new life, and `whileClosed` is done in
   * between with the file of the database.
   */
  async restart(
    wrap: WrapStore = (store) => store,
    whileClosed: (file: string) => void = () => undefined,
  ): Promise<void> {
    const former = this.engine;
    this.closeStore();
    whileClosed(this.file);
    this.store = openStore({ file: this.file });
    this.isStoreOpen = true;
    this.wrap = wrap;
    this.engine = this.makeEngine();
    // What is left of the former life may not hold up the end of the test.
    void former.stop();
    await this.engine.recover();
  }

  /** A work order with two hours of work, reported ready and archived now. Returns the id of its queue entry. */
  async archive(change: Partial<WorkOrderDraft> = {}): Promise<number> {
    const nowMs = this.time.nowMs();
    const times = [
      { employeeId: null, kind: 'work' as const, date: '2026-11-22', startMinute: null, minutes: 120, note: '' },
    ];
    const made = value(this.store.workOrders.create(draft({ customerId: 1, times, ...change }), nowMs));
    const { version } = value(this.store.workOrders.reportReady(made.id, nowMs));
    const start = value(await this.engine.freeze(made.id));
    return value(this.store.workOrders.archive(made.id, version, start, nowMs));
  }

  /** Lets time pass until the promise is settled. */
  async finish<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const noted = work.finally(() => (isDone = true));
    noted.catch(() => undefined);
    for (let turn = 0; !isDone; turn += 1) {
      if (turn > 20_000) throw new Error('This never ends');
      await (turn === 0 ? settled() : this.time.advance(20 * SECOND_MS));
    }
    return noted;
  }

  /** One pass of the delivery, as after archiving. */
  async deliverNow(): Promise<void> {
    this.engine.nudge();
    await settled();
  }

  /** Delivers and looks up until nothing is left to do within `maxMs`. */
  settle(maxMs = 24 * HOUR_MS): Promise<{ readonly open: number }> {
    return this.finish(this.engine.settle(maxMs, () => undefined));
  }

  entry(id: number): QueueEntry {
    const entry = this.store.queue.entry(id);
    if (entry === null) throw new Error(`No entry ${id}`);
    return entry;
  }

  detail(id: number): QueueDetail {
    const detail = this.store.queue.get(id);
    if (detail === null) throw new Error(`No entry ${id}`);
    return detail;
  }

  /** The log, oldest first. */
  log(): readonly LogRow[] {
    return [...this.store.log.list({ filter: {}, limit: 500 }).rows].reverse();
  }

  /** Dutch messages of the log, oldest first. */
  messages(): readonly string[] {
    return this.log().map((row) => row.message.nl);
  }
}

/** A company with an ordinary package. */
export function linkedCompany(
  lookUp?: ConstructorParameters<typeof ScriptedPackage>[1],
  wrap?: WrapStore,
): EngineHarness {
  const time = new FakeTime();
  return new EngineHarness(new ScriptedPackage(time, lookUp), time, wrap);
}
