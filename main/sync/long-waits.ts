import type { Problem } from '../../connectors/_kit/problem';
import type { QueueRow } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { Time } from '../ports';
import type { Journal } from './journal';

/** A work order is promised within minutes; after an hour the office wants to know. */
const LONG_MS = 60 * 60 * 1_000;
const BETWEEN_LOOKS_MS = 5 * 60 * 1_000;
const MOST_AT_ONCE = 500;

/** Tells the office, once for each work order or PDF, that it has not been delivered for more than an hour. */
export interface LongWaits {
  /** Looks now and then, however often it is called. `linkProblem`: why nothing is delivered at all, if so. */
  readonly tell: (linkProblem: Problem | null) => Promise<void>;
}

export function createLongWaits(
  store: RemoteStore,
  journal: Journal,
  time: Pick<Time, 'nowMs' | 'monotonicMs'>,
): LongWaits {
  const told = new Set<number>();
  const toldPdfs = new Set<number>();
  let lookedAtMs = -Infinity;

  const isLong = (row: QueueRow): boolean => !row.held && time.nowMs() - row.archivedAtMs >= LONG_MS;

  const tellPdfs = async (linkProblem: Problem | null): Promise<void> => {
    const open = await store.pdfs.due(MOST_AT_ONCE);
    const ids = new Set(open.map(({ id }) => id));
    for (const id of toldPdfs) if (!ids.has(id)) toldPdfs.delete(id);
    for (const pdf of open) {
      if (toldPdfs.has(pdf.id) || time.nowMs() - pdf.madeAtMs < LONG_MS) continue;
      toldPdfs.add(pdf.id);
      const entry = await store.queue.get(pdf.entryId);
      if (entry === null) continue;
      const of = { id: entry.workOrderId, number: entry.workOrderNumber, customerName: entry.customerName };
      const ref = { fileName: pdf.fileName, documentNumber: entry.documentNumber ?? '' };
      await journal.write((log, now) => log.pdfWaitingLong(now, of, ref, pdf.problem ?? linkProblem));
    }
  };

  return {
    tell: async (linkProblem) => {
      if (time.monotonicMs() - lookedAtMs < BETWEEN_LOOKS_MS) return;
      lookedAtMs = time.monotonicMs();
      const { rows } = await store.queue.list({
        search: '',
        offset: 0,
        limit: MOST_AT_ONCE,
        sort: { key: 'archivedAtMs', descending: false },
        states: ['waiting', 'sending', 'unsure'],
      });
      const open = new Set(rows.map((row) => row.id));
      for (const id of told) if (!open.has(id)) told.delete(id);
      const late = rows.filter((row) => isLong(row) && !told.has(row.id));
      for (const row of late) told.add(row.id);
      await tellPdfs(linkProblem);
      await journal.write((log, now) =>
        late.map((row) =>
          log.waitingLong(
            now,
            { id: row.workOrderId, number: row.workOrderNumber, customerName: row.customerName },
            { isUnsure: row.state === 'unsure', problem: row.problem ?? linkProblem },
          ),
        ),
      );
    },
  };
}
