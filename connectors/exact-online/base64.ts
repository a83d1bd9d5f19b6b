/** Bytes that are turned into text at once; a whole PDF would be more arguments than a call takes. */
const CHUNK_BYTES = 0x6000;

/** Bytes as base64 (RFC 4648 section 4), as JSON of this vendor carries files. */
export function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES))));
  }
  // Each chunk but the last is a multiple of three bytes, so that the texts join without padding between them.
  return parts.join('');
}
