/**
 * Builds the engine of one active link from its parts: the one place where they are put together.
 *
 * ```
 *  schedule, office ─► runner ─► admission, pull, clean-up ─┐
 *                        │                                  ├─► connection ─► package
 *  archiving ─► delivery loop ─► delivery (outbox) ─────────┘
 * ```
 */
import { RESOURCES } from '../../connectors/_kit/model';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok } from '../../connectors/_kit/result';
import { createAdmission } from './admission';
import { createBackground } from './background';
import { createCleanUpPlan } from './clean-up-plan';
import { createClockWatch } from './clock-watch';
import { createDelivery } from './delivery';
import { createDeliveryLoop } from './delivery-loop';
import type { RunOccasion } from '../../preload/contract/views';
import type { Engine, EngineParts } from './engine';
import { createFreezer, linkKeyOf } from './freeze';
import { createJournal } from './journal';
import { createLinkHealth, type HealthState } from './link-health';
import { createLongWaits, pausedByOffice } from './long-waits';
import { createLookout } from './lookout';
import { createPullRest } from './pull-rest';
import { createRunner } from './run';
import { createRunWork } from './run-work';
import { createScheduler } from './scheduler';
import { createSettling } from './settle';
import { createStatus } from './status';

const MINUTE_MS = 60_000;
/** How long the answer to a create is waited for when the app closes; after that it is looked up at the next start. */
const SEND_GRACE_MS = 5_000;
/** How often it is looked whether something waits too long. */
const BETWEEN_LOOKS_MS = 5 * MINUTE_MS;

