import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { ArchiveOutcome, DeliveryState, WorkOrderDetail } from '../../preload/contract/views';
import type { QueueEntryStart, RemoteStore } from '../db/store';
import type { Time } from '../ports';
import type { ActiveLink } from './active-link';
import { workOrderRef, type CompanyLog } from './company-log';
import type { CompanyEvents } from './events';
import { orStorageProblem } from './storage-refusal';

export interface ArchiveParts {
  readonly store: RemoteStore;
  readonly time: Time;
  readonly activeLink: ActiveLink;
  readonly events: CompanyEvents;
  readonly log: CompanyLog;
}

/** Waits until an integration is active; then it is frozen with the settings of that moment. */
const UNFROZEN: QueueEntryStart = { state: 'waiting', frozen: null };

interface Archived {
  readonly number: string;
  readonly state: DeliveryState;
  readonly problem: Problem | null;
}

/**
 * Archiveren, one or many: what is reported ready becomes final and enters the queue with its frozen document, in the
 * order of the work order numbers whatever order the list had: so the documents get their numbers as well. One that is
 * refused never stops the others. Without an active integration it waits and is frozen later.
 *
 * Refused with `work-order-not-found`, `work-order-not-ready`, `work-order-archived`, or what the store or the engine says.
 */
export function createArchive(parts: ArchiveParts) {
  const { store, time, activeLink, events, log } = parts;

  return async (ids: readonly number[]): Promise<ArchiveOutcome> => {
    const archived: Archived[] = [];
    const refused: { number: string; problem: Problem }[] = [];
    try {
      // Ids are given out in the order of the numbers.
      for (const id of [...new Set(ids)].toSorted((a, b) => a - b)) {
        const workOrder = await store.workOrders.get(id);
        const outcome =
          workOrder === null
            ? fail(problem('invalid-input', 'work-order-not-found'))
            : await orStorageProblem(() => one(workOrder));
        if (outcome.ok) archived.push(outcome.value);
        else refused.push({ number: workOrder?.number ?? '', problem: outcome.problem });
      }
    } finally {
      // Also when a bug stopped it half way: what was archived until then must be delivered.
      if (archived.length > 0) {
        activeLink.engine()?.nudge();
        events.changed('workOrders', 'queue', 'log');
      }
    }
    return { archived, refused };
  };

  async function one(workOrder: WorkOrderDetail): Promise<Result<Archived>> {
    const { id, number, version, status } = workOrder;
    if (status === 'planned') return fail(problem('blocked', 'work-order-not-ready', { workOrder: number }));
    if (status === 'archived') return fail(problem('blocked', 'work-order-archived', { workOrder: number }));

    // The version was read before freezing: when somebody saves in between, the store refuses.
    const link = activeLink.current();
    const frozen = link === null ? ok(UNFROZEN) : await link.engine.freeze(id);
    if (!frozen.ok) return frozen;
    const start = frozen.value;
    const entered = await store.workOrders.archive(id, version, start, time.nowMs());
    if (!entered.ok) return entered;

    // What goes to the package speaks for itself once it is booked.
    const of = workOrderRef(workOrder);
    if (link === null) await log.workOrder('archived-without-link', 'info', of);
    else if (start.state !== 'waiting') await log.notSent(link.manifest, start.state, of, start.problem);
    return ok({ number, state: start.state, problem: start.state === 'waiting' ? null : start.problem });
  }
}
