/**
 * Compares the books of the package with what the office did and with what Simon says of it. Knows nothing of the engine:
 * what must be there follows from the work orders alone.
 */
import { decimal, plain, round } from '../../connectors/_kit/decimal';
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import type { Store } from '../../main/db/store';
import type { Violation } from './violation';

/** A work order that was archived. */
export interface WorkDone {
  readonly number: string;
  readonly entryId: number;
  readonly customerNumber: string;
  readonly minutes: number;
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
  const markerOf = (number: string): RegExp => new RegExp(`SK-[0-9A-Z]+-${number}-\\d`);
  const texts = documents.map((document) => ({ document, text: JSON.stringify(document.fields) }));

  for (const work of done) {
    const marker = markerOf(work.number);
    const own = texts.filter(({ text }) => marker.test(text)).map(({ document }) => document);
    for (const document of own) known.add(document);
    const entry = store.queue.get(work.entryId);
    const state = entry?.state ?? 'gone';
    const why = `${state} ${entry?.problem?.code ?? ''}`.trim();
    // The office is asked: the only honest end where a package cannot be searched.
    const isAsked = entry?.held === true && !isReliable;
    const [document, second] = own;
    if (second !== undefined) tell('duplicated', `${work.number}: ${own.length} documents`);
    if (document === undefined) {
      if (state === 'booked') tell('lost', `${work.number}: booked, and not in the books`);
      else if (!isAsked) tell('stuck', `${work.number}: ${why}`);
      continue;
    }
    if (state !== 'booked' && !isAsked) tell('wrong-state', `${work.number}: ${why}, and in the books`);
    if (document.customerNumber !== work.customerNumber)
      tell('wrong-lines', `${work.number}: customer ${document.customerNumber}`);
    const hours = plain(round(decimal(work.minutes).div(60), 2));
    const line = document.lines.find(({ articleCode }) => articleCode === 'ARBEID');
    if (line === undefined || plain(decimal(line.quantity)) !== hours) {
      tell('wrong-lines', `${work.number}: ${line?.quantity ?? 'no'} hours in place of ${hours}`);
    }
  }
  for (const { document } of texts) {
    if (!known.has(document)) tell('duplicated', `${document.number}: nobody archived this`);
  }
  return violations;
}
