import type { Connector, ConnectorContext, IdPage } from '../../connectors/_kit/connector';
import type { Resource } from '../../connectors/_kit/model';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { CleanUpPreview } from '../../preload/contract/views';
import type { LinkKey, PageOutcome, RemoteStore } from '../db/store';
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
  /** What the office agreed to, when the guard had stopped this clean-up; null = nobody was asked. */
  readonly confirmed: CleanUpPreview | null;
  /** After each page of ids; how many rows the package gave so far. */
  readonly onPage: (rowsSeen: number) => void;
}

export type CleanUpEnd =
  | { readonly kind: 'done'; readonly outcome: PageOutcome; readonly missing: number }
  /** The guard asks the office. Nothing was removed. */
  | { readonly kind: 'ask'; readonly preview: CleanUpPreview; readonly problem: Problem }
  /** The list is not complete. Nothing was removed. */
  | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * Compares every id of one table with Simon's and removes what is gone in the package. Only a complete list is compared.
 * A confirmed clean-up reads the list again, because the old one may lack what was pulled since; when it would now
 * remove more than was agreed, the office is asked again.
 */
export async function cleanUp(parts: CleanUpParts, task: CleanUpTask): Promise<CleanUpEnd> {
  const { store, time } = parts;
  const { link, resource, confirmed } = task;
  const listed = await listIds(parts, task);
  if (!listed.ok) return { kind: 'failed', problem: listed.problem };

  const preview = await store.cleanUp.preview(link, resource);
  const isAgreed = confirmed !== null && preview.toRemove <= confirmed.toRemove;
  if (preview.needsConfirmation && !isAgreed)
    return { kind: 'ask', preview, problem: guardProblem(preview, listed.value) };
  const outcome = await store.cleanUp.apply(link, resource, time.nowMs());
  return { kind: 'done', outcome, missing: preview.missing };
}

/** Lists every id; the number of rows the package gave, selected or not. */
async function listIds(
  { store, connector, logger }: CleanUpParts,
  { ctx, link, resource, onPage }: CleanUpTask,
): Promise<Result<number>> {
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
      if (page === null) return ok(rowsSeen);
      if (!page.ok) return page;
      await store.cleanUp.addIds(link, resource, page.value);
      rowsSeen += page.value.rowsSeen;
      onPage(rowsSeen);
    }
  } finally {
    await pages.return?.();
  }
}

const guardProblem = ({ toRemove, keptInUse, present }: CleanUpPreview, rowsSeen: number): Problem =>
  rowsSeen === 0
    ? problem('blocked', 'clean-up-nothing-returned')
    : problem('blocked', 'clean-up-too-much', { toRemove: toRemove + keptInUse, present });