export function createEngine(parts: EngineParts): Engine {
  const { store, connector, connection, link, time, random, logger, on } = parts;
  const { manifest } = connector;
  const stopped = new AbortController();
  const background = createBackground('sync', logger);
  const journal = createJournal({ store, manifest, time, logger, on });

  let isAnnouncing = false;
  const announce = (): void => {
    if (isAnnouncing) return;
    isAnnouncing = true;
    background.start(async () => {
      // Whatever changes from here on is announced again.
      await Promise.resolve();
      isAnnouncing = false;
      on.status(await status());
    });
  };
  /** The office reads once that something stands still until it acts, and once that it goes on again. */
  const telling =
    (
      stopped: 'linkStopped' | 'sendingStopped' | 'pdfsStopped',
      restored: 'linkRestored' | 'sendingRestored' | 'pdfsRestored',
    ) =>
    (now: HealthState, before: HealthState): void => {
      announce();
      background.start(async () => {
        if (now.kind === 'stopped') await journal.write((log, at) => log[stopped](at, now.problem));
        else if (before.kind === 'stopped') await journal.write((log, at) => log[restored](at));
      });
    };
  const linkHealth = createLinkHealth({ clock: time, random, onChange: telling('linkStopped', 'linkRestored') });
  const pushHealth = createLinkHealth({ clock: time, random, onChange: telling('sendingStopped', 'sendingRestored') });
  const pdfHealth = createLinkHealth({ clock: time, random, onChange: telling('pdfsStopped', 'pdfsRestored') });

  const clockWatch = createClockWatch(connection, journal, time);
  const stopListening = connection.onChange(() => {
    announce();
    background.start(clockWatch.look);
  });
  const admission = createAdmission({ ...parts, linkHealth });
  const freezer = createFreezer(parts);
  const delivery = createDelivery({
    ...parts,
    freezer,
    journal,
    linkHealth,
    pushHealth,
    pdfHealth,
    admit: admission.admit,
  });
  const loop = createDeliveryLoop({
    delivery,
    isAllowed: () => !link().paused,
    onPass: announce,
    time,
    logger,
  });
  const cleanUps = createCleanUpPlan(store, time);
  const work = createRunWork({ ...parts, admission, linkHealth, cleanUps, journal, deliver: loop.pass });
  const runner = createRunner({
    package: connector.manifest.id,
    store,
    connection,
    linkHealth,
    journal,
    work,
    takeDelivered: delivery.takeCounts,
    time,
    logger,
    on,
    onPhase: announce,
  });
  const longWaits = createLongWaits(store, journal, time);
  // By itself: a package that is pulled once a day would have the office wait a day for this.
  const lookout = createLookout({
    area: 'long-waits',
    everyMs: BETWEEN_LOOKS_MS,
    look: () => longWaits.look(link().paused ? pausedByOffice() : nothingGoesBecause()),
    time,
    logger,
  });
  /** Why nothing at all is delivered; null when there is no such reason. */
  function nothingGoesBecause(): Problem | null {
    const health = linkHealth.state();
    return connection.status().pause?.problem ?? (health.kind === 'working' ? null : health.problem);
  }

  const scheduledRun = async (occasion: RunOccasion | null): Promise<void> => {
    if (link().paused) return;
    try {
      // What only the office can mend is not asked for every five minutes.
      const mayTry = linkHealth.state().kind !== 'stopped' || linkHealth.waitLeftMs() === 0;
      // Nor is a package asked that wants to be left alone: each run would fail without one call. Nor when nothing may be
      // pulled: the run itself would use up what is kept for deliveries.
      const { pause, allowance } = connection.status();
      if (mayTry && pause === null && allowance?.pullsWait !== true) {
        await runner.run({ resources: RESOURCES, cleanUp: false, trigger: 'schedule', occasion, confirmed: null });
      }
    } catch (error) {
      logger.bug('schedule', error);
    }
    announce();
  };
  const tryAllNow = (): void => {
    linkHealth.tryNow();
    pushHealth.tryNow();
    pdfHealth.tryNow();
  };
  const resume = (): void => {
    background.start(connection.clockChanged);
    tryAllNow();
    delivery.woken();
    loop.nudge();
  };
  const scheduler = createScheduler({
    time,
    random,
    intervalMs: () => link().pullIntervalMinutes * MINUTE_MS,
    restMs: createPullRest(parts),
    run: scheduledRun,
    onJump: resume,
    onPlanned: announce,
  });
  const pendingCleanUps: Engine['pendingCleanUps'] = () => store.cleanUp.questions(linkKeyOf(connector, link()));
  const status = createStatus({
    store,
    connector,
    connection,
    link,
    linkHealth,
    pushHealth,
    isBusy: () => runner.isBusy() || loop.isBusy(),
    nextRunAtMs: scheduler.nextRunAtMs,
    pendingCleanUps,
    clockProblem: clockWatch.problem,
    time,
  });

  return {
    recover: async () => {
      await store.runs.closeInterrupted(time.nowMs());
      await store.queue.recoverInterrupted(time.nowMs());
      await clockWatch.look();
    },
    startSchedule: () => {
      background.start(scheduler.start);
      loop.start();
      lookout.start();
    },
    wake: () => {
      resume();
      background.start(scheduler.wake);
    },
    run: (request, trigger) => {
      if (trigger !== 'schedule') tryAllNow();
      return runner.run({ ...request, trigger, occasion: null, confirmed: null });
    },
    nudge: () => {
      delivery.nudged();
      pushHealth.tryNow();
      // A refused key is not offered again at each archiving: packages close their door after too many.
      if (linkHealth.state().kind === 'pausing') linkHealth.tryNow();
      loop.nudge();
    },
    nudgePdfs: () => {
      delivery.pdfsNudged();
      loop.nudge();
    },
    settle: createSettling({ store, loop, time, stopped: stopped.signal, linkHealth, pushHealth, pdfHealth }),
    cancel: runner.cancel,
    status,
    preview: freezer.preview,
    freeze: freezer.freeze,
    pendingCleanUps,
    cleanUpAnswered: announce,
    confirmCleanUp: async (questionId) => {
      const confirmed = (await pendingCleanUps()).find(({ id }) => id === questionId) ?? null;
      if (confirmed === null) return fail(problem('invalid-input', 'clean-up-not-asked'));
      tryAllNow();
      const run = await runner.run({ resources: [], cleanUp: true, trigger: 'manual', occasion: null, confirmed });
      if (!run.ok) return run;
      const { problem: found, resources } = run.value;
      return found === null
        ? ok({ removed: resources.reduce((sum, one) => sum + one.counts.removed, 0) })
        : fail(found);
    },
    linkProblem: () => {
      const health = linkHealth.state();
      return health.kind === 'stopped' ? health.problem : null;
    },
    stop: async () => {
      stopped.abort();
      await Promise.all([runner.stop(), loop.stop(SEND_GRACE_MS), scheduler.stop(), lookout.stop()]);
      stopListening();
      await background.stop();
    },
  };
}
