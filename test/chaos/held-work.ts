/** Which work orders stand on a document of the books, told by its marker and the headings of its lines. */
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';

export interface HeldWork {
  readonly document: SimulatedDocument;
  /** Of the work order whose marker it bears. */
  readonly leading: string;
  readonly revision: number;
  /** Every work order with lines on it. */
  readonly numbers: readonly string[];
}

/** Null for a document that does not bear a marker with this tag; `tag` a pattern. */
export function heldWork(document: SimulatedDocument, tag: string): HeldWork | null {
  const marker = new RegExp(`SK-${tag}-(\\d+)-(\\d+)`).exec(JSON.stringify(document.fields));
  const [, leading, revision] = marker ?? [];
  if (leading === undefined || revision === undefined) return null;
  const headings = document.lines.flatMap(({ description }) => /Werkbon (\d+), /.exec(description)?.[1] ?? []);
  return {
    document,
    leading,
    revision: Number(revision),
    numbers: headings.length === 0 ? [leading] : [...new Set(headings)],
  };
}

/** Whether it is that document of a work order; the first one may be that of another work order, a further one is its own. */
export const isDocumentOf = (
  { leading, numbers, revision: of }: HeldWork,
  workOrderNumber: string,
  revision: number,
): boolean =>
  numbers.includes(workOrderNumber) && (revision === 1 ? of === 1 : leading === workOrderNumber && of === revision);
