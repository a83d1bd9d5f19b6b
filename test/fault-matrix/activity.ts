/**
 * Time that goes on only while the program waits for it. The clock stands still as long as a request is under way or the
 * thread of the database is at work, however long that takes on a busy machine, and leaps to the next moment at which
 * somebody wakes up as soon as nothing is: a quiet period of minutes passes in milliseconds, and no cell is decided by how
 * fast the machine is.
 */
import type { RemoteStore } from '../../main/db/store';
import type { Fetch } from '../../main/ports';
import type { FakeTime } from '../fakes/fake-time';
import { settled } from '../fakes/fake-time';

/** A world in which nothing ends for so long, by the clock on the wall, hangs. */
const HANGS_AFTER_MS = 60_000;

/** A program that dies tells nobody. By the clock on the wall. */
const LOOK_EVERY_MS = 50;

type Method = (...args: unknown[]) => Promise<unknown>;

export class Activity {
  private storeCalls = 0;
  private requests = 0;
  /** Answers that the package holds back; who waits for one waits for the clock. */
  private held = 0;
  /** Those of them whose client has left. */
  private abandoned = 0;

  /** Requests of a program that died count no more. */
  private life = 0;
  private wasDead = false;
  private onChange = (): void => undefined;

  /** `isDead`: the program that sends the requests is not running. */
  constructor(
    readonly time: FakeTime,
    private readonly isDead: () => boolean,
  ) {}

  private holds = 0;
  private whenHolding: { readonly count: number; readonly deed: () => void | Promise<void> } | null = null;

  /** Does something when the package holds an answer back for the `count`-th time from now. */
  whenHeld(count: number, deed: () => void | Promise<void>): void {
    this.whenHolding = { count: this.holds + count, deed };
  }

  /** `sleep` of a simulator: it holds an answer back. */
  readonly hold = async (ms: number): Promise<void> => {
    this.holds += 1;
    if (this.whenHolding?.count === this.holds) await this.whenHolding.deed();
    this.held += 1;
    this.onChange();
    await this.time.sleep(ms);
    this.held -= 1;
    this.abandoned = Math.max(0, this.abandoned - 1);
  };

  /** The same requests; each is under way until its whole answer was read. */
  watchFetch(fetch: Fetch): (url: string, init?: RequestInit) => Promise<Response> {
    return async (url, init = {}) => {
      this.requests += 1;
      const { life } = this;
      let isOver = false;
      const over = (): void => {
        if (isOver) return;
        isOver = true;
        if (life === this.life) this.requests -= 1;
        this.onChange();
      };
      init.signal?.addEventListener('abort', () => {
        if (!isOver && this.held > this.abandoned) this.abandoned += 1;
        over();
      });
      try {
        const response = await fetch(url, init);
        if (response.body === null) over();
        return response.body === null ? response : withBody(response, response.body, over);
      } catch (error) {
        over();
        throw error;
      }
    };
  }

  /** The same store; the clock waits for its answers. */
  watchStore(store: RemoteStore): RemoteStore {
    const watched =
      (method: Method): Method =>
      async (...args) => {
        this.storeCalls += 1;
        try {
          return await method(...args);
        } finally {
          this.storeCalls -= 1;
          this.onChange();
        }
      };
    const areas = Object.entries(store) as [string, Method | Readonly<Record<string, Method>>][];
    return Object.fromEntries(
      areas.map(([name, area]) => [
        name,
        typeof area === 'function'
          ? watched(area)
          : Object.fromEntries(Object.entries(area).map(([method, call]) => [method, watched(call)])),
      ]),
    ) as RemoteStore;
  }

  /** Lets time pass until `isOver`, for at most `longestMs` of it. Whether it was over. */
  async until(isOver: () => Promise<boolean>, longestMs: number): Promise<boolean> {
    const endMs = this.time.monotonicMs() + longestMs;
    for (;;) {
      await this.quiet();
      if (await isOver()) return true;
      const leftMs = endMs - this.time.monotonicMs();
      if (leftMs <= 0) return false;
      await this.time.advance(Math.min(leftMs, this.time.nextInMs ?? leftMs));
    }
  }

  /** Lets so much time pass. */
  async pass(ms: number): Promise<void> {
    await this.until(() => Promise.resolve(false), ms);
  }

  /** Resolves when nothing is at work any more. */
  async quiet(): Promise<void> {
    const startedMs = performance.now();
    // What ends at the end of one look may begin something else in the next.
    for (let calmLooks = 0; calmLooks < 2;) {
      await settled();
      this.lookWhetherItDied();
      calmLooks = this.isBusy() ? 0 : calmLooks + 1;
      if (calmLooks > 0) continue;
      if (performance.now() - startedMs > HANGS_AFTER_MS) {
        throw new Error(`Hangs: ${this.requests} requests, ${this.held} held, ${this.storeCalls} calls of the store`);
      }
      await this.nextChange();
    }
  }

  /** Resolves when something ended or was held back: looking on and on would keep the others from working. */
  private nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS);
      this.onChange = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private lookWhetherItDied(): void {
    const isDead = this.isDead();
    if (isDead && !this.wasDead) {
      this.life += 1;
      this.requests = 0;
      this.abandoned = this.held;
    }
    this.wasDead = isDead;
  }

  private isBusy(): boolean {
    return this.storeCalls > 0 || this.requests > this.held - this.abandoned;
  }
}

/** The same answer; `over` is called when its end was read, or nobody will read it. */
function withBody(response: Response, body: ReadableStream<Uint8Array>, over: () => void): Response {
  const reader = body.getReader();
  const watched = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          controller.close();
        } catch (error) {
          controller.error(error);
        }
        over();
      },
      cancel: async (reason) => {
        over();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  const { status, statusText, headers } = response;
  return new Response(watched, { status, statusText, headers });
}
