/**
 * Takes one file out of a gzipped tar (an npm package) without unpacking the rest and without holding it in memory.
 * Format: POSIX.1-1988 ustar, https://www.gnu.org/software/tar/manual/html_node/Standard.html
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

const BLOCK_BYTES = 512;

/**
 * @param {string} archive Path of the .tgz file.
 * @param {string} wanted Name of the entry inside it.
 * @param {string} target Path to write it to.
 * @returns {Promise<boolean>} False when the archive has no such entry.
 */
export async function extractTarEntry(archive, wanted, target) {
  const input = createReadStream(archive);
  const unzipped = input.pipe(createGunzip());
  input.on('error', (error) => unzipped.destroy(error));
  const output = await open(target, 'w');
  let pending = Buffer.alloc(0);
  let bodyBytesLeft = 0;
  let paddingBytesLeft = 0;
  let writing = false;
  let found = false;
  try {
    for await (const chunk of unzipped) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      for (;;) {
        if (bodyBytesLeft > 0) {
          const part = pending.subarray(0, bodyBytesLeft);
          if (writing) await output.writeFile(part);
          bodyBytesLeft -= part.length;
          pending = pending.subarray(part.length);
          if (bodyBytesLeft > 0) break;
          if (writing) return true;
        }
        if (pending.length < paddingBytesLeft + BLOCK_BYTES) break;
        const header = pending.subarray(paddingBytesLeft, paddingBytesLeft + BLOCK_BYTES);
        pending = pending.subarray(paddingBytesLeft + BLOCK_BYTES);
        const size = parseInt(text(header, 124, 12), 8) || 0;
        bodyBytesLeft = size;
        paddingBytesLeft = (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
        writing = entryName(header) === wanted;
        found ||= writing;
      }
    }
    return found && bodyBytesLeft === 0;
  } finally {
    input.destroy();
    await output.close();
  }
}

/** @param {Buffer} header */
function entryName(header) {
  const prefix = text(header, 345, 155);
  const name = text(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

/**
 * @param {Buffer} header
 * @param {number} offset
 * @param {number} length
 */
function text(header, offset, length) {
  const field = header.subarray(offset, offset + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end).trim();
}
