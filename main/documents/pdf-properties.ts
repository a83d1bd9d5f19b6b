/** The properties of a PDF as Chromium's printer (Skia) writes it. */

const PROPERTIES = /^\d+ 0 obj\r?\n?<<[^]*?endobj/m;
/** A string of a PDF: brackets within it have a backslash (ISO 32000-1, 7.3.4.2). */
const VALUE = String.raw`\((?:\\.|[^\\)])*\)`;
const MAKER = new RegExp(String.raw`/Creator ${VALUE}`);
const MOMENTS = new RegExp(String.raw`\r?\n?/(?:CreationDate|ModDate) ${VALUE}`, 'g');
/** One entry of the table: where an object begins, ten digits, and that it is in use (ISO 32000-1, 7.5.4). */
const ENTRY = /^(\d{10})( \d{5} n)/gm;
const TABLE_AT = /startxref\s+(\d+)\s+%%EOF\s*$/;

/**
 * The same PDF without what differs from one printing to the next and from one computer to another: the moment it was
 * printed, and the computer's system that Chromium names as its maker. What a paper is about stands on the paper. The places
 * of all that follows are written anew. A PDF that is written in another way stays as it is: no delivery waits for this. Pure.
 */
export function withoutTraces(pdf: Uint8Array): Uint8Array {
  // One sign for each byte, whatever the bytes are.
  const text = Buffer.from(pdf).toString('latin1');
  const [properties] = PROPERTIES.exec(text) ?? [];
  const [, tableText] = TABLE_AT.exec(text) ?? [];
  if (properties === undefined || !MAKER.test(properties) || tableText === undefined) return pdf;
  const from = text.indexOf(properties);
  const until = from + properties.length;
  const plain = properties.replace(MAKER, '/Creator (Simon Koppel)').replace(MOMENTS, '');
  const shift = plain.length - properties.length;
  const moved = (place: number): number => (place >= until ? place + shift : place);

  const tableAt = Number(tableText);
  const table = text
    .slice(tableAt)
    .replace(ENTRY, (_, place: string, rest: string) => String(moved(Number(place))).padStart(10, '0') + rest)
    .replace(TABLE_AT, `startxref\n${moved(tableAt)}\n%%EOF\n`);
  const bytes = Buffer.from(text.slice(0, from) + plain + text.slice(until, tableAt) + table, 'latin1');
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
