import { decimal, plain } from '../../connectors/_kit/decimal';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { assertNever, fail, ok, type Result } from '../../connectors/_kit/result';
import type { ParsedInput } from '../../preload/contract/calls';
import { DO_NOT_SEND, MOST_AT_ONCE, type LeftAlone, type QueueRehearsal } from '../../preload/contract/queue-decisions';
import type { QueueEntry, RemoteStore } from '../db/store';
import type { ActiveLink, LinkedPackage } from './active-link';
import { notLinked } from './sync-calls';

export interface RehearsalParts {
  readonly store: RemoteStore;
  readonly activeLink: ActiveLink;
}

type Request = ParsedInput<'queue:rehearse'>;

/** What became of one entry in a rehearsal: an amount of its document, or why it stays. */
type Verdict =
  { readonly goes: true; readonly totalExclVat: string | null } | { readonly goes: false; readonly why: Problem };

/** The entries that are meant: as many as one decision takes, in the order of the list. */
export async function targeted(
  store: Pick<RemoteStore, 'wholeLists'>,
  target: Request['target'],
): Promise<{ readonly ids: readonly number[]; readonly hasMore: boolean }> {
  const ids = 'ids' in target ? [...new Set(target.ids)] : await store.wholeLists.deliveryIds(target.listed);
  return { ids: ids.slice(0, MOST_AT_ONCE), hasMore: ids.length > MOST_AT_ONCE };
}

/**
 * What trying again, or not sending, would do with many entries: each is judged by what the decision itself would do with
 * it, and nothing is written.
 */
export function createQueueRehearsal({
  store,
  activeLink,
}: RehearsalParts): (request: Request) => Promise<Result<QueueRehearsal>> {
  return async ({ action, target }) => {
    const link = activeLink.current();
    if (link === null && action === 'retry') return fail(notLinked());
    const { ids, hasMore } = await targeted(store, target);
    const going: number[] = [];
    const staying: LeftAlone[] = [];
    const revived: string[] = [];
    const members: number[] = [];
    const totals: (string | null)[] = [];
    for (const id of ids) {
      const entry = await store.queue.entry(id);
      if (entry === null) continue;
      const verdict = link === null || action === 'skip' ? await skipVerdict(entry) : await retryVerdict(link, entry);
      if (!verdict.goes) {
        staying.push({ id, number: entry.workOrderNumber, problem: verdict.why });
        continue;
      }
      going.push(id);
      totals.push(verdict.totalExclVat);
      members.push(...entry.members);
      if (entry.problem?.code === DO_NOT_SEND) revived.push(entry.workOrderNumber);
    }
    const rows = members.length === 0 ? [] : await store.wholeLists.workOrders(members);
    const known = totals.flatMap((total) => (total === null ? [] : [decimal(total)]));
    return ok({
      ids: going,
      staying,
      revived,
      together: rows.map(({ number }) => number),
      totalExclVat:
        known.length === totals.length ? plain(known.reduce((sum, one) => sum.plus(one), decimal(0))) : null,
      hasMore,
    });
  };

  async function skipVerdict(entry: QueueEntry): Promise<Verdict> {
    const why = await store.queue.skipProblem(entry.id);
    return why === null ? { goes: true, totalExclVat: totalOf(entry) } : { goes: false, why };
  }

  /** Built as trying again builds it. */
  async function retryVerdict({ engine }: LinkedPackage, entry: QueueEntry): Promise<Verdict> {
    const { state, workOrderNumber: workOrder } = entry;
    const stays = (code: string): Verdict => ({ goes: false, why: problem('blocked', code, { workOrder }) });
    switch (state) {
      case 'waiting':
        return { goes: true, totalExclVat: totalOf(entry) };
      case 'blocked':
      case 'skipped': {
        const start = await engine.freeze(entry.workOrderId, entry.members);
        if (!start.ok) return { goes: false, why: start.problem };
        if (start.value.state !== 'waiting') return { goes: false, why: start.value.problem };
        return { goes: true, totalExclVat: start.value.frozen?.document.totals.exclVat ?? null };
      }
      case 'sending':
      case 'unsure':
        return stays('stands-under-way');
      case 'booked':
        return stays('stands-booked');
      case 'withdrawn':
        return stays('stands-taken-back');
      default:
        return assertNever(state);
    }
  }
}

const totalOf = ({ frozen }: QueueEntry): string | null => frozen?.document.totals.exclVat ?? null;
