import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { ParsedInput } from '../../preload/contract/calls';
import type { Corrected, LeftAlone } from '../../preload/contract/queue-decisions';
import type { QueueEntry, RemoteStore } from '../db/store';
import type { Time } from '../ports';
import type { ActiveLink } from './active-link';
import type { CompanyCalls } from './company';
import type { CompanyLog } from './company-log';
import type { CompanyEvents } from './events';
import { createOneAtATime } from './one-at-a-time';
import { createQueueEntries } from './queue-entries';
import { createQueueRehearsal, targeted } from './queue-rehearsal';
import { orStorageProblem } from './storage-refusal';
import { notLinked } from './sync-calls';

type Calls = Pick<
  CompanyCalls,
  | 'queue:list'
  | 'queue:get'
  | 'queue:groups'
  | 'queue:rehearse'
  | 'queue:retry'
  | 'queue:skip'
  | 'queue:correction-choices'
  | 'queue:correct'
  | 'queue:retry-pdfs'
  | 'queue:take-back'
  | 'queue:answer-unsure'
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
  const entries = createQueueEntries({ store, time, log });
  // A second click finds what the first one did.
  const oneAtATime = createOneAtATime();
  const rehearse = createQueueRehearsal({ store, activeLink });
  const deciding = <T>(decision: () => Promise<Result<T>>): Promise<Result<T>> =>
    oneAtATime(() => orStorageProblem(decision));

  return {
    'queue:list': (request) => store.queue.list(request),
    'queue:get': (id) => store.queue.get(id),
    'queue:groups': (request) => store.queue.groups(request),
    'queue:rehearse': (request) => orStorageProblem(() => rehearse(request)),
    'queue:retry': (ids) => deciding(() => retry(ids)),
    'queue:skip': (ids) => deciding(() => skip(ids)),
    'queue:correction-choices': async (target) => store.queue.correctionChoices((await targeted(store, target)).ids),
    'queue:correct': (request) => deciding(() => correct(request)),
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
      const outcome = await entries.retry(link, entry);
      if (!outcome.ok) return outcome;
      if (outcome.value) retried += 1;
    }
    link.engine.nudge();
    events.changed('queue', 'log');
    return ok({ retried });
  }

  async function skip(ids: readonly number[]): Promise<Result<{ readonly skipped: number }>> {
    let skipped = 0;
    for (const id of new Set(ids)) {
      const entry = await store.queue.entry(id);
      if (entry === null || !(await store.queue.skip(id, time.nowMs())).ok) continue;
      await log.workOrder('not-to-be-sent', 'info', await entries.ref(entry));
      skipped += 1;
    }
    events.changed('queue', 'workOrders', 'log');
    return ok({ skipped });
  }

  /** What surely is not stored gets another article or customer, and is built anew with it. One that is refused stops no other. */
  async function correct({ target, correction }: ParsedInput<'queue:correct'>): Promise<Result<Corrected>> {
    const link = activeLink.current();
    if (link === null) return fail(notLinked());
    const { ids } = await targeted(store, target);
    if (correction.what === 'customer' && correction.fromId === null && ids.length > 1) {
      return fail(problem('invalid-input', 'correction-one-by-one'));
    }
    let [corrected, retried] = [0, 0];
    const staying: LeftAlone[] = [];
    for (const id of ids) {
      const entry = await store.queue.entry(id);
      if (entry === null) continue;
      const changed = await store.queue.correct(id, correction, time.nowMs());
      if (!changed.ok) {
        staying.push({ id, number: entry.workOrderNumber, problem: changed.problem });
        continue;
      }
      corrected += 1;
      await log.workOrder(`corrected-${correction.what}`, 'info', await entries.ref(entry));
      const outcome = await entries.retry(link, entry);
      if (!outcome.ok) return outcome;
      if (outcome.value) retried += 1;
      else await tellStaying(id, staying);
    }
    link.engine.nudge();
    events.changed('queue', 'workOrders', 'customers', 'log');
    return ok({ corrected, retried, staying });
  }

  /** It was corrected, and something else is wrong with it. */
  async function tellStaying(id: number, staying: LeftAlone[]): Promise<void> {
    const entry = await store.queue.entry(id);
    if (entry?.problem != null) staying.push({ id, number: entry.workOrderNumber, problem: entry.problem });
  }

  /** The documents are booked and stay so. */
  async function retryPdfs(ids: readonly number[]): Promise<Result<{ readonly retried: number }>> {
    const link = activeLink.current();
    if (link === null) return fail(notLinked());
    let retried = 0;
    for (const id of new Set(ids)) {
      const count = await store.pdfs.retry([id], time.nowMs());
      const entry = count === 0 ? null : await store.queue.entry(id);
      if (entry !== null) await log.workOrder('pdfs-retried', 'info', await entries.ref(entry));
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
    await log.workOrder('taken-back', 'info', await entries.ref(entry));
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
    if (taken === null) await log.workOrder('answered-there', 'approval', await entries.ref(entry), { number });
    return taken;
  }

  async function release(entry: QueueEntry): Promise<null> {
    await store.queue.released(entry.id, 'office', time.nowMs());
    await log.workOrder('answered-not-there', 'warning', await entries.ref(entry));
    activeLink.engine()?.nudge();
    return null;
  }
}
