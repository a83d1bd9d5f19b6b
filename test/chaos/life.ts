/**
 * One life of the program: from its start until it stops, or is killed. Everything that lasts (database, keychain, network)
 * is reached through it, and nothing of it works any more once it is dead.
 */
import type { RemoteStore } from '../../main/db/store';
import { StorageError } from '../../main/db/storage-error';
import type { Fetch, Time } from '../../main/ports';
import type { BoundaryOrder } from './boundary-places';

/** What surrounds the program: may do it harm, and sees it end. */
export interface Surroundings {
  /** True when this write is refused by the disk. */
  readonly refusesWrite: () => boolean;
  /** The program died; `boundary`: where, null when it was ended from outside. */
  readonly ended: (boundary: string | null) => void;
  /** What kind of call a request is, for the names of its boundaries; 'other' when nothing tells. */
  readonly callOf?: (url: string, init: RequestInit) => string;
}

/** A promise of a dead process: nobody waits for it. */
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

type Method = (...args: unknown[]) => Promise<unknown>;

export class Life {
  isDead = false;
  /** Boundaries passed: before and after every write, every request and every answer. */
  points = 0;
  /** Their names, in order. */
  readonly trail: string[] = [];
  private orders: { readonly at: BoundaryOrder; left: number; readonly act: (boundary: string) => void }[] = [];
  private readonly ended = new AbortController();

  /** `lastPoint`: the boundary at which it is killed; Infinity = it lives on. */
  constructor(
    private readonly lastPoint: number,
    private readonly surroundings: Surroundings,
  ) {}

  /** Does something at a boundary to come; the name of the boundary is told. */
  at(order: BoundaryOrder, act: (boundary: string) => void): void {
    this.orders.push({ at: order, left: order.nth, act });
  }

  /** Nothing that was ordered happens any more. */
  forgetOrders(): void {
    this.orders = [];
  }

  kill(boundary: string | null = null): void {
    if (this.isDead) return;
    this.isDead = true;
    this.surroundings.ended(boundary);
    this.ended.abort();
  }

  /** Passes a boundary; false when the program died here, or before. */
  private pass(boundary: string): boolean {
    if (this.isDead) return false;
    this.points += 1;
    this.trail.push(boundary);
    if (this.points >= this.lastPoint) this.kill(boundary);
    for (const order of this.orders) {
      if (!boundary.startsWith(order.at.place ?? '')) continue;
      order.left -= 1;
      if (order.left === 0) order.act(boundary);
    }
    return !this.isDead;
  }

  store(store: RemoteStore): RemoteStore {
    const methodsByArea = Object.entries(store) as [string, Method | Readonly<Record<string, Method>>][];
    const areas = methodsByArea.map(([area, methods]) => [
      area,
      typeof methods === 'function'
        ? this.reading(methods)
        : Object.fromEntries(
            Object.entries(methods).map(([name, method]) => [
              name,
              READS.has(name) ? this.reading(method) : this.writing(`${area}.${name}`, method),
            ]),
          ),
    ]);
    return Object.fromEntries(areas) as RemoteStore;
  }

  private reading(method: Method): Method {
    return async (...args) => {
      if (this.isDead) return never();
      const value = await method(...args);
      return this.isDead ? never() : value;
    };
  }

  private writing(name: string, method: Method): Method {
    const [before, after] = [`${name} before`, `${name} after`];
    return async (...args) => {
      if (!this.pass(before)) return never();
      if (this.surroundings.refusesWrite()) throw new StorageError('full', 'SQLITE_FULL: database or disk is full');
      const value = await method(...args);
      return this.pass(after) ? value : never();
    };
  }

  /** A write to the keychain. */
  async keep(write: () => void): Promise<void> {
    if (!this.pass('keychain before')) return never();
    if (this.surroundings.refusesWrite()) throw new Error('The keychain is locked');
    write();
    return this.pass('keychain after') ? undefined : never();
  }

  /** What was sent before the end arrives; what comes back is seen by nobody. */
  fetch(fetch: Fetch): Fetch {
    return async (url, init) => {
      const call = this.surroundings.callOf?.(url, init) ?? 'other';
      if (!this.pass(`request ${call}`)) return never();
      try {
        const response = await fetch(url, init);
        return this.pass(`answer ${call}`) ? response : await never<Response>();
      } catch (error) {
        if (this.isDead) return never();
        throw error;
      }
    };
  }

  time(time: Time): Time {
    return {
      nowMs: time.nowMs,
      monotonicMs: time.monotonicMs,
      sleep: async (ms, signal) => {
        const signals = [this.ended.signal, ...(signal === undefined ? [] : [signal])];
        await time.sleep(ms, AbortSignal.any(signals));
        return this.isDead ? never() : undefined;
      },
    };
  }
}

/** Methods that change nothing. What is not among them counts as a write. */
const READS: ReadonlySet<string> = new Set([
  'attention',
  'board',
  'boardDetails',
  'byCode',
  'byName',
  'byNumber',
  'counts',
  'due',
  'entry',
  'forDocument',
  'get',
  'idByNumber',
  'identity',
  'idsByStatus',
  'integrityCheck',
  'last',
  'lastEndedAtMs',
  'list',
  'loginOf',
  'mark',
  'marks',
  'nextDueAtMs',
  'numberByImportId',
  'of',
  'ofWorkOrder',
  'overviewCounts',
  'pauseOf',
  'question',
  'questionRows',
  'questions',
  'task',
  'trace',
  'unplanned',
  'untoldRestore',
]);
