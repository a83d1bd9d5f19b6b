import { problem, type Problem } from '../../connectors/_kit/problem';
import type { QueueRow } from '../../preload/contract/views';
import { numbersOf } from '../../preload/contract/work-order-numbers';
import type { PdfEntry, RemoteStore } from '../db/store';
import { officeDay } from '../log/office-day';
import type { PdfRef, WorkOrderRef } from '../log/office-log';
import type { Time } from '../ports';
import type { Journal } from './journal';

/** A work order is promised within minutes; after an hour the office wants to know. */
const LONG_MS = 60 * 60 * 1_000;
const MOST_AT_ONCE = 500;

/**
 * Tells the office of every work order and PDF that has not been delivered for more than an hour: of each once, also over
 * restarts, and of many at the same time in one message. What only the office can settle is told when it happens; as long
 * as it stands there, one message each morning says how much that is.
 */
export interface LongWaits {
  /** `why`: why nothing is delivered at all, if so. */
  readonly look: (why: Problem | null) => Promise<void>;
}

interface LatePdf {
  readonly pdf: PdfEntry;
  readonly of: WorkOrderRef;
  readonly ref: PdfRef;
}

export function createLongWaits(store: RemoteStore, journal: Journal, time: Pick<Time, 'nowMs'>): LongWaits {
  /** The day for which the office was reminded last, in this life of the program; the log folds the rest. */
  let remindedOn: string | null = null;

  const isLong = (sinceMs: number): boolean => time.nowMs() - sinceMs >= LONG_MS;
  const rowsIn = async (states: readonly QueueRow['state'][]): Promise<readonly QueueRow[]> => {
    const sort = { key: 'archivedAtMs', descending: false };
    return (await store.queue.list({ search: '', offset: 0, limit: MOST_AT_ONCE, sort, states })).rows;
  };

  const tellEntries = async (told: ReadonlySet<number>, why: Problem | null): Promise<readonly number[]> => {
    const open = await rowsIn(['waiting', 'sending', 'unsure']);
    const late = open.filter((row) => !row.held && isLong(row.archivedAtMs));
    const fresh = late.filter(({ id }) => !told.has(id));
    const [oldest, another] = late;
    if (fresh.length === 0 || oldest === undefined) return [];
    await journal.write((log, now) =>
      another === undefined
        ? log.waitingLong(now, refOf(oldest), { isUnsure: oldest.state === 'unsure', problem: oldest.problem ?? why })
        : log.severalWaitingLong(now, late.map(refOf), why ?? common(late)),
    );
    return fresh.map(({ id }) => id);
  };

  const tellPdfs = async (told: ReadonlySet<number>, why: Problem | null): Promise<readonly number[]> => {
    const late = (await store.pdfs.due(MOST_AT_ONCE)).filter(({ madeAtMs }) => isLong(madeAtMs));
    if (late.every(({ id }) => told.has(id))) return [];
    const named = await Promise.all(late.map(nameOf));
    const found = named.filter((one) => one !== null);
    const [oldest, another] = found;
    if (oldest === undefined) return [];
    await journal.write((log, now) =>
      another === undefined
        ? log.pdfWaitingLong(now, oldest.of, oldest.ref, oldest.pdf.problem ?? why)
        : log.severalPdfsWaitingLong(
            now,
            found.map(({ of }) => of),
            why ?? common(late),
          ),
    );
    return late.map(({ id }) => id);
  };

  const nameOf = async (pdf: PdfEntry): Promise<LatePdf | null> => {
    const entry = await store.queue.get(pdf.entryId);
    return (
      entry && { pdf, of: refOf(entry), ref: { fileName: pdf.fileName, documentNumber: entry.documentNumber ?? '' } }
    );
  };

  const remind = async (): Promise<void> => {
    const today = officeDay(time.nowMs());
    if (remindedOn === today) return;
    remindedOn = today;
    const rows = await rowsIn(['blocked', 'unsure']);
    const asking = rows.filter((row) => row.state === 'blocked' || row.held);
    const older = asking.filter((row) => officeDay(row.archivedAtMs) < today);
    if (older.length > 0) await journal.write((log, now) => log.stillAsking(now, older.map(refOf), today));
  };

  return {
    look: async (why) => {
      const told = await store.lateDeliveries.list();
      const entries = await tellEntries(new Set(told.entries), why);
      const pdfs = await tellPdfs(new Set(told.pdfs), why);
      if (entries.length + pdfs.length > 0) await store.lateDeliveries.told({ entries, pdfs }, time.nowMs());
      await remind();
    },
  };
}

const refOf = (row: QueueRow): WorkOrderRef => ({
  id: row.workOrderId,
  number: numbersOf(row),
  customerName: row.customerName,
});

/** The cause that all share; null when there is none, or more than one. */
function common(late: readonly { readonly problem: Problem | null }[]): Problem | null {
  const [first, ...others] = late.map((one) => one.problem);
  return first !== undefined && others.every((one) => one?.code === first?.code) ? first : null;
}

/** Why nothing goes while the office itself holds the link. */
export const pausedByOffice = (): Problem => problem('blocked', 'paused-by-office');
