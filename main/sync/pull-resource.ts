import type { Connector, ConnectorContext, PullPage } from '../../connectors/_kit/connector';
import type { Mark, Resource } from '../../connectors/_kit/model';
import { passesByItself, problem, type Problem } from '../../connectors/_kit/problem';
import type { RunCounts } from '../../preload/contract/views';
import type { LinkKey, PageOutcome, RemoteStore } from '../db/store';
import type { Logger, Random, Time } from '../ports';
import { retryDelayMs } from './retry-policy';
import { addCounts, NO_COUNTS } from './run-counts';

export interface PullParts {
  readonly store: { readonly pull: Pick<RemoteStore['pull'], 'mark' | 'applyPage'> };
  readonly connector: Connector;
  readonly time: Time;
  readonly random: Random;
  readonly logger: Logger;
}

export interface PullTask {
  readonly ctx: ConnectorContext;
  readonly link: LinkKey;
  readonly resource: Resource;
  readonly runId: number;
  /** After each page that is stored. `done`: records read in this run; `total` when the package tells. */
  readonly onPage: (
    page: PullPage<Resource>,
    outcome: PageOutcome,
    done: number,
    total: number | null,
  ) => Promise<void>;
}

export interface PullEnd {
  /** Null when the package gave nothing at all, not even a mark: the settings do not ask for this table. */
  readonly counts: RunCounts | null;
  /** Why the table was not read to its end; null when it was. `cancelled` when the signal of the context aborted. */
  readonly problem: Problem | null;
}

/** Failures in a row, without a page in between, after which the next run goes on instead of this one. */
const MOST_FAILURES = 3;
/** A run waits this long for a package that asks for it; a longer pause is for the next run. */
const LONGEST_WAIT_MS = 3 * 60 * 1_000;

/**
 * Reads one table from its mark to its end, page by page. Each page is stored with its mark in one transaction, while
 * the next one is being fetched, so that a run that is cut off anywhere costs two pages at most. What passes by itself
 * is waited out and gone on with from the mark. A bug of the connector ends this table only.
 */
export async function pullResource(parts: PullParts, task: PullTask): Promise<PullEnd> {
  const { store, time, random } = parts;
  const { ctx, link, resource } = task;
  const pages = createPageStore(parts, task);

  for (let failures = 0; ;) {
    const mark = await store.pull.mark(link, resource);
    const storedBefore = pages.stored();
    const found = await readOn(parts, task, mark?.mark ?? null, pages);
    if (found === null) return { counts: pages.counts(), problem: null };

    failures = pages.stored() > storedBefore ? 1 : failures + 1;
    const waitMs = retryDelayMs(found, failures, random);
    const isWorthWaiting = passesByItself(found.kind) && failures < MOST_FAILURES && waitMs <= LONGEST_WAIT_MS;
    if (!isWorthWaiting) return { counts: pages.counts(), problem: found };
    await time.sleep(waitMs, ctx.signal);
    if (ctx.signal.aborted) return { counts: pages.counts(), problem: problem('cancelled', 'cancelled') };
  }
}

/** Stores the pages of one pull and keeps count. */
interface PageStore {
  readonly put: (page: PullPage<Resource>, last: boolean) => Promise<void>;
  readonly stored: () => number;
  readonly counts: () => RunCounts | null;
}

function createPageStore({ store, time }: PullParts, { link, resource, runId, onPage }: PullTask): PageStore {
  let counts = NO_COUNTS;
  let stored = 0;
  let total: number | null = null;
  return {
    put: async (page, last) => {
      const outcome = await store.pull.applyPage({ link, resource, page, last, runId, atMs: time.nowMs() });
      counts = addCounts(counts, outcome.counts);
      stored += 1;
      total = page.total ?? total;
      await onPage(page, outcome, counts.read, total);
    },
    stored: () => stored,
    counts: () => (stored === 0 ? null : counts),
  };
}

/** From the mark to the end of the table (null) or to a problem. The last page waits until it is known to be the last. */
async function readOn(
  { connector, logger }: PullParts,
  { ctx, resource }: PullTask,
  mark: Mark | null,
  pages: PageStore,
): Promise<Problem | null> {
  const iterator = connector.pull(ctx, resource, mark)[Symbol.asyncIterator]();
  const next = async (): Promise<PullPage<Resource> | Problem | null> => {
    if (ctx.signal.aborted) return problem('cancelled', 'cancelled');
    try {
      const step = await iterator.next();
      if (step.done === true) return null;
      return step.value.ok ? step.value.value : step.value.problem;
    } catch (error) {
      return problem('invalid-input', 'app-error', { id: logger.bug('pull', error, { resource }) });
    }
  };

  let storing: Promise<void> = Promise.resolve();
  try {
    let held = await next();
    while (held !== null && !isProblem(held)) {
      const following = await next();
      await storing;
      storing = pages.put(held, following === null);
      // Reported where it is awaited; until then it must not count as unhandled.
      storing.catch(() => undefined);
      held = following;
    }
    await storing;
    return held;
  } finally {
    await iterator.return?.();
  }
}

const isProblem = (one: PullPage<Resource> | Problem): one is Problem => 'kind' in one;
