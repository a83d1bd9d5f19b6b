import type { Resource } from '../../../connectors/_kit/model';
import type { RunRow, SyncProgress } from '../../../preload/contract/views';
import type { CommandContext } from '../command-context';
import { EXIT, exitCodeOf, type ExitCode } from '../exit-codes';
import type { Output } from '../output';
import { isHeldBack } from '../../domain/clean-up-guard';
import { settle } from '../settling';
import { cleanUpLines, cleanUps } from './clean-ups';

/** What `sync` was asked to do. */
export interface SyncOrder {
  readonly resources: readonly Resource[];
  /** Whether to look what is gone in the package. */
  readonly cleanUp: boolean;
  /** Whether to remove that as well. */
  readonly confirmCleanUp: boolean;
  /** Whether to wait until the queue has settled. */
  readonly wait: boolean;
}

/** One run: pulls, looks what a clean-up would remove when asked, removes it when confirmed, and delivers. */
export async function sync(
  { resources, cleanUp, confirmCleanUp, wait }: SyncOrder,
  context: CommandContext,
): Promise<ExitCode> {
  const { services, output } = context;
  const stopTelling = services.company.on('sync:progress', progressTeller(output));
  const run = await services.company.run({ resources, cleanUp }, 'command');
  if (!run.ok) {
    stopTelling();
    return output.failure(run.problem);
  }
  const found = cleanUp ? await cleanUps(confirmCleanUp, context) : [];
  stopTelling();

  const { result, problem: trouble } = run.value;
  if (wait && result !== 'failed') await settle(context, true);
  const { open, blocked, unsure } = await openDocuments(context);
  const value = { ...run.value, problem: trouble === null ? null : output.present(trouble) };
  const queue = { open, blocked, unsure };
  await output.answer({ run: value, queue, ...(cleanUp ? { cleanUps: found } : {}) }, [
    ...lines(run.value, open, blocked, output),
    ...found.flatMap((one) => cleanUpLines(one, output)),
  ]);
  // What the guard held back is carried out after all once it was confirmed.
  const isCarriedOut = found.every(({ removed }) => removed !== null);
  const isDone = result === 'finished' || (isHeldBackOnly(run.value) && isCarriedOut);
  if (trouble !== null && !isDone) output.note(output.line(trouble));
  if (result === 'failed' && !isDone) return trouble === null ? EXIT.partly : exitCodeOf(trouble);
  return isDone && isCarriedOut && open + blocked === 0 ? EXIT.done : EXIT.partly;
}

/** Whether nothing else was wrong with the run than that a clean-up waits for an answer. */
const isHeldBackOnly = ({ problem, resources }: RunRow): boolean =>
  [problem, ...resources.map((one) => one.problem)].every((one) => one === null || isHeldBack(one));

async function openDocuments({ services }: CommandContext) {
  const { queue } = await services.company.calls['overview:get'](undefined);
  return { open: queue.waiting + queue.sending + queue.unsure, blocked: queue.blocked, unsure: queue.unsure };
}

function lines(run: RunRow, open: number, blocked: number, { say }: Output): readonly string[] {
  const { booked } = run.documents;
  return [
    say(`sync.${run.result ?? 'failed'}`),
    ...run.resources.map(({ resource, counts }) =>
      say('sync.resource', {
        resource: say(`resource.${resource}`),
        read: counts.read,
        written: counts.written,
        removed: counts.removed,
      }),
    ),
    say('sync.documents', { booked, open, blocked }),
  ];
}

/** Tells when the reading of a table begins and when it has ended. */
function progressTeller({ note, say }: Output): (progress: SyncProgress) => void {
  let told = '';
  return ({ resource, done, finished }) => {
    const now = `${resource} ${finished ? 'finished' : 'started'}`;
    if (now === told) return;
    told = now;
    const name = say(`resource.${resource}`);
    note(finished ? say('sync.read', { resource: name, count: done }) : say('sync.reading', { resource: name }));
  };
}
