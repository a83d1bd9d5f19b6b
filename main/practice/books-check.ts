/** Compares what stands in the books with what had to come of the work orders. Pure. */
import { decimal } from '../../connectors/_kit/decimal';
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import type { QueueRow } from '../../preload/contract/views';
import type { ExpectedDocument, JobWorkOrder } from './job-work-orders';

/** A work order of the job, what the queue says of it, and what was found in the books under that number. */
export interface JobOutcome {
  readonly workOrder: JobWorkOrder;
  /** Null: it had to be skipped. */
  readonly expected: ExpectedDocument | null;
  readonly row: QueueRow;
  readonly documents: readonly SimulatedDocument[];
}

/** Everything that is not as it should be, in plain words; empty when all is well. */
export function complaintsOf({ workOrder, expected, row, documents }: JobOutcome): readonly string[] {
  const about = (what: string): string => `werkbon ${row.workOrderNumber}: ${what}`;
  if (expected === null) {
    return row.state === 'skipped' && documents.length === 0
      ? []
      : [about(`${row.state}, had overgeslagen moeten worden`)];
  }
  const [document, second] = documents;
  if (row.state !== 'booked' || document === undefined) return [about(`${row.state}, niet geboekt`)];
  if (second !== undefined) return [about(`staat ${documents.length} keer in de boeken`)];

  const [first] = document.lines;
  const complaints: string[] = [];
  if (expected.descriptionFirst && first?.description.startsWith(workOrder.description) !== true) {
    complaints.push(about('de eerste regel is niet de werkomschrijving'));
  }
  const found = document.lines.flatMap(({ articleCode, quantity }) =>
    articleCode === null ? [] : [`${articleCode} ${decimal(quantity).toFixed()}`],
  );
  const wanted = expected.lines.map(({ articleCode, quantity }) => `${articleCode} ${quantity}`);
  if (found.join(', ') !== wanted.join(', ')) {
    complaints.push(about(`regels ${found.join(', ')} in plaats van ${wanted.join(', ')}`));
  }
  return complaints;
}
