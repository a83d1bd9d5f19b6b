import type { RemoteStore } from '../../../main/db/store';

class Killed extends Error {}

/**
 * One life of the program that ends at its `lastPoint`-th boundary: before or after a write of the queue, or before or
 * after a call to the package. After that nothing of it works any more.
 */
export class Life {
  points = 0;
  private isOver = false;

  /** `onPoint` is told the number of each boundary that is passed. */
  constructor(
    private readonly lastPoint = Infinity,
    private readonly onPoint: (point: number) => void = () => undefined,
  ) {}

  readonly pass = (name: string): void => {
    if (this.isOver) throw new Killed(`Dead at ${name}`);
    this.points += 1;
    this.onPoint(this.points);
    if (this.points === this.lastPoint) {
      this.isOver = true;
      throw new Killed(`Killed at ${name}`);
    }
  };

  readonly wrap = (store: RemoteStore): RemoteStore => ({
    ...store,
    queue: this.wrapArea(store.queue, QUEUE_WRITES),
    pdfs: this.wrapArea(store.pdfs, PDF_WRITES),
  });

  private wrapArea<Area extends object>(area: Area, writes: ReadonlySet<string>): Area {
    const methods = Object.entries(area as Record<string, (...args: unknown[]) => Promise<unknown>>);
    return Object.fromEntries(
      methods.map(([name, method]) => [name, writes.has(name) ? this.guarded(name, method) : this.alive(method)]),
    ) as Area;
  }

  private guarded(name: string, method: (...args: unknown[]) => Promise<unknown>) {
    return async (...args: unknown[]): Promise<unknown> => {
      this.pass(`before ${name}`);
      const result = await method(...args);
      this.pass(`after ${name}`);
      return result;
    };
  }

  private alive(method: (...args: unknown[]) => Promise<unknown>) {
    return (...args: unknown[]): Promise<unknown> =>
      this.isOver ? Promise.reject(new Killed('Dead')) : method(...args);
  }
}

const QUEUE_WRITES: ReadonlySet<string> = new Set([
  'freeze',
  'sending',
  'booked',
  'notSent',
  'blocked',
  'unsure',
  'absent',
  'released',
  'held',
  'recoverInterrupted',
]);

const PDF_WRITES: ReadonlySet<string> = new Set([
  'made',
  'notMade',
  'sending',
  'done',
  'notSent',
  'unsure',
  'released',
  'held',
]);
