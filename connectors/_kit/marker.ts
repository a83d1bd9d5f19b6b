/** What makes a document of ours recognisable in any package. */
export interface MarkerParts {
  /** Tells company databases apart: 6 to 10 capitals and digits, made once per database. */
  readonly databaseTag: string;
  readonly workOrderNumber: string;
  /** 1 for the first archiving of a work order. */
  readonly revision: number;
}

const MARKER = /^SK-[0-9A-Z]{6,10}-[^\sa-z-](?:[^\sa-z]{0,18}[^\sa-z-])?-[1-9]\d{0,3}$/;

/**
 * The marker of a document, e.g. `SK-7Q4M2X-1042-1`: unique per database, work order and revision. At most 40 characters
 * without spaces or small letters: it fits the shortest reference field of the packages, may be printed on an invoice, and
 * is the same marker when a package changes its capitals.
 */
export function markerOf({ databaseTag, workOrderNumber, revision }: MarkerParts): string {
  const marker = `SK-${databaseTag}-${workOrderNumber}-${revision}`;
  if (!isMarker(marker)) throw new Error(`Not a marker: ${marker}`);
  return marker;
}

/** Whether a reference in a package was put there by Simon, by this database or another one. */
export const isMarker = (reference: string): boolean => MARKER.test(reference);

/** What people write around a word. */
const AROUND_WORD = /^[.,;:!?'"()[\]]+|[.,;:!?'"()[\]]+$/g;

/** Whether a text bears exactly this marker, as a word of its own. */
export const bearsMarker = (text: string, marker: string): boolean =>
  text.split(/\s+/).some((word) => isSameMarker(word.replaceAll(AROUND_WORD, ''), marker));

/** Whether a reference in a package is this marker, whatever the package did to its capitals and the spaces around it. */
export const isSameMarker = (reference: string, marker: string): boolean =>
  reference.trim().toUpperCase() === marker.trim().toUpperCase();
