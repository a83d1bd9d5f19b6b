/** Brands of the `ftyp` box at the begin of a HEIF file, as phones write them: ISO/IEC 23008-12, annex B. */
const BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

/** Whether a file is a photo in HEIC, which Chromium cannot read. By its content; its name may say anything. */
export async function isHeic(file: Blob): Promise<boolean> {
  const head = new TextDecoder('latin1').decode(await file.slice(4, 12).arrayBuffer());
  return head.startsWith('ftyp') && BRANDS.has(head.slice(4));
}
