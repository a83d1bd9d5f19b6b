/** A connector on its simulator through the real connection: real HTTP, a clock that the test turns. */
import type { Administration, Connector, ConnectorContext, PullPage, Secrets } from '../../connectors/_kit/connector';
import type { Mark, RecordOf, Resource } from '../../connectors/_kit/model';
import type { Problem } from '../../connectors/_kit/problem';
import type { Result } from '../../connectors/_kit/result';
import type { Settings } from '../../connectors/_kit/settings';
import type { RunningSimulator, SimulatorOptions } from '../../connectors/_kit/simulator/contract';
import { createConnection, type Connection } from '../../main/sync/connection';
import type { Lane } from '../../main/sync/pacing';
import { FakeTime } from '../fakes/fake-time';
import { logIn } from '../fakes/log-in';

const NEVER = new AbortController().signal;

export interface SessionOptions {
  readonly simulator?: Omit<SimulatorOptions, 'now'>;
  readonly secrets?: (right: Secrets) => Secrets;
  readonly startMs?: number;
  /** Settings of every call that brings none of its own. */
  readonly settings?: Settings;
}

/** What came out of one pull: what it tells is there, what is gone, and how it ended. */
export interface Pull<R extends Resource> {
  readonly pages: readonly PullPage<R>[];
  readonly present: ReadonlyMap<string, RecordOf[R]>;
  readonly gone: ReadonlyMap<string, string>;
  readonly parked: readonly { readonly externalId: string; readonly label: string; readonly problem: Problem }[];
  /** The mark of the last page; that of the start when there was none. */
  readonly mark: Mark | null;
  /** Why it ended early; null when the table was read to its end. */
  readonly problem: Problem | null;
}

export class Session<Books> {
  private linked: Administration | null = null;

  constructor(
    readonly connector: Connector,
    readonly simulator: RunningSimulator<Books>,
    readonly connection: Connection,
    readonly time: FakeTime,
    private readonly settings: Settings,
  ) {}

  get books(): Books {
    return this.simulator.control.books;
  }

  /** What `check` tells; asked once, and again after `check` was called. */
  async administration(): Promise<Administration> {
    this.linked ??= valueOf(await this.check());
    return this.linked;
  }

  async check(signal = NEVER, settings: Settings = {}): Promise<Result<Administration>> {
    const checked = await this.connector.check(this.connection.checkContext(signal, settings));
    if (checked.ok) this.linked = checked.value;
    return checked;
  }

  async context(settings: Settings = this.settings, signal = NEVER, lane: Lane = 'pull'): Promise<ConnectorContext> {
    return this.connection.context(await this.administration(), settings, signal, lane);
  }

  /** Reads a table from a mark to its end, or at most `pageLimit` pages as when the app is quit half way. */
  async pull<R extends Resource>(
    resource: R,
    mark: Mark | null = null,
    options: { settings?: Settings; signal?: AbortSignal; pageLimit?: number; afterPage?: () => void } = {},
  ): Promise<Pull<R>> {
    const ctx = await this.context(options.settings, options.signal);
    const pages: PullPage<R>[] = [];
    let problem: Problem | null = null;
    for await (const page of this.connector.pull(ctx, resource, mark)) {
      if (page.ok) pages.push(asStored(page.value));
      else problem = page.problem;
      options.afterPage?.();
      if (pages.length === options.pageLimit) break;
    }
    return summary(pages, mark, problem);
  }

  /** All ids that the connector says Simon should have. */
  async listIds(resource: Resource, settings: Settings = this.settings): Promise<{ ids: string[]; rowsSeen: number }> {
    const ids: string[] = [];
    let rowsSeen = 0;
    for await (const page of this.connector.listIds(await this.context(settings), resource)) {
      const { externalIds, rowsSeen: rows } = valueOf(page);
      ids.push(...externalIds);
      rowsSeen += rows;
    }
    return { ids, rowsSeen };
  }

  /** Requests since the last look, of one path, of one operation, or of all; the list starts anew. */
  requests(what = ''): number {
    const count = this.countOf(what);
    this.simulator.control.clearRequests();
    return count;
  }

  /** Waits until the simulator has got that many requests for a path or an operation. */
  async arrived(what: string, count = 1): Promise<void> {
    while (this.countOf(what) < count) await new Promise((resolve) => setImmediate(resolve));
  }

  private countOf(what: string): number {
    return this.simulator.control.requests().filter(({ path, operation }) => path.includes(what) || operation === what)
      .length;
  }
}

/** Starts simulator and connection; both end with the test when `close` is called. */
export async function openSession<Books>(
  connector: Connector,
  start: (options: SimulatorOptions) => Promise<RunningSimulator<Books>>,
  options: SessionOptions = {},
): Promise<{ readonly session: Session<Books>; readonly close: () => Promise<void> }> {
  const time = new FakeTime(options.startMs);
  const simulator = await start({
    seed: 7,
    ...options.simulator,
    quirks: { ...(connector.auth.login === undefined ? {} : { consent: 'automatic' }), ...options.simulator?.quirks },
    now: time.nowMs,
    sleep: (ms) => time.sleep(ms),
  });
  const endpoints = { ...connector.manifest.endpoints, ...simulator.endpoints };
  const registration = { ...simulator.credentials, ...simulator.registration };
  const right = await logIn({ connector, endpoints, registration, fetch: simulator.fetch, time });
  let kept = options.secrets?.(right) ?? right;
  const connection = createConnection({
    connector,
    endpoints,
    secrets: () => Promise.resolve(kept),
    keepSecrets: (next) => {
      kept = next;
      return Promise.resolve();
    },
    fetch: simulator.fetch,
    clock: time,
    sleep: time.sleep,
  });
  const close = async (): Promise<void> => {
    await connection.close();
    await simulator.close();
  };
  return { session: new Session(connector, simulator, connection, time, options.settings ?? {}), close };
}

/** The value of a result that has to be there. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Unexpected problem: ${JSON.stringify(result.problem)}`);
  return result.value;
}

/** A page as it comes back from the database: whatever does not survive JSON shows. */
const asStored = <R extends Resource>(page: PullPage<R>): PullPage<R> =>
  JSON.parse(JSON.stringify(page)) as PullPage<R>;

function summary<R extends Resource>(
  pages: readonly PullPage<R>[],
  start: Mark | null,
  problem: Problem | null,
): Pull<R> {
  const present = new Map<string, RecordOf[R]>();
  const gone = new Map<string, string>();
  for (const one of pages.flatMap((page) => page.records)) {
    if (one.kind === 'present') present.set((one.record as { externalId: string }).externalId, one.record);
    else gone.set(one.externalId, one.reason);
  }
  const parked = pages.flatMap((page) => page.parked);
  return { pages, present, gone, parked, mark: pages.at(-1)?.mark ?? start, problem };
}
