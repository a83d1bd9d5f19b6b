import { ok, type Result } from '../../connectors/_kit/result';
import type { QueueEntry, RemoteStore } from '../db/store';
import type { WorkOrderRef } from '../log/office-log';
import type { Time } from '../ports';
import type { LinkedPackage } from './active-link';
import { workOrderRef, type CompanyLog } from './company-log';

export interface QueueEntries {
  /**
   * True when the entry waits to be sent now. What was held back is built anew from what is true now; what is on its
   * way, unsure, booked or withdrawn is left alone.
   */
  readonly retry: (link: LinkedPackage, entry: QueueEntry) => Promise<Result<boolean>>;
  /** Every work order on the document, as the log names them; the leading one is opened. */
  readonly ref: (entry: QueueEntry) => Promise<WorkOrderRef>;
}

/** What is done with one entry of the queue at a time, whoever decides about many. */
export function createQueueEntries({
  store,
  time,
  log,
}: {
  readonly store: RemoteStore;
  readonly time: Time;
  readonly log: CompanyLog;
}): QueueEntries {
  const retry: QueueEntries['retry'] = async ({ engine, manifest }, entry) => {
    const { id, state } = entry;
    if (state === 'blocked' || state === 'skipped') {
      const start = await engine.freeze(entry.workOrderId, entry.members);
      if (!start.ok) return start;
      await store.queue.freeze(id, start.value, time.nowMs());
      if (start.value.state !== 'waiting') {
        await log.notSent(manifest, start.value.state, await ref(entry), start.value.problem);
        return ok(false);
      }
    } else if (state !== 'waiting') return ok(false);
    const retried = (await store.queue.retry([id], time.nowMs())) > 0;
    if (retried) await log.workOrder('retried', 'info', await ref(entry));
    return ok(retried);
  };

  const ref: QueueEntries['ref'] = async ({ workOrderId, workOrderNumber, members }) => {
    const workOrder = await store.workOrders.get(workOrderId);
    const others = await Promise.all(members.map((id) => store.workOrders.get(id)));
    const numbers = [workOrderNumber, ...others.map((other) => other?.number ?? '')].join(', ');
    return {
      ...(workOrder === null ? { id: workOrderId, customerName: '' } : workOrderRef(workOrder)),
      number: numbers,
    };
  };

  return { retry, ref };
}
