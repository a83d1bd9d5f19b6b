/**
 * Compares the books of the package with what the office did and with what Simon says of it. Knows nothing of the engine:
 * what must be there follows from the work orders alone.
 */
import { decimal, plain, round } from '../../connectors/_kit/decimal';
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import type { Store } from '../../main/db/store';

/** A work order that was archived. */
export interface WorkDone {
  readonly number: string;
  readonly entryId: number;
  readonly customerNumber: string;
  readonly minutes: number;
}

export interface Violation {
  readonly kind: 'lost' | 'duplicated' | 'wrong-lines' | 'stuck' | 'wrong-state' | 'impatient';
  readonly detail: string;
}

export interface AuditInput {
  readonly store: Store;
  readonly documents: readonly SimulatedDocument[];
  readonly done: readonly WorkDone[];
  /** Whether the package can be searched for what was sent. */
  readonly isReliable: boolean;
}

export function audit({ store, documents, done, isReliable }: AuditInput): readonly Violation[] {
  const violations: Violation[] = [];
  const tell = (kind: Violation['kind'], detail: string): void => void violations.push({ kind, detail });
  const known = new Set<SimulatedDocument>();

  for (const work of done) {
    const marker = new RegExp(`SK-[0-9A-Z]+-${work.number}-\\d`);
    const own = documents.filter(({ fields }) => marker.test(JSON.stringify(fields)));
    for (const document of own) known.add(document);
    const entry = store.queue.get(work.entryId);
    const state = entry?.state ?? 'gone';
    const [document, second] = own;
    if (second !== undefined) tell('duplicated', `${work.number}: ${own.length} documents`);
    if (document === undefined) {
      if (state === 'booked') tell('lost', `${work.number}: booked, and not in the books`);
      else if (entry?.held !== true || isReliable)
        tell(state === 'blocked' ? 'lost' : 'stuck', `${work.number}: ${state}`);
      continue;
    }
    if (state !== 'booked' && (entry?.held !== true || isReliable))
      tell('wrong-state', `${work.number}: ${state}, and in the books`);
    if (document.customerNumber !== work.customerNumber)
      tell('wrong-lines', `${work.number}: customer ${document.customerNumber}`);
    const hours = plain(round(decimal(work.minutes).div(60), 2));
    const line = document.lines.find(({ articleCode }) => articleCode === 'ARBEID');
    if (line === undefined || plain(decimal(line.quantity)) !== hours) {
      tell('wrong-lines', `${work.number}: ${line?.quantity ?? 'no'} hours in place of ${hours}`);
    }
  }
  for (const document of documents) {
    if (!known.has(document)) tell('duplicated', `${document.number}: nobody archived this`);
  }
  return violations;
}
