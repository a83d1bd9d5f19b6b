/**
 * Unpacks chosen files of a zip file with Node's own zlib, because nothing else is there before npm packages are.
 * Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (sections 4.3.7, 4.3.12, 4.3.16; no zip64).
 */
import { open, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);
const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const METHOD_STORED = 0;

/**
 * @param {string} archive Path of the zip file.
 * @param {(name: string) => string | undefined} targetOf Where an entry goes; undefined leaves it out.
 * @param {(fraction: number) => void} onFraction Called with the part of the wanted bytes that is done, 0 to 1.
 * @returns {Promise<number>} How many files were written.
 */
export async function unzip(archive, targetOf, onFraction) {
  const file = await open(archive, 'r');
  try {
    const wanted = [];
    for (const entry of await readCentralDirectory(file)) {
      const target = entry.name.endsWith('/') ? undefined : targetOf(entry.name);
      if (target !== undefined) wanted.push({ ...entry, target });
    }
    const totalBytes = wanted.reduce((sum, entry) => sum + entry.compressedBytes, 0);
    let doneBytes = 0;
    for (const entry of wanted) {
      const local = await readAt(file, entry.offset, LOCAL_BYTES);
      const bodyAt = entry.offset + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
      const body = await readAt(file, bodyAt, entry.compressedBytes);
      await mkdir(dirname(entry.target), { recursive: true });
      await writeFile(entry.target, entry.method === METHOD_STORED ? body : await inflate(body), { mode: entry.mode });
      doneBytes += entry.compressedBytes;
      onFraction(doneBytes / totalBytes);
    }
    return wanted.length;
  } finally {
    await file.close();
  }
}

/** @param {import('node:fs/promises').FileHandle} file */
async function readCentralDirectory(file) {
  const { size } = await file.stat();
  const tailBytes = Math.min(size, END_BYTES + MAX_COMMENT_BYTES);
  const tail = await readAt(file, size - tailBytes, tailBytes);
  let end = tail.length - END_BYTES;
  while (end >= 0 && tail.readUInt32LE(end) !== END_SIGNATURE) end -= 1;
  if (end < 0) throw new Error('not a zip file: it has no end record');
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0; at + CENTRAL_BYTES <= directory.length;) {
    const nameBytes = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes),
      method: directory.readUInt16LE(at + 10),
      compressedBytes: directory.readUInt32LE(at + 20),
      // The upper half of the external attributes holds the Unix mode; archives made elsewhere have 0 there.
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777 || 0o644,
      offset: directory.readUInt32LE(at + 42),
    });
    at += CENTRAL_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('the zip file is cut short');
  return buffer;
}
