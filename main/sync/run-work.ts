import type { Connector, ConnectorContext } from '../../connectors/_kit/connector';
import type { Resource } from '../../connectors/_kit/model';
import type { Problem } from '../../connectors/_kit/problem';
import type { Area } from '../../preload/contract/events';
import type { CleanUpQuestion, RunCounts, RunOccasion, RunTrigger, SyncRequest } from '../../preload/contract/views';
import type { LinkKey, RemoteStore } from '../db/store';
import type { Logger, Random, Time } from '../ports';
import type { Admission } from './admission';
import { cleanUp, type CleanUpEnd } from './clean-up';
import type { CleanUpPlan } from './clean-up-plan';
import type { Connection } from './connection';
import type { EngineListener, LinkSettings } from './engine';
import { linkKeyOf } from './freeze';
import type { Journal } from './journal';
import { concernsLink, type LinkHealth } from './link-health';
import { pageNews } from './page-news';
import type { Progress } from './progress';
import { pullResource } from './pull-resource';
import { addCounts, NO_COUNTS } from './run-counts';

export interface RunWorkParts {
  readonly store: RemoteStore;
  readonly connector: Connector;
  readonly connection: Pick<Connection, 'context'>;
  readonly link: () => LinkSettings;
  readonly admission: Admission;
  readonly linkHealth: LinkHealth;
  readonly cleanUps: CleanUpPlan;
  readonly journal: Journal;
  /** A whole pass of the delivery. */
  readonly deliver: () => Promise<unknown>;
  readonly time: Time;
  readonly random: Random;
  readonly logger: Logger;
  readonly on: Pick<EngineListener, 'changed'>;
}

export interface RunTask extends SyncRequest {
  readonly trigger: RunTrigger;
  readonly occasion: RunOccasion | null;
  /** A clean-up that the office was asked about and agreed to. */
  readonly confirmed: CleanUpQuestion | null;
}

