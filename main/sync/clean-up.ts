import type { Connector, ConnectorContext, IdPage } from '../../connectors/_kit/connector';
import type { Resource } from '../../connectors/_kit/model';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { CleanUpQuestion } from '../../preload/contract/views';
import type { CleanUpComparison, LinkKey, PageOutcome, RemoteStore } from '../db/store';
import { needsConfirmation } from '../domain/clean-up-guard';
import type { Logger, Time } from '../ports';

export interface CleanUpParts {
  readonly store: RemoteStore;
  readonly connector: Connector;
  readonly time: Time;
  readonly logger: Logger;
}

export interface CleanUpTask {
  readonly ctx: ConnectorContext;
  readonly link: LinkKey;
  readonly resource: Resource;
  /** What the office agreed to; null = nobody was asked. */
  readonly confirmed: CleanUpQuestion | null;
  /** The office asked for it, and sees what would go before anything goes. */
  readonly isOnDemand: boolean;
  /** After each page of ids; how many rows the package gave so far. */
  readonly onPage: (rowsSeen: number) => void;
}

export type CleanUpEnd =
  | { readonly kind: 'done'; readonly outcome: PageOutcome; readonly missing: number }
  /** The office is asked. Nothing was removed. `problem`: that of the guard; null when the office wanted to see it first. */
  | {
      readonly kind: 'ask';
      readonly counts: Pick<CleanUpComparison, 'toRemove' | 'keptInUse'>;
      readonly problem: Problem | null;
      /** False: the same question waits already. */
      readonly isNew: boolean;
    }
  /** The office chose to keep what would go, and nothing changed since. Nothing was removed. */
  | { readonly kind: 'kept' }
  /** The list is not complete. Nothing was removed. */
  | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * Compares every id of one table with Simon's and removes what is gone in the package. Only a complete list is compared.
 * A confirmed clean-up reads the list again, because the old one may lack what was pulled since, and removes what the
 * office agreed to as far as it is gone still; what went since then is left to the next one.
 *
 * While a question of the guard waits nothing is removed, also when the package lists more rows again: what it gives is
 * in doubt until the office has answered. Only when nothing would go any more the question is dropped.
 */
export async function cleanUp(parts: CleanUpParts, task: CleanUpTask): Promise<CleanUpEnd> {
  const { store, time } = parts;
  const { link, resource, confirmed, isOnDemand } = task;
  const listed = await listIds(parts, task);
  if (!listed.ok) return { kind: 'failed', problem: listed.problem };

  const end = async (agreedId: number | null): Promise<CleanUpEnd> => {
    const outcome = await store.cleanUp.apply(link, resource, { agreedId, atMs: time.nowMs() });
    return { kind: 'done', outcome, missing: found.missing };
  };
  const found = await store.cleanUp.compare(link, resource);
  if (confirmed !== null) return end(confirmed.id);
  const { standing, toRemove, keptInUse } = found;
  if (toRemove + keptInUse === 0) return end(null);
  if (!isOnDemand && standing?.isRefused === true && standing.coversAll) {
    await store.cleanUp.keep(link, resource, time.nowMs());
    return { kind: 'kept' };
  }
  const isGuarded = needsConfirmation(found) || standing?.isGuarded === true || standing?.isRefused === true;
  if (!isGuarded && !(isOnDemand && toRemove > 0)) return end(null);
  const { isNew } = await store.cleanUp.ask(link, resource, { isGuarded, atMs: time.nowMs() });
  return { kind: 'ask', counts: { toRemove, keptInUse }, problem: isGuarded ? guardProblem(found) : null, isNew };
}

/** Lists every id. */
async function listIds(
  { store, connector, logger }: CleanUpParts,
  { ctx, link, resource, onPage }: CleanUpTask,
): Promise<Result<null>> {
  await store.cleanUp.begin(link, resource);
  let rowsSeen = 0;
  const pages = connector.listIds(ctx, resource)[Symbol.asyncIterator]();
  const next = async (): Promise<Result<IdPage> | null> => {
    try {
      const step = await pages.next();
      return step.done === true ? null : step.value;
    } catch (error) {
      return fail(problem('invalid-input', 'app-error', { id: logger.bug('clean-up', error, { resource }) }));
    }
  };
  try {
    for (;;) {
      if (ctx.signal.aborted) return fail(problem('cancelled', 'cancelled'));
      const page = await next();
      if (page === null) return ok(null);
      if (!page.ok) return page;
      await store.cleanUp.addIds(link, resource, page.value);
      rowsSeen += page.value.rowsSeen;
      onPage(rowsSeen);
    }
  } finally {
    await pages.return?.();
  }
}

const guardProblem = ({ toRemove, keptInUse, present, rowsSeen }: CleanUpComparison): Problem =>
  rowsSeen === 0
    ? problem('blocked', 'clean-up-nothing-returned')
    : problem('blocked', 'clean-up-too-much', { toRemove: toRemove + keptInUse, present });
