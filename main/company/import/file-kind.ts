/** What a file is, by what is in it: the name may say anything. Pure. */
import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import { startsWith } from './text-encoding';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
/** Compound File Binary: Excel 97 to 2003, and any workbook with a password (MS-OFFCRYPTO). */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const OTHERS: readonly (readonly number[])[] = [
  [...'%PDF'].map((letter) => letter.charCodeAt(0)),
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
];

/** Problems: `import-empty`, `import-old-excel`, `import-with-password`, `import-not-text`. */
export function fileKind(bytes: Uint8Array): Result<'zip' | 'text'> {
  if (bytes.length === 0) return fail(problem('invalid-input', 'import-empty'));
  if (startsWith(bytes, ZIP) || startsWith(bytes, EMPTY_ZIP)) return ok('zip');
  if (startsWith(bytes, COMPOUND_FILE)) {
    return fail(problem('invalid-input', isEncrypted(bytes) ? 'import-with-password' : 'import-old-excel'));
  }
  if (OTHERS.some((start) => startsWith(bytes, start))) return fail(problem('invalid-input', 'import-not-text'));
  return ok('text');
}

/** The stream of an encrypted workbook is called so, in UTF-16. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
