/** Compares what stands in the books with what had to come of the work orders. Pure. */
import { decimal } from '../../connectors/_kit/decimal';
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import type { QueueRow } from '../../preload/contract/views';
import type { JobWorkOrder } from './job-work-orders';

/** A work order of the job, what the queue says of it, and what was found in the books under that number. */
export interface JobOutcome {
  readonly workOrder: JobWorkOrder;
  readonly row: QueueRow;
  readonly documents: readonly SimulatedDocument[];
}

/** Everything that is not as it should be, in plain words; empty when all is well. */
export function complaintsOf({ workOrder, row, documents }: JobOutcome): readonly string[] {
  const about = (what: string): string => `werkbon ${row.workOrderNumber}: ${what}`;
  if (workOrder.expectedLines === null) {
    return row.state === 'skipped' && documents.length === 0
      ? []
      : [about(`${row.state}, had overgeslagen moeten worden`)];
  }
  const [document, second] = documents;
  if (row.state !== 'booked' || document === undefined) return [about(`${row.state}, niet geboekt`)];
  if (second !== undefined) return [about(`staat ${documents.length} keer in de boeken`)];

  const [first] = document.lines;
  const complaints: string[] = [];
  if (first?.description.startsWith(workOrder.description) !== true) {
    complaints.push(about('de eerste regel is niet de werkomschrijving'));
  }
  const found = document.lines.flatMap(({ articleCode, quantity }) =>
    articleCode === null ? [] : [`${articleCode} ${decimal(quantity).toFixed()}`],
  );
  const wanted = workOrder.expectedLines.map(({ articleCode, quantity }) => `${articleCode} ${quantity}`);
  if (found.join(', ') !== wanted.join(', ')) {
    complaints.push(about(`regels ${found.join(', ')} in plaats van ${wanted.join(', ')}`));
  }
  return complaints;
}
