import type { SyncProgress } from '../../preload/contract/views';
import type { LongWorkKind } from '../../preload/contract/long-work';
import type { CompanyEvents } from './events';
import type { LongWorks, WorkUnderWay } from './long-work';

/** Lets the runs of the engine be seen among the work that takes long: what they tell goes on to `works`. */
export function showRuns(
  events: Pick<CompanyEvents, 'on'>,
  works: Pick<LongWorks, 'begin'>,
  run: { readonly pause: () => void; readonly cancel: () => void },
): void {
  let current: { readonly runId: number; readonly kind: LongWorkKind; readonly work: WorkUnderWay } | null = null;
  const end = (): void => {
    current?.work.end();
    current = null;
  };

  events.on('sync:progress', (progress) => {
    const { runId, resource, done, total } = progress;
    const kind = kindOf(progress);
    if (current?.runId !== runId || current.kind !== kind) {
      end();
      current = { runId, kind, work: works.begin(kind, run) };
    }
    current.work.report(done, total, resource === 'delivery' || resource === 'clean-up' ? null : resource);
  });
  events.on('sync:status', ({ connection }) => {
    if (connection !== 'busy') end();
  });
}

function kindOf({ resource, trigger }: SyncProgress): LongWorkKind {
  if (resource === 'delivery' || resource === 'clean-up') return resource;
  return trigger === 'first' ? 'first-pull' : 'pull';
}
