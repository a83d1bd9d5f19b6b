/** How many bytes are turned into text at a time: more arguments than this a call may not take. */
const CHUNK_BYTES = 0x8000;

/** Bytes as base64 (RFC 4648 section 4), for packages that take files inside JSON or XML. */
export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES));
  }
  return btoa(binary);
}
