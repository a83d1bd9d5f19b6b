/** Makes text of the bytes of a file, whichever program wrote it. Pure. */
import { isUtf8 } from 'node:buffer';
import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** How much of a file is looked at to tell UTF-16 without a mark. */
const LOOKED_AT_BYTES = 4_000;

/**
 * UTF-8 and UTF-16, with or without a mark; what is neither is read as windows-1252, in which Excel writes CSV on Dutch
 * computers. Problem: `import-not-text` when it holds NUL characters, which no text has.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  const encoding = encodingOf(bytes);
  const decoded = encoding === 'windows-1252' ? windows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  if (decoded.includes('\0')) return fail(problem('invalid-input', 'import-not-text'));
  return ok({ text: decoded, encoding });
}

/**
 * What windows-1252 has where latin1 has control characters, from 0x80 on; those without a letter stay as they are
 * (WHATWG Encoding Standard, index windows-1252).
 */
const FROM_0X80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** By hand: `TextDecoder` of Node 20 takes windows-1252 for latin1, so that every euro sign is lost. */
const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/gu, (letter) => FROM_0X80.charAt(letter.charCodeAt(0) - 0x80));

function encodingOf(bytes: Uint8Array): DecodedText['encoding'] {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  return utf16WithoutMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** Western text in UTF-16 has a zero for nearly every other byte. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, LOOKED_AT_BYTES);
  const zeros = { even: 0, odd: 0 };
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  const many = start.length / 4;
  if (start.length < 4 || bytes.length % 2 === 1) return null;
  if (zeros.odd > many && zeros.even === 0) return 'utf-16le';
  return zeros.even > many && zeros.odd === 0 ? 'utf-16be' : null;
}

export const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);
