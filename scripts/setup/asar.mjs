/**
 * Writes an asar archive of a few small text files.
 * Format: https://github.com/electron/asar#format, a Chromium Pickle that holds the JSON header, then the contents.
 */

/**
 * @param {Readonly<Record<string, string>>} files Text by file name; no folders.
 * @returns {Buffer} The bytes of the archive.
 */
export function packAsar(files) {
  /** @type {Record<string, { size: number, offset: string }>} */
  const listing = {};
  const contents = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text, 'utf8');
    listing[name] = { size: bytes.length, offset: String(offset) };
    contents.push(bytes);
    offset += bytes.length;
  }
  const json = Buffer.from(JSON.stringify({ files: listing }), 'utf8');
  const paddedBytes = Math.ceil(json.length / 4) * 4;
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(4, 0);
  sizes.writeUInt32LE(8 + paddedBytes, 4);
  sizes.writeUInt32LE(4 + paddedBytes, 8);
  sizes.writeUInt32LE(json.length, 12);
  return Buffer.concat([sizes, json, Buffer.alloc(paddedBytes - json.length), ...contents]);
}
