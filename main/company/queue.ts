import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { ParsedInput } from '../../preload/contract/calls';
import type { QueueEntry, RemoteStore } from '../db/store';
import type { WorkOrderRef } from '../log/office-log';
import type { Time } from '../ports';
import type { ActiveLink, LinkedPackage } from './active-link';
import type { CompanyCalls } from './company';
import { workOrderRef, type CompanyLog } from './company-log';
import type { CompanyEvents } from './events';
import { createOneAtATime } from './one-at-a-time';
import { orStorageProblem } from './storage-refusal';
import { notLinked } from './sync-calls';

type Calls = Pick<
  CompanyCalls,
  'queue:list' | 'queue:get' | 'queue:retry' | 'queue:retry-pdfs' | 'queue:take-back' | 'queue:answer-unsure'
>;
type Answer = ParsedInput<'queue:answer-unsure'>;

export interface QueueCallsParts {
  readonly store: RemoteStore;
  readonly time: Time;
  readonly activeLink: ActiveLink;
  readonly events: CompanyEvents;
  readonly log: CompanyLog;
}

/** The archive queue and what the office decides about it. Every decision is written in the log. */
export function createQueueCalls(parts: QueueCallsParts): Calls {
  const { store, time, activeLink, events, log } = parts;
  // A second click finds what the first one did.
  const oneAtATime = createOneAtATime();
  const deciding = <T>(decision: () => Promise<Result<T>>): Promise<Result<T>> =>
    oneAtATime(() => orStorageProblem(decision));

  return {
    'queue:list': (request) => store.queue.list(request),
    'queue:get': (id) => store.queue.get(id),
    'queue:retry': (ids) => deciding(() => retry(ids)),
    'queue:retry-pdfs': (ids) => deciding(() => retryPdfs(ids)),
    'queue:take-back': (id) => deciding(() => takeBack(id)),
    'queue:answer-unsure': (answer) => deciding(() => answerUnsure(answer)),
  };

  async function retry(ids: readonly number[]): Promise<Result<{ readonly retried: number }>> {
    const link = activeLink.current();
    if (link === null) return fail(notLinked());
    let retried = 0;
    for (const id of new Set(ids)) {
      const entry = await store.queue.entry(id);
      if (entry === null) continue;
      const outcome = await retryOne(link, entry);
      if (!outcome.ok) return outcome;
      if (outcome.value) retried += 1;
    }
    link.engine.nudge();
    events.changed('queue', 'log');
    return ok({ retried });
  }

  /**
   * True when the entry waits to be sent now. What was held back is built anew from what is true now; what is on its
   * way, unsure, booked or withdrawn is left alone.
   */
  async function retryOne({ engine, manifest }: LinkedPackage, entry: QueueEntry): Promise<Result<boolean>> {
    const { id, state } = entry;
    if (state === 'blocked' || state === 'skipped') {
      const start = await engine.freeze(entry.workOrderId, entry.members);
      if (!start.ok) return start;
      await store.queue.freeze(id, start.value, time.nowMs());
      if (start.value.state !== 'waiting') {
        await log.notSent(manifest, start.value.state, await refOf(entry), start.value.problem);
        return ok(false);
      }
    } else if (state !== 'waiting') return ok(false);
    const retried = (await store.queue.retry([id], time.nowMs())) > 0;
    if (retried) await log.workOrder('retried', 'info', await refOf(entry));
    return ok(retried);
  }

  /** The documents are booked and stay so. */
  async function retryPdfs(ids: readonly number[]): Promise<Result<{ readonly retried: number }>> {
    const link = activeLink.current();
    if (link === null) return fail(notLinked());
    let retried = 0;
    for (const id of new Set(ids)) {
      const count = await store.pdfs.retry([id], time.nowMs());
      const entry = count === 0 ? null : await store.queue.entry(id);
      if (entry !== null) await log.workOrder('pdfs-retried', 'info', await refOf(entry));
      retried += count;
    }
    link.engine.nudgePdfs();
    events.changed('queue', 'log');
    return ok({ retried });
  }

  async function takeBack(id: number): Promise<Result<null>> {
    const entry = await store.queue.entry(id);
    if (entry === null) return fail(problem('invalid-input', 'queue-entry-not-found'));
    const taken = await store.queue.takeBack(id, time.nowMs());
    if (!taken.ok) return taken;
    await log.workOrder('taken-back', 'info', await refOf(entry));
    events.changed('queue', 'workOrders', 'log');
    return taken;
  }

  async function answerUnsure(answer: Answer): Promise<Result<null>> {
    const entry = await store.queue.entry(answer.id);
    if (entry === null) return fail(problem('invalid-input', 'queue-entry-not-found'));
    if (entry.state !== 'unsure' || !entry.held) return fail(problem('invalid-input', 'queue-entry-not-asked'));
    const taken = answer.answer === 'there' ? await adopt(entry, answer.documentNumber.trim()) : await release(entry);
    if (taken !== null) return fail(taken);
    events.changed('queue', 'workOrders', 'log');
    return ok(null);
  }

  /**
   * The office saw the document in the package. Its id there is known only when a look-up found it as well; the number is
   * what people go by. Refused, with why, when that document belongs to another work order.
   */
  async function adopt(entry: QueueEntry, number: string): Promise<Problem | null> {
    const { frozen } = entry;
    if (frozen === null) throw new Error(`Queue entry ${entry.id} is unsure but was never frozen`);
    const detail = await store.queue.get(entry.id);
    const candidate = detail?.candidates.find((one) => one.number === number);
    const remote = {
      externalId: candidate?.externalId ?? '',
      number,
      marker: frozen.marker,
      customerExternalId: candidate?.customerExternalId ?? frozen.document.customer.externalId,
      totalExclVat: candidate?.totalExclVat ?? null,
      totalInclVat: null,
    };
    const taken = await store.queue.booked(entry.id, remote, 'found', time.nowMs(), { calls: [], by: 'office' });
    if (taken === null) await log.workOrder('answered-there', 'approval', await refOf(entry), { number });
    return taken;
  }

  async function release(entry: QueueEntry): Promise<null> {
    await store.queue.released(entry.id, 'office', time.nowMs());
    await log.workOrder('answered-not-there', 'warning', await refOf(entry));
    activeLink.engine()?.nudge();
    return null;
  }

  /** Every work order on the document; the leading one is opened. */
  async function refOf({ workOrderId, workOrderNumber, members }: QueueEntry): Promise<WorkOrderRef> {
    const workOrder = await store.workOrders.get(workOrderId);
    const others = await Promise.all(members.map((id) => store.workOrders.get(id)));
    const numbers = [workOrderNumber, ...others.map((other) => other?.number ?? '')].join(', ');
    return {
      ...(workOrder === null ? { id: workOrderId, customerName: '' } : workOrderRef(workOrder)),
      number: numbers,
    };
  }
}
