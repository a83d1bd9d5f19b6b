/**
 * Compares the books of the package with what the office did and with what Simon says of it. Knows nothing of the engine:
 * what must be there follows from the work orders alone.
 */
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import type { Store } from '../../main/db/store';
import type { Violation } from './violation';

/** A work order that was archived. */
export interface WorkDone {
  readonly number: string;
  readonly entryId: number;
  readonly customer: { readonly number: string; readonly name: string };
  readonly minutes: number;
  /** The package took its customer away: it may refuse the document, which the office reads then. */
  readonly isCustomerGone?: boolean;
}

export interface AuditInput {
  readonly store: Store;
  readonly documents: readonly SimulatedDocument[];
  readonly done: readonly WorkDone[];
  /** Whether the package can be searched for what was sent. */
  readonly isReliable: boolean;
  /**
   * Work orders of which Simon knows nothing any more, because an older backup was put back: what was sent of them stays, once.
   */
  readonly forgotten?: readonly string[];
}

/** What stands on each document beside the work time. */
const STANDARD_ARTICLE = 'VOORRIJ';
const WORK_TIME = 'ARBEID';

export function audit({ store, documents, done, isReliable, forgotten = [] }: AuditInput): readonly Violation[] {
  const violations: Violation[] = [];
  const tell = (kind: Violation['kind'], detail: string): void => void violations.push({ kind, detail });
  const known = new Set<SimulatedDocument>();
  const { markerTag } = store.info.identity();
  const texts = documents.map((document) => ({ document, text: JSON.stringify(document.fields) }));
  /** Those of this work order of this Simon: another one may have the same numbers. */
  const documentsOf = (number: string): readonly SimulatedDocument[] => {
    const marker = new RegExp(`SK-${markerTag}-${number}-\\d`);
    const own = texts.filter(({ text }) => marker.test(text)).map(({ document }) => document);
    for (const document of own) known.add(document);
    return own;
  };

  for (const work of done) {
    const own = documentsOf(work.number);
    const entry = store.queue.get(work.entryId);
    const state = entry?.state ?? 'gone';
    const why = `${state} ${entry?.problem?.code ?? ''}`.trim();
    // The office is asked: the only honest end where a package cannot be searched.
    const isAsked = entry?.held === true && !isReliable;
    const [document, second] = own;
    if (second !== undefined) tell('duplicated', `${work.number}: ${own.length} documents`);
    if (document === undefined) {
      if (state === 'booked') tell('lost', `${work.number}: booked, and not in the books`);
      else if (!isAsked && !(work.isCustomerGone === true && state === 'blocked'))
        tell('stuck', `${work.number}: ${why}`);
      continue;
    }
    if (state !== 'booked' && !isAsked) tell('wrong-state', `${work.number}: ${why}, and in the books`);
    // A document of a customer that was taken away since tells no number.
    const isNumberGone = work.isCustomerGone === true && document.customerNumber === '';
    if (document.customerNumber !== work.customer.number && !isNumberGone)
      tell('wrong-lines', `${work.number}: customer ${document.customerNumber}`);
    const expected = [line(STANDARD_ARTICLE, 100), line(WORK_TIME, hundredthsOfHours(work.minutes))].sort().join(', ');
    const found = document.lines
      .flatMap(({ articleCode, quantity }) => (articleCode === null ? [] : [line(articleCode, Number(quantity) * 100)]))
      .sort()
      .join(', ');
    if (found !== expected) tell('wrong-lines', `${work.number}: ${found} in place of ${expected}`);
  }
  for (const number of forgotten) {
    if (documentsOf(number).length > 1) tell('duplicated', `${number}: twice, and forgotten`);
  }
  for (const { document } of texts) {
    if (!known.has(document)) tell('duplicated', `${document.number}: nobody archived this`);
  }
  return violations;
}

/** Half a hundredth of an hour counts up. */
const hundredthsOfHours = (minutes: number): number => Math.floor((minutes * 100 + 30) / 60);

const line = (articleCode: string, hundredths: number): string => `${articleCode} ${Math.round(hundredths)}`;
