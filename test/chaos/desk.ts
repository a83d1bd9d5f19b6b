/** What people do in Simon itself: archive, act on what is blocked, put a backup back. */
import { asRemote } from '../../main/db/as-remote';
import type { Store } from '../../main/db/store';
import { describe } from '../../main/log/problem-text';
import { settled, type FakeTime } from '../fakes/fake-time';
import type { WorkDone } from './auditor';
import type { Backups } from './backups';
import type { Computer } from './computer';
import type { KnownCustomer } from './offices/office';
import { draftOf } from './work-draft';

interface Draft {
  readonly customer: KnownCustomer;
  readonly minutes: number;
}

export interface DeskParts {
  readonly computer: Computer;
  readonly time: FakeTime;
  readonly backups: Backups;
  /** What the screens call the package. */
  readonly packageLabel: string;
}

export class Desk {
  done: readonly WorkDone[] = [];
  /** Archived, and gone with the data that a backup took the place of. */
  forgotten: readonly WorkDone[] = [];
  /** Queue entries whose document the office named: Simon does not know it well enough to put PDFs beside it. */
  named: readonly number[] = [];
  /** What stands on each work order, by number. */
  private readonly drafts = new Map<string, Draft>();
  private doneAtBackup = 0;

  constructor(
    private readonly parts: DeskParts,
    /** Another one after a restore. */
    public store: Store,
  ) {}

  /** Customers that can be chosen for a work order. */
  customers(): readonly (KnownCustomer & { readonly id: number })[] {
    return this.store.customers.list({ search: '', offset: 0, limit: 100 }).rows.filter(({ active }) => active);
  }

  /** Archives new work for a customer; in the app itself that is one step, which happened or did not. */
  async archiveNew(customer: KnownCustomer & { readonly id: number }, minutes: number): Promise<void> {
    await this.archive([this.ready(customer, minutes)]);
  }

  /** The same for several of one customer, as one document. */
  async archiveTogether(
    customer: KnownCustomer & { readonly id: number },
    minutesOfEach: readonly number[],
  ): Promise<void> {
    await this.archive(minutesOfEach.map((minutes) => this.ready(customer, minutes)));
  }

  /** A further document of work that is booked, as the office chose it. */
  async archiveAgain({ number }: WorkDone): Promise<void> {
    const id = this.store.workOrders.idByNumber(number);
    if (id === null || !this.store.workOrders.chooseAgain(id, this.parts.time.nowMs()).ok) return;
    await this.archive([id]);
  }

  private ready(customer: KnownCustomer & { readonly id: number }, minutes: number): number {
    const draft = draftOf(customer.id, `Werk ${this.drafts.size + 1}`, minutes);
    const made = this.store.workOrders.create(draft, this.parts.time.nowMs());
    if (!made.ok) throw new Error(`No work order: ${made.problem.code}`);
    const { id, number } = made.value;
    this.drafts.set(number, { customer, minutes });
    const ready = this.store.workOrders.reportReady(id, this.parts.time.nowMs());
    if (!ready.ok) throw new Error(`Not ready: ${ready.problem.code}`);
    return id;
  }

  /** Archives what stayed behind: the program died over it, or a backup brought it back. */
  async archiveReady(): Promise<void> {
    for (const id of this.store.workOrders.idsByStatus('ready')) await this.archive([id]);
  }

  private async archive([first = 0, ...others]: readonly number[]): Promise<void> {
    const { computer, time } = this.parts;
    const { engine } = computer;
    if (engine === null) return;
    const start = await computer.whileAlive(engine.freeze(first, others));
    // The program died, or its disk refused: the work orders stay where they are.
    if (start?.ok !== true || start.value.state !== 'waiting') return;
    const details = [first, ...others].flatMap((id) => this.store.workOrders.get(id) ?? []);
    const [leading, ...members] = details;
    if (leading === undefined || details.some(({ status, number }) => status !== 'ready' || !this.drafts.has(number)))
      return;
    const archived = this.store.workOrders.archiveTogether([leading, ...members], start.value, time.nowMs());
    if (!archived.ok) throw new Error(`Not archived: ${archived.problem.code}`);
    const entryId = archived.value;
    const revision = this.store.queue.entry(entryId)?.revision ?? 1;
    for (const { number } of details) {
      const draft = this.drafts.get(number);
      if (draft === undefined) continue;
      this.done = [...this.done, { ...draft, number, entryId, revision }];
      this.forgotten = this.forgotten.filter((one) => one.number !== number || one.revision !== revision);
    }
  }

  /** Sends again what is blocked, where that was the advice. Whether there was any. */
  actOnBlocked(): boolean {
    const { computer, time, packageLabel } = this.parts;
    const { store } = this;
    const blocked = this.done
      .map(({ entryId }) => store.queue.get(entryId))
      .flatMap((entry) => (entry?.state === 'blocked' && entry.problem !== null ? [entry] : []))
      .filter(({ problem }) => problem !== null && describe(problem, packageLabel).action !== null)
      .map(({ id }) => id);
    const all = this.done.map(({ entryId }) => entryId);
    const retried = store.queue.retry(blocked, time.nowMs()) + store.pdfs.retry(all, time.nowMs());
    if (retried === 0) return false;
    computer.nudge();
    computer.engine?.nudgePdfs();
    return true;
  }

  /**
   * Answers truly what Simon asks about its work orders: not in the package, so that it is sent again, or there. `inBooks`:
   * the number of that document of a work order that the office sees, or null. Whether anything was asked.
   */
  answerQuestions(inBooks: (workOrderNumber: string, revision: number) => string | null): boolean {
    const { computer, time } = this.parts;
    const { queue } = this.store;
    const leading = [...new Map(this.done.map((work) => [work.entryId, work])).values()];
    const asked = leading.flatMap(({ entryId, number, revision = 1 }) => {
      const entry = queue.entry(entryId);
      return entry?.state === 'unsure' && entry.held && entry.frozen !== null
        ? [{ entryId, frozen: entry.frozen, seen: inBooks(number, revision) }]
        : [];
    });
    for (const { entryId, frozen, seen } of asked) {
      if (seen === null) queue.released(entryId, 'office', time.nowMs());
      else {
        const remote = {
          externalId: '',
          number: seen,
          marker: frozen.marker,
          customerExternalId: frozen.document.customer.externalId,
          totalExclVat: null,
          totalInclVat: null,
        };
        queue.booked(entryId, remote, 'found', time.nowMs(), { calls: [], by: 'office' });
        this.named = [...this.named, entryId];
      }
    }
    if (asked.length > 0) computer.nudge();
    return asked.length > 0;
  }

  backUp(): void {
    this.parts.backups.make(this.store);
    this.doneAtBackup = this.done.length;
  }

  /** Puts the last backup in the place of the database, with the program closed. */
  async restore(): Promise<void> {
    const { computer, backups } = this.parts;
    computer.end();
    // What the program asked of its database just now is answered still.
    await settled();
    this.store = backups.putBack(this.store);
    computer.replaceStore(asRemote(this.store));
    const gone = this.done.slice(this.doneAtBackup);
    this.forgotten = [...this.forgotten, ...gone];
    this.done = this.done.slice(0, this.doneAtBackup);
    await computer.start();
    await this.archiveReady();
  }
}
