import type { Engine, EngineParts, LinkSettings } from '../../main/sync/engine';
import { ok } from '../../connectors/_kit/result';
import type { CleanUpQuestion, RunRow, RunTrigger, SyncRequest, SyncStatus } from '../../preload/contract/views';
import type { QueueEntryStart } from '../../main/db/store';
import { problem } from '../../connectors/_kit/problem';

/**
 * Stands for the engine in tests of the company: notes what it was told, and freezes every work order as this test
 * says. `instances` of the factory are all engines that were made, the last one is the living one.
 */
export class FakeEngine implements Engine {
  readonly told: string[] = [];
  readonly runs: { readonly request: SyncRequest; readonly trigger: RunTrigger; readonly link: LinkSettings }[] = [];
  stopped = false;
  private bugOfNextRun: Error | null = null;

  constructor(
    readonly parts: EngineParts,
    private readonly freezeAs: (workOrderId: number) => QueueEntryStart,
  ) {}

  readonly recover = (): Promise<void> => this.note('recover');
  readonly startSchedule = (): void => void this.note('startSchedule');
  readonly wake = (): void => void this.note('wake');
  readonly nudge = (): void => void this.note('nudge');
  readonly nudgePdfs = (): void => void this.note('nudgePdfs');
  readonly cancel = (): void => void this.note('cancel');
  readonly run: Engine['run'] = (request, trigger) => {
    const bug = this.bugOfNextRun;
    this.bugOfNextRun = null;
    if (bug !== null) return Promise.reject(bug);
    this.runs.push({ request, trigger, link: this.parts.link() });
    return Promise.resolve(ok(this.runRow(trigger)));
  };
  readonly settle: Engine['settle'] = async () => {
    const { waiting, sending, unsure } = await this.parts.store.queue.counts();
    return { open: waiting + sending + unsure };
  };
  readonly status = (): Promise<SyncStatus> =>
    Promise.resolve({
      connection: this.parts.link().paused ? 'paused' : 'idle',
      package: this.parts.connector.manifest.id,
      administrationName: this.parts.link().administration.name,
      lastRun: null,
      nextRunAtMs: null,
      pausedUntilMs: null,
      pausedByUser: this.parts.link().paused,
      allowance: null,
      lastGoodCallAtMs: null,
      problem: null,
      marks: [],
      cleanUps: [],
    });
  readonly preview: Engine['preview'] = () =>
    Promise.resolve(ok({ kind: 'blocked', problems: [problem('blocked', 'no-lines')] }));
  readonly freeze: Engine['freeze'] = (workOrderId) => Promise.resolve(ok(this.freezeAs(workOrderId)));
  readonly pendingCleanUps = (): Promise<readonly CleanUpQuestion[]> => Promise.resolve([]);
  readonly confirmCleanUp: Engine['confirmCleanUp'] = () => Promise.resolve(ok({ removed: 0 }));
  readonly cleanUpAnswered = (): void => void this.note('cleanUpAnswered');
  readonly linkProblem = (): null => null;
  readonly stop = async (): Promise<void> => {
    this.stopped = true;
    await this.note('stop');
  };

  breakNextRun(bug: Error): void {
    this.bugOfNextRun = bug;
  }

  private note(what: string): Promise<void> {
    this.told.push(what);
    return Promise.resolve();
  }

  private runRow(trigger: RunTrigger): RunRow {
    return {
      id: this.runs.length,
      package: this.parts.connector.manifest.id,
      trigger,
      occasion: null,
      startedAtMs: this.parts.time.nowMs(),
      endedAtMs: this.parts.time.nowMs(),
      result: 'finished',
      calls: 0,
      resources: [],
      documents: { booked: 0, skipped: 0, blocked: 0, unsure: 0 },
      problem: null,
    };
  }
}
