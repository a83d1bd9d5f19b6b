import { decimal } from '../../connectors/_kit/decimal';
import { workOrderNumbers, type OutgoingDocument, type RemoteDocument } from '../../connectors/_kit/document';
import type { Problem } from '../../connectors/_kit/problem';
import type { RunRow } from '../../preload/contract/views';
import type { FrozenDocument, QueueEntry } from '../db/store';
import type { PdfRef, WorkOrderRef } from '../log/office-log';
import type { Journal } from './journal';

type Outcome = keyof RunRow['documents'];
type Entry = Pick<QueueEntry, 'id' | 'workOrderId' | 'workOrderNumber' | 'frozen'>;
type Sent = Entry & { readonly frozen: FrozenDocument };

/** Tells the office what became of each work order, and counts it for the run. */
export interface DeliveryNews {
  /** `found`: after an unknown outcome, by its marker. */
  readonly booked: (entry: Sent, remote: RemoteDocument, how: 'booked' | 'found') => Promise<void>;
  readonly heldBack: (entry: Entry, state: 'skipped' | 'blocked', problem: Problem) => Promise<void>;
  /** Told once for each send, and only when the look-up right after it did not help. */
  readonly unsure: (entry: Entry, problem: Problem) => Promise<void>;
  readonly held: (entry: Entry, question: Problem) => Promise<void>;
  readonly released: (entry: Entry) => Promise<void>;
  readonly frozenAnew: (entry: Entry) => Promise<void>;
  /** It waits, because it does not go without its PDFs. */
  readonly pdfsNotMade: (entry: Entry, problem: Problem) => Promise<void>;
  /** A PDF beside a booked document is there. */
  readonly pdfSent: (entry: Entry, pdf: PdfRef) => Promise<void>;
  /** A PDF beside a booked document cannot be put there until the office acts. */
  readonly pdfHeld: (entry: Entry, pdf: PdfRef, problem: Problem) => Promise<void>;
  /** What was delivered since the last call. */
  readonly takeCounts: () => RunRow['documents'];
}

export function createDeliveryNews(journal: Journal): DeliveryNews {
  const outcomes = new Map<number, Outcome>();
  const toldUnsure = new Set<number>();
  const conclude = (id: number, outcome: Outcome | null): void => {
    toldUnsure.delete(id);
    if (outcome === null) outcomes.delete(id);
    else outcomes.set(id, outcome);
  };

  return {
    booked: (entry, remote, how) => {
      conclude(entry.id, 'booked');
      const { document, request } = entry.frozen;
      const of = refOf(entry);
      const { number } = remote;
      const totals = differingTotals(document, remote);
      return journal.write((log, now) => [
        how === 'booked' ? log.booked(now, of, number) : log.adopted(now, of, number),
        ...(request.cuts.length > 0 ? [log.textCut(now, of, number, request.cuts)] : []),
        ...(totals === null ? [] : [log.totalDiffers(now, of, { number, ...totals })]),
      ]);
    },
    heldBack: (entry, state, problem) => {
      conclude(entry.id, state);
      return journal.write((log, now) => log[state](now, refOf(entry), problem));
    },
    unsure: async (entry, problem) => {
      outcomes.set(entry.id, 'unsure');
      if (toldUnsure.has(entry.id)) return;
      toldUnsure.add(entry.id);
      await journal.write((log, now) => log.unsure(now, refOf(entry), problem));
    },
    held: (entry, question) => {
      conclude(entry.id, 'unsure');
      return journal.write((log, now) => log.held(now, refOf(entry), question));
    },
    released: (entry) => {
      conclude(entry.id, null);
      return journal.write((log, now) => log.released(now, refOf(entry)));
    },
    frozenAnew: (entry) => journal.write((log, now) => log.frozenAnew(now, refOf(entry))),
    pdfsNotMade: (entry, problem) => journal.write((log, now) => log.pdfsNotMade(now, refOf(entry), problem)),
    pdfSent: (entry, pdf) => journal.write((log, now) => log.pdfSent(now, refOf(entry), pdf)),
    pdfHeld: (entry, pdf, problem) => journal.write((log, now) => log.pdfHeld(now, refOf(entry), pdf, problem)),
    takeCounts: () => {
      const counts = { booked: 0, skipped: 0, blocked: 0, unsure: 0 };
      for (const outcome of outcomes.values()) counts[outcome] += 1;
      outcomes.clear();
      return counts;
    },
  };
}

/** Every work order on the document; the leading one is opened. */
const refOf = (entry: Entry): WorkOrderRef => ({
  id: entry.workOrderId,
  number: entry.frozen === null ? entry.workOrderNumber : workOrderNumbers(entry.frozen.document),
  customerName: entry.frozen?.document.customer.name ?? '',
});

/** What a total may differ for each line when one side rounds every line to cents and the other only their sum. */
const ROUNDING_PER_LINE = '0.005';

/** Both totals when the package arrived at another amount than rounding explains; null when one is unknown. */
function differingTotals(
  { lines, totals }: OutgoingDocument,
  { totalExclVat: theirs }: RemoteDocument,
): { ours: string; theirs: string } | null {
  const ours = totals.exclVat;
  const charged = lines.filter((line) => line.article !== null);
  if (ours === null || theirs === null) return null;
  const isRounding = decimal(ours).minus(theirs).abs().lte(decimal(ROUNDING_PER_LINE).times(charged.length));
  return isRounding ? null : { ours, theirs };
}
