import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { ArchiveCheck } from '../../preload/contract/archiving';
import type { ArchiveOutcome, DeliveryState, WorkOrderDetail, WorkOrderName } from '../../preload/contract/views';
import type { QueueEntryStart, RemoteStore } from '../db/store';
import type { Time } from '../ports';
import type { ActiveLink } from './active-link';
import type { CompanyCalls } from './company';
import { workOrderRef, type CompanyLog } from './company-log';
import type { CompanyEvents } from './events';
import { createOneAtATime } from './one-at-a-time';
import { orStorageProblem } from './storage-refusal';

type Calls = Pick<
  CompanyCalls,
  'work-orders:archive' | 'work-orders:archive-together' | 'work-orders:choose-again' | 'work-orders:keep-document'
>;

export interface ArchiveParts {
  readonly store: RemoteStore;
  readonly time: Time;
  readonly activeLink: ActiveLink;
  readonly events: CompanyEvents;
  readonly log: CompanyLog;
  readonly check: (ids: readonly number[]) => Promise<readonly ArchiveCheck[]>;
}

/** Waits until an integration is active; then it is frozen with the settings of that moment. */
const UNFROZEN: QueueEntryStart = { state: 'waiting', frozen: null };

interface Refused extends WorkOrderName {
  readonly problem: Problem;
}

interface Archived extends WorkOrderName {
  readonly state: DeliveryState;
  readonly problem: Problem | null;
}

/**
 * Archiveren, one or many: what is reported ready becomes final and enters the queue with its frozen document, in the
 * order of the work order numbers whatever order the list had: so the documents get their numbers as well. One that is
 * refused never stops the others. Without an active integration it waits and is frozen later. Several are put together on
 * one document only when the check gave all of them the same key.
 *
 * Refused with `work-order-not-found`, `work-order-not-ready`, `work-order-archived`, or what the store or the engine says.
 */
export function createArchive(parts: ArchiveParts): Calls {
  const { store, time, activeLink, events, log, check } = parts;
  // A second click finds what the first one did.
  const oneAtATime = createOneAtATime();

  return {
    'work-orders:archive': (ids) => oneAtATime(() => each(ids)),
    'work-orders:archive-together': (ids) => oneAtATime(() => together(ids)),
    'work-orders:choose-again': (id) => oneAtATime(() => orStorageProblem(() => chooseAgain(id))),
    'work-orders:keep-document': (id) => oneAtATime(() => orStorageProblem(() => keepDocument(id))),
  };

  async function each(ids: readonly number[]): Promise<ArchiveOutcome> {
    const archived: Archived[] = [];
    const refused: Refused[] = [];
    try {
      // Ids are given out in the order of the numbers.
      for (const id of [...new Set(ids)].toSorted((a, b) => a - b)) {
        const workOrder = await store.workOrders.get(id);
        const outcome =
          workOrder === null
            ? fail(problem('invalid-input', 'work-order-not-found'))
            : await orStorageProblem(() => one(workOrder));
        if (outcome.ok) archived.push(outcome.value);
        else refused.push({ id, number: workOrder?.number ?? '', problem: outcome.problem });
      }
    } finally {
      // Also when a bug stopped it half way: what was archived until then must be delivered.
      if (archived.length > 0) tell();
    }
    return { archived, refused };
  }

  function tell(): void {
    activeLink.engine()?.nudge();
    events.changed('workOrders', 'queue', 'log');
  }

  /** As one document of the first one; all of them or none. */
  async function together(ids: readonly number[]): Promise<ArchiveOutcome> {
    const inOrder = [...new Set(ids)].toSorted((a, b) => a - b);
    const found = await Promise.all(inOrder.map((id) => store.workOrders.get(id)));
    const workOrders = found.filter((one) => one !== null);
    const outcome = await orStorageProblem(() => asOne(inOrder, workOrders));
    if (outcome.ok) tell();
    const numberOf = new Map(workOrders.map(({ id, number }) => [id, number]));
    const named = inOrder.map((id) => ({ id, number: numberOf.get(id) ?? '' }));
    return outcome.ok
      ? { archived: named.map((of) => ({ ...of, state: 'waiting', problem: null })), refused: [] }
      : { archived: [], refused: named.map((of) => ({ ...of, problem: outcome.problem })) };
  }

  async function asOne(ids: readonly number[], workOrders: readonly WorkOrderDetail[]): Promise<Result<number>> {
    const [first, ...others] = workOrders;
    const link = activeLink.current();
    if (first === undefined || workOrders.length < ids.length) {
      return fail(problem('invalid-input', 'work-order-not-found'));
    }
    // The versions were read before: when somebody saves in between, the store refuses.
    const keys = (await check(ids)).map(({ togetherKey }) => togetherKey);
    if (link === null || keys[0] == null || keys.some((key) => key !== keys[0])) {
      return fail(problem('blocked', 'cannot-be-together'));
    }
    const members = others.map(({ id }) => id);
    const start = await link.engine.freeze(first.id, members);
    if (!start.ok) return start;
    if (start.value.state !== 'waiting') return fail(start.value.problem);
    return store.workOrders.archiveTogether([first, ...others], start.value, time.nowMs());
  }

  async function chooseAgain(id: number): Promise<Result<WorkOrderDetail>> {
    const chosen = await store.workOrders.chooseAgain(id, time.nowMs());
    if (!chosen.ok) return chosen;
    const entry = chosen.value.queueEntryId === null ? null : await store.queue.get(chosen.value.queueEntryId);
    await log.workOrder('chosen-again', 'warning', workOrderRef(chosen.value), { number: entry?.documentNumber ?? '' });
    events.changed('workOrders', 'log');
    return chosen;
  }

  async function keepDocument(id: number): Promise<Result<WorkOrderDetail>> {
    const kept = await store.workOrders.keepDocument(id);
    if (!kept.ok) return kept;
    await log.workOrder('document-kept', 'info', workOrderRef(kept.value));
    events.changed('workOrders', 'log');
    return kept;
  }

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
    return ok({ id, number, state: start.state, problem: start.state === 'waiting' ? null : start.problem });
  }
}
