/**
 * Compares the books of the package with what the office did and with what Simon says of it. Knows nothing of the engine:
 * what must be there follows from the work orders alone.
 */
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import type { Store } from '../../main/db/store';
import { heldWork, isDocumentOf, type HeldWork } from './held-work';
import type { Violation } from './violation';

/** A work order that was archived. */
export interface WorkDone {
  readonly number: string;
  readonly entryId: number;
  readonly customer: { readonly number: string; readonly name: string };
  readonly minutes: number;
  /** 1, or higher for a further document that the office chose; left out: 1. */
  readonly revision?: number;
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
  readonly forgotten?: readonly Pick<WorkDone, 'number' | 'revision'>[];
}

/** What stands on each document beside the work time. */
const STANDARD_ARTICLE = 'VOORRIJ';
const WORK_TIME = 'ARBEID';

export function audit({ store, documents, done, isReliable, forgotten = [] }: AuditInput): readonly Violation[] {
  const violations: Violation[] = [];
  const tell = (kind: Violation['kind'], detail: string): void => void violations.push({ kind, detail });
  const { markerTag } = store.info.identity();
  const held = documents.map((document) => ({ document, held: heldWork(document, markerTag) }));
  /** Those that hold a work order of this Simon: another one may have the same numbers. */
  const documentsOf = (number: string): readonly HeldWork[] =>
    held.flatMap(({ held: work }) => (work?.numbers.includes(number) === true ? [work] : []));
  const expectedLines = (numbers: readonly string[]): string | null => {
    const lines = numbers.map((number) => done.find((work) => work.number === number)?.minutes);
    // Of work that Simon does not know any more nothing is known here either.
    if (lines.some((minutes) => minutes === undefined)) return null;
    return lines
      .flatMap((minutes = 0) => [line(STANDARD_ARTICLE, 100), line(WORK_TIME, hundredthsOfHours(minutes))])
      .sort()
      .join(', ');
  };

  for (const work of done) {
    const { number, revision = 1 } = work;
    const own = documentsOf(number).filter((one) => isDocumentOf(one, number, revision));
    const entry = store.queue.get(work.entryId);
    const state = entry?.state ?? 'gone';
    const why = `${state} ${entry?.problem?.code ?? ''}`.trim();
    // The office is asked: the only honest end where a package cannot be searched.
    const isAsked = entry?.held === true && !isReliable;
    const [found, second] = own;
    if (second !== undefined) tell('duplicated', `${number}: ${own.length} documents`);
    if (found === undefined) {
      if (state === 'booked') tell('lost', `${number}: booked, and not in the books`);
      else if (!isAsked && !(work.isCustomerGone === true && state === 'blocked')) tell('stuck', `${number}: ${why}`);
      continue;
    }
    const { document } = found;
    if (state !== 'booked' && !isAsked) tell('wrong-state', `${number}: ${why}, and in the books`);
    // A document of a customer that was taken away since tells no number.
    const isNumberGone = work.isCustomerGone === true && document.customerNumber === '';
    if (document.customerNumber !== work.customer.number && !isNumberGone)
      tell('wrong-lines', `${number}: customer ${document.customerNumber}`);
    const expected = expectedLines(found.numbers);
    const lines = document.lines
      .flatMap(({ articleCode, quantity }) => (articleCode === null ? [] : [line(articleCode, Number(quantity) * 100)]))
      .sort()
      .join(', ');
    if (expected !== null && lines !== expected) tell('wrong-lines', `${number}: ${lines} in place of ${expected}`);
  }
  for (const { number, revision = 1 } of forgotten) {
    if (documentsOf(number).filter((one) => isDocumentOf(one, number, revision)).length > 1)
      tell('duplicated', `${number}: twice, and forgotten`);
  }
  const archived = new Set([...done, ...forgotten].map(({ number }) => number));
  for (const { document, held: work } of held) {
    if (work?.numbers.some((number) => archived.has(number)) !== true)
      tell('duplicated', `${document.number}: nobody archived this`);
  }
  return violations;
}

/** Half a hundredth of an hour counts up. */
const hundredthsOfHours = (minutes: number): number => Math.floor((minutes * 100 + 30) / 60);

const line = (articleCode: string, hundredths: number): string => `${articleCode} ${Math.round(hundredths)}`;