/** One run under way. */
export interface Going {
  readonly runId: number;
  readonly task: RunTask;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** What became of one table: pull and clean-up together. */
export interface Part {
  readonly resource: Resource;
  readonly counts: RunCounts;
  readonly problem: Problem | null;
}

/** What became of the whole run. `problem`: what kept it from beginning. */
export interface Work {
  readonly parts: readonly Part[];
  readonly problem: Problem | null;
}

/** Groups before articles, because an article names its group; orders last, because they name customers and articles. */
const ORDER: readonly Resource[] = ['articleGroups', 'customers', 'articles', 'orders'];

const AREAS: Readonly<Record<Resource, readonly Area[]>> = {
  articleGroups: ['articles'],
  customers: ['customers'],
  articles: ['articles'],
  orders: ['workOrders'],
};
/** Lists on screen read again at most this often while pages come in. */
const BETWEEN_CHANGES_MS = 1_000;

/** Where the records of one run come from and go to. */
interface Route {
  readonly ctx: ConnectorContext;
  readonly link: LinkKey;
}

/**
 * The work of one run: check the administration, pull the tables, clean up, deliver. A table that fails does not stop the
 * others, unless the connection as a whole cannot be used.
 */
export function createRunWork(parts: RunWorkParts): (going: Going) => Promise<Work> {
  const { store, connector, journal, linkHealth, cleanUps, time } = parts;
  const { resources: offered } = connector.manifest.capabilities;

  return async (going) => {
    const { task, signal } = going;
    const admitted = await parts.admission.check(signal);
    if (!admitted.ok) return { parts: [], problem: admitted.problem };
    const settings = parts.link();
    const route: Route = {
      ctx: parts.connection.context(admitted.value, settings.settings, signal),
      link: linkKeyOf(connector, settings),
    };

    const done = new Map<Resource, Part>();
    for (const resource of wanted(task.resources)) {
      if (signal.aborted) break;
      const part = await pull(going, route, resource);
      if (part === null) continue;
      done.set(resource, part);
      if (part.problem !== null && concernsLink(part.problem.kind)) return { parts: [...done.values()], problem: null };
    }
    for (const resource of await toCleanUp(task, route.link, done)) {
      if (signal.aborted) break;
      const counts = done.get(resource)?.counts ?? NO_COUNTS;
      done.set(resource, await clean(going, route, resource, counts));
    }
    if (!signal.aborted) await parts.deliver();
    return { parts: [...done.values()], problem: null };
  };

  /** The tables that were asked for and that the package has, with those that they need. */
  function wanted(asked: readonly Resource[]): readonly Resource[] {
    const all = new Set(asked);
    if (all.has('articles')) all.add('articleGroups');
    return ORDER.filter((one) => all.has(one) && offered[one] !== undefined);
  }

  /** Null when the settings do not ask for this table. */
  async function pull({ runId, progress }: Going, { ctx, link }: Route, resource: Resource): Promise<Part | null> {
    const tellChanged = changesTeller(resource);
    progress.report(resource, 0, null);
    const { counts: pulled, problem } = await pullResource(parts, {
      ctx,
      link,
      resource,
      runId,
      onPage: async (page, outcome, done, total) => {
        progress.report(resource, done, total);
        tellChanged(false);
        await journal.write((log, now) => pageNews(log, now, resource, page, outcome));
      },
    });
    if (pulled === null && problem === null) return null;
    const counts = pulled ?? NO_COUNTS;
    tellChanged(true);
    await store.runs.record(runId, { resource, counts, problem });
    if (problem === null) linkHealth.worked();
    else if (problem.kind !== 'cancelled') await tellPullFailed(resource, problem);
    return { resource, counts, problem };
  }

  async function tellPullFailed(resource: Resource, problem: Problem): Promise<void> {
    if (concernsLink(problem.kind)) linkHealth.failed(problem);
    await journal.write((log, now) => log.tableFailed(now, resource, problem));
  }

  /** Tells the screens that a table changed, now and then and once more at the end. */
  function changesTeller(resource: Resource): (isLast: boolean) => void {
    let toldAtMs = -Infinity;
    return (isLast) => {
      if (!isLast && time.monotonicMs() - toldAtMs < BETWEEN_CHANGES_MS) return;
      toldAtMs = time.monotonicMs();
      parts.on.changed(AREAS[resource]);
    };
  }

  /** A table whose pull failed is left alone: what it lacks now may come with the next pull. */
  async function toCleanUp(
    { confirmed, cleanUp: isAsked, resources, trigger }: RunTask,
    link: LinkKey,
    pulled: ReadonlyMap<Resource, Part>,
  ): Promise<readonly Resource[]> {
    if (confirmed !== null) return [confirmed.resource];
    const possible = cleanUps
      .among(wanted(resources.length === 0 ? ORDER : resources))
      .filter((one) => (pulled.get(one)?.problem ?? null) === null);
    if (isAsked) return possible;
    const due: Resource[] = [];
    for (const resource of trigger === 'schedule' ? possible : []) {
      if (await cleanUps.isDue(link, resource)) due.push(resource);
    }
    return due;
  }

  /** `pulled`: what the pull of this table did before, in the same run. */
  async function clean(going: Going, { ctx, link }: Route, resource: Resource, pulled: RunCounts): Promise<Part> {
    const { runId, progress, task } = going;
    cleanUps.tried(resource);
    progress.report('clean-up', 0, null);
    const end = await cleanUp(parts, {
      ctx,
      link,
      resource,
      confirmed: task.confirmed,
      isOnDemand: task.cleanUp,
      onPage: (rowsSeen) => progress.report('clean-up', rowsSeen, null),
    });
    const counts = end.kind === 'done' ? addCounts(pulled, end.outcome.counts) : pulled;
    const problem = end.kind === 'ask' || end.kind === 'failed' ? end.problem : null;
    await store.runs.record(runId, { resource, counts, problem });
    await tellCleaned(resource, end, task.cleanUp);
    if (end.kind === 'done') {
      parts.on.changed(AREAS[resource]);
      // What the package has and Simon lacks was missed by the pull, so this table is read again from the start.
      if (end.missing > 0) await store.pull.resetMarks(link, [resource]);
    }
    return { resource, counts, problem };
  }

  /** `isAsked`: whoever asked for it also wants to read that there was nothing to do. */
  async function tellCleaned(resource: Resource, end: CleanUpEnd, isAsked: boolean): Promise<void> {
    await journal.write((log, now) => {
      switch (end.kind) {
        case 'failed':
          return end.problem.kind === 'cancelled' ? [] : log.cleanUpFailed(now, resource, end.problem);
        case 'ask':
          if (!end.isNew && !isAsked) return [];
          return end.problem === null
            ? log.cleanUpAsked(now, resource, end.counts.toRemove)
            : log.cleanUpFailed(now, resource, end.problem);
        case 'kept':
          return [];
        case 'done': {
          const { removed } = end.outcome.counts;
          return [
            ...(isAsked || removed > 0 ? [log.cleanUpDone(now, resource, removed)] : []),
            ...pageNews(log, now, resource, { parked: [] }, end.outcome),
          ];
        }
      }
    });
  }
}
