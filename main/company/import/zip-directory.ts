/** The list of contents of a zip file, to know what would come out before anything is unpacked. Pure. */
import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  /** As the list says it; whoever unpacks must not make more of it. */
  readonly unpackedBytes: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly isPacked: boolean;
  /** Where its own head begins. */
  readonly offset: number;
}

// APPNOTE.TXT of PKWARE, 4.3.12 (central directory) and 4.3.16 (its end).
const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT_BYTES = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const ENCRYPTED_FLAG = 1;
const DEFLATED = 8;
/** 4.3.7 (local file header). */
const HEAD_BYTES = 30;

/** Null when the file is cut off or no zip at all. */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null;
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)),
      unpackedBytes: view.getUint32(at + 24, true),
      isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0,
      packedBytes: view.getUint32(at + 20, true),
      isPacked: view.getUint16(at + 10, true) === DEFLATED,
      offset: view.getUint32(at + 42, true),
    });
    at += ENTRY_BYTES + nameBytes + extraBytes;
  }
  return entries;
}

/** What is in an entry, as text; null when it is damaged, or larger than the list says. */
export function entryText(
  bytes: Uint8Array,
  { offset, packedBytes, unpackedBytes, isPacked }: ZipEntry,
): string | null {
  if (offset + HEAD_BYTES > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = offset + HEAD_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + packedBytes);
  try {
    const content = isPacked ? inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) }) : packed;
    return new TextDecoder().decode(content);
  } catch {
    // Only what is in the file can make it fail.
    return null;
  }
}

/** Searched from the end, where only a comment may follow it. */
function endOf(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}
