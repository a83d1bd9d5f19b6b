/**
 * The user's cache folder for things that are costly to make and alike in every checkout (the fallback runtime, the
 * native SQLite addon). An entry is a folder that is made elsewhere on the same disk and moved into place in one
 * rename, so two runs at once can at worst do the same work twice. `entry.json` in it lists every file with its size and
 * sha512 and is written last: an entry that was cut short or damaged later is noticed, thrown away and made again.
 */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

const MANIFEST = 'entry.json';

/** @returns {string} The cache folder of this user, by the custom of the operating system. */
export function cacheFolder() {
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'simon-koppel', 'cache');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'simon-koppel');
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'simon-koppel');
}

/**
 * @param {string} file
 * @returns {Promise<string>} The base64 sha512 of the file, as npm writes it behind `sha512-`.
 */
export async function sha512Of(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

/**
 * @param {string} name Folder name of the entry; holds every version that its content depends on.
 * @returns {Promise<string | undefined>} The entry's folder, after checking every file of it; undefined when it is
 *   missing or damaged.
 */
export async function findCacheEntry(name) {
  const folder = join(cacheFolder(), name);
  try {
    const { files } = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
    for (const [path, { size, sha512 }] of Object.entries(files)) {
      if ((await stat(join(folder, path))).size !== size) return undefined;
      if ((await sha512Of(join(folder, path))) !== sha512) return undefined;
    }
    return folder;
  } catch {
    return undefined;
  }
}

/**
 * The quick look for every start: a cleaner of old files may have been in the cache since.
 *
 * @param {string} folder An entry's folder.
 * @returns {boolean} Whether all its files are there and have their size.
 */
export function entryIsWhole(folder) {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    return Object.entries(files).every(([path, { size }]) => statSync(join(folder, path)).size === size);
  } catch {
    return false;
  }
}

/**
 * @param {string} name Folder name of the entry.
 * @param {(folder: string) => Promise<void>} fill Makes the entry's files in the (empty) folder it is given.
 * @returns {Promise<string>} The finished entry's folder.
 */
export async function makeCacheEntry(name, fill) {
  const target = join(cacheFolder(), name);
  await mkdir(cacheFolder(), { recursive: true });
  const draft = await mkdtemp(join(cacheFolder(), `${name}.draft-`));
  try {
    await fill(draft);
    await writeManifest(draft);
    return await publish(name, draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function writeManifest(folder) {
  /** @type {Record<string, { size: number, sha512: string }>} */
  const files = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files[relative(folder, path)] = { size: (await stat(path)).size, sha512: await sha512Of(path) };
  }
  await writeFile(join(folder, MANIFEST), JSON.stringify({ files }, null, 2));
}

/**
 * A rename never replaces a folder that has files. When one is there, either another run has just finished the same
 * entry (then that one serves), or it is a damaged one (then it is moved out of the way: programs that still run from
 * it keep their open files).
 *
 * @param {string} name
 * @param {string} draft
 * @param {string} target
 */
async function publish(name, draft, target) {
  for (;;) {
    try {
      await rename(draft, target);
      return target;
    } catch (error) {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'EPERM') throw error;
    }
    if ((await findCacheEntry(name)) !== undefined) return target;
    const grave = await mkdtemp(join(dirname(target), `${name}.damaged-`));
    await rename(target, join(grave, 'entry')).catch(ignoreMissing);
    await rm(grave, { recursive: true, force: true });
  }
}

/** @param {NodeJS.ErrnoException} error */
function ignoreMissing(error) {
  if (error.code !== 'ENOENT') throw error;
}
