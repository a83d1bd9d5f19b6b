/** What makes a document of ours recognisable in any package. */
export interface MarkerParts {
  /** Tells company databases apart: 6 to 10 capitals and digits, made once per database. */
  readonly databaseTag: string;
  readonly workOrderNumber: string;
  /** 1 for the first archiving of a work order. */
  readonly revision: number;
}

const MARKER = /^SK-[0-9A-Z]{6,10}-[^\s-](?:\S{0,24}[^\s-])?-[1-9]\d{0,3}$/;

/**
 * The marker of a document, e.g. `SK-7Q4M2X-1042-1`: unique per database, work order and revision, at most 45
 * characters without spaces, so that it fits a reference field of any package and may be printed on an invoice.
 */
export function markerOf({ databaseTag, workOrderNumber, revision }: MarkerParts): string {
  const marker = `SK-${databaseTag}-${workOrderNumber}-${revision}`;
  if (!isMarker(marker)) throw new Error(`Not a marker: ${marker}`);
  return marker;
}

/** Whether a reference in a package was put there by Simon, by this database or another one. */
export const isMarker = (reference: string): boolean => MARKER.test(reference);
