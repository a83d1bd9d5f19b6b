/**
 * The marker stands in the text of the first line: no other text of an invoice comes back when invoices are asked
 * (manual, 3.9.2), and it may be printed.
 */

/** How much of a text of a line surely comes back: other systems keep 100 characters of such a text, and it is one line. */
const KEPT_CHARACTERS = 100;

/** A text of one line with the marker behind it, or in front where it would stand too far; without marker as it is. */
export function withMarker(text: string, marker: string): string {
  if (marker === '') return text;
  const behind = `${text} ${marker}`;
  return behind.length <= KEPT_CHARACTERS ? behind : `${marker} ${text}`;
}
