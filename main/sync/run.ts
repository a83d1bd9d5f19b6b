import type { ConnectorId } from '../../connectors/_kit/manifest';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { RunCounts, RunResult, RunRow } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { Logger, Time } from '../ports';
import type { Connection } from './connection';
import type { EngineListener } from './engine';
import type { Journal } from './journal';
import type { LinkHealth } from './link-health';
import { createProgress } from './progress';
import { addCounts, NO_COUNTS } from './run-counts';
import type { Going, Part, RunTask, Work } from './run-work';
import { storageProblem } from '../db/storage-problem';

export interface RunnerParts {
  readonly package: ConnectorId;
  readonly store: RemoteStore;
  readonly connection: Pick<Connection, 'status' | 'beginRun'>;
  readonly linkHealth: LinkHealth;
  readonly journal: Journal;
  readonly work: (going: Going) => Promise<Work>;
  /** What was delivered since this was asked last. */
  readonly takeDelivered: () => RunRow['documents'];
  readonly time: Time;
  readonly logger: Logger;
  readonly on: Pick<EngineListener, 'changed' | 'progress'>;
  /** A run began or ended. */
  readonly onPhase: () => void;
}

/** Runs, one at a time, each with its row in the history. */
export interface Runner {
  /** The run as it stands in the history, however it went; fails only when it could not even be written there. */
  readonly run: (task: RunTask) => Promise<Result<RunRow>>;
  /** Ends the run that is under way at the page it is at. */
  readonly cancel: () => void;
  readonly isBusy: () => boolean;
  readonly stop: () => Promise<void>;
}

export function createRunner(parts: RunnerParts): Runner {
  const { store, connection, journal, linkHealth, time, logger } = parts;
  const stopped = new AbortController();
  let underWay: AbortController | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function runOne(task: RunTask): Promise<Result<RunRow>> {
    if (stopped.signal.aborted) return fail(problem('cancelled', 'cancelled'));
    const cancelled = new AbortController();
    underWay = cancelled;
    try {
      const runId = await store.runs.start(task.trigger, time.nowMs(), {
        package: parts.package,
        occasion: task.occasion,
      });
      const progress = createProgress({ runId, trigger: task.trigger }, time, parts.on.progress);
      const going: Going = { runId, task, signal: cancelled.signal, progress };
      connection.beginRun();
      journal.setRun(runId);
      parts.takeDelivered();
      parts.onPhase();
      await finish(going, await worked(going));
      progress.finish();
      const row = await store.runs.last();
      if (row === null) throw new Error(`Run ${runId} is not in the history`);
      return ok(row);
    } catch (error) {
      const refused = storageProblem(error);
      if (refused === null) throw error;
      linkHealth.failed(refused);
      return fail(refused);
    } finally {
      underWay = null;
      journal.setRun(null);
      parts.onPhase();
      parts.on.changed(['runs']);
    }
  }

  /** A bug, or a database that refuses, ends the run and not the app: it becomes the problem of the run. */
  async function worked(going: Going): Promise<Work> {
    try {
      return await parts.work(going);
    } catch (error) {
      const refused = storageProblem(error);
      if (refused !== null) linkHealth.failed(refused);
      const { runId } = going;
      return {
        parts: [],
        problem: refused ?? problem('invalid-input', 'app-error', { id: logger.bug('run', error, { runId }) }),
      };
    }
  }

  async function finish({ runId, task, signal }: Going, work: Work): Promise<void> {
    const documents = parts.takeDelivered();
    const result = signal.aborted ? 'cancelled' : resultOf(work);
    const found = work.problem ?? work.parts.find((part) => part.problem !== null)?.problem ?? null;
    const { callsThisRun: calls } = connection.status();
    await store.runs.finish(runId, { atMs: time.nowMs(), result, calls, documents, problem: found });

    const counts = work.parts.map((part) => part.counts).reduce(addCounts, NO_COUNTS);
    await tell(task, result, counts, documents, work.problem);
    const fields = { runId, trigger: task.trigger, calls, ...counts, ...documents, problem: found?.code ?? null };
    logger.info('run', result, fields);
  }

  async function tell(
    { trigger }: RunTask,
    result: RunResult,
    counts: RunCounts,
    documents: RunRow['documents'],
    found: Problem | null,
  ): Promise<void> {
    const { written, removed, parked } = counts;
    const isWorthTelling = [written, removed, parked, ...Object.values(documents)].some((n) => n > 0);
    await journal.write((log, now) => {
      if (result === 'cancelled') return stopped.signal.aborted ? [] : log.runCancelled(now);
      // That the link stands still is told once, when it stops.
      if (found !== null) return linkHealth.state().kind === 'stopped' ? [] : log.runFailed(now, found);
      return trigger !== 'schedule' || isWorthTelling ? log.runFinished(now, counts, documents) : [];
    });
  }

  return {
    run: (task) => {
      const mine = last.then(() => runOne(task));
      last = mine.catch(() => undefined);
      return mine;
    },
    cancel: () => underWay?.abort(),
    isBusy: () => underWay !== null,
    stop: async () => {
      stopped.abort();
      underWay?.abort();
      await last;
    },
  };
}

function resultOf({ parts, problem: found }: Work): RunResult {
  const hasFailed = (part: Part): boolean => part.problem !== null;
  if (found !== null || (parts.length > 0 && parts.every(hasFailed))) return 'failed';
  return parts.some(hasFailed) ? 'partial' : 'finished';
}
