/**
 * The native part of better-sqlite3. The one it ships wants Node-API 10 (Node 22.14, Electron 36) and stops an older
 * process as soon as it is loaded. Where the Node that runs the tests or the Electron that runs the app is older, it is
 * compiled here for Node-API 9, which serves the newer ones as well. better-sqlite3 looks for build/Release first.
 *
 * Compiled directly: node-gyp would want Python and a download of Node's headers.
 */
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCacheEntry, makeCacheEntry } from './cache.mjs';
import { run } from './run.mjs';
import { SetupProblem } from './setup-problem.mjs';

/** The Node-API version that better-sqlite3's own binary declares. */
const SHIPPED_NODE_API = 10;
const FIRST_ELECTRON_WITH_SHIPPED_NODE_API = 36;
/** Raise this when the compiler arguments or the shim change. */
const RECIPE = 1;
const ADDON = 'better_sqlite3.node';
const SHIM = fileURLToPath(new URL('./napi9-shim.h', import.meta.url));

/**
 * @param {string} electronVersion
 * @returns {boolean} Whether the Node that runs this, or that Electron, is too old for the shipped addon. Outside Linux
 *   never: there the official Electron is new enough, and an old Node runs no more than the set-up (see nodeLoadsAddon).
 */
export function ownAddonIsNeeded(electronVersion) {
  if (process.platform !== 'linux') return false;
  return Number.parseInt(electronVersion, 10) < FIRST_ELECTRON_WITH_SHIPPED_NODE_API || nodeNeedsOwnAddon();
}

/** @returns {boolean} Whether the Node that runs this is too old for the shipped addon, and has one of its own. */
export function nodeNeedsOwnAddon() {
  return process.platform === 'linux' && Number(process.versions.napi) < SHIPPED_NODE_API;
}

/** @returns {boolean} Whether this Node itself, which runs the tests, can load better-sqlite3 after set-up. */
export function nodeLoadsAddon() {
  return process.platform === 'linux' || Number(process.versions.napi) >= SHIPPED_NODE_API;
}

/**
 * @param {string} root The checkout.
 * @param {boolean} ownIsNeeded
 * @returns {boolean} Whether better-sqlite3 will load the right addon.
 */
export function addonIsReady(root, ownIsNeeded) {
  if (!ownIsNeeded) return !existsSync(join(packageFolder(root, 'better-sqlite3'), 'build'));
  return (
    existsSync(join(releaseFolder(root), ADDON)) &&
    existsSync(stampFile(root)) &&
    readFileSync(stampFile(root), 'utf8') === entryName(root)
  );
}

/**
 * @param {string} root
 * @returns {Promise<boolean>} Whether it is in the user's cache, so that no compiler is needed.
 */
export async function addonIsCached(root) {
  return (await findCacheEntry(entryName(root))) !== undefined;
}

/**
 * @param {string} root
 * @param {boolean} ownIsNeeded
 * @param {import('./progress.mjs').Progress} progress
 * @throws {SetupProblem} When it cannot be compiled.
 */
export async function installAddon(root, ownIsNeeded, progress) {
  if (!ownIsNeeded) {
    await rm(join(packageFolder(root, 'better-sqlite3'), 'build'), { recursive: true, force: true });
    return;
  }
  const name = entryName(root);
  const folder =
    (await findCacheEntry(name)) ??
    (await progress.step('Compiling SQLite for this Node (once per machine, about a minute and a half)', () =>
      makeCacheEntry(name, (draft) => compile(root, draft)),
    ));
  await mkdir(releaseFolder(root), { recursive: true });
  // Moved into place: a program that has the old file loaded keeps it.
  const draft = join(releaseFolder(root), `${ADDON}.${process.pid}`);
  await copyFile(join(folder, ADDON), draft);
  await rename(draft, join(releaseFolder(root), ADDON));
  await writeFile(stampFile(root), name);
}

/**
 * @param {string} root
 * @param {string} folder Where the addon goes; object files are made and removed here too.
 */
async function compile(root, folder) {
  const source = packageFolder(root, 'better-sqlite3');
  const sqlite = join(source, 'deps', 'sqlite3');
  const common = ['-O2', '-fPIC', '-w', '-fvisibility=hidden', '-DNDEBUG', ...sqliteDefines(source), `-I${sqlite}`];
  const sqliteObject = join(folder, 'sqlite3.o');
  const addonObject = join(folder, 'better_sqlite3.o');
  await Promise.all([
    compileWith('gcc', ['-c', '-std=c99', ...common, join(sqlite, 'sqlite3.c'), '-o', sqliteObject]),
    compileWith('g++', [
      ...['-c', '-std=c++20', '-fno-exceptions', ...common],
      ...['-DNODE_GYP_MODULE_NAME=better_sqlite3', '-DBUILDING_NODE_EXTENSION'],
      ...['-DNAPI_VERSION=9', '-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
      ...['-include', SHIM],
      `-I${packageFolder(root, 'node-addon-api')}`,
      `-I${join(packageFolder(root, 'node-api-headers'), 'include')}`,
      ...[join(source, 'src', 'better_sqlite3.cpp'), '-o', addonObject],
    ]),
  ]);
  const linkArgs = ['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl'];
  await compileWith('g++', ['-shared', '-s', '-o', join(folder, ADDON), addonObject, sqliteObject, ...linkArgs]);
  await Promise.all([rm(sqliteObject), rm(addonObject)]);
}

/**
 * @param {string} compiler
 * @param {readonly string[]} args
 */
async function compileWith(compiler, args) {
  const { exitCode, tail } = await run(compiler, args);
  if (exitCode === 0) return;
  throw new SetupProblem(
    `SQLite could not be compiled: ${compiler} stopped with code ${exitCode}.\n${tail}`,
    'Install a C++20 compiler (on Debian: sudo apt-get install g++) and check that the disk is not full, ' +
      'or use Node 22.14 or newer together with the official Electron: then nothing needs to be compiled.',
  );
}

/**
 * The options SQLite is compiled with are better-sqlite3's own, read from the file its build uses.
 *
 * @param {string} source
 */
function sqliteDefines(source) {
  const text = readFileSync(join(source, 'deps', 'defines.gypi'), 'utf8');
  return [...text.matchAll(/'((?:SQLITE|HAVE)_[^']*)'/g)].map(([, define]) => `-D${define}`);
}

/** @param {string} root */
function entryName(root) {
  const { version } = JSON.parse(readFileSync(join(packageFolder(root, 'better-sqlite3'), 'package.json'), 'utf8'));
  return `better-sqlite3-${version}-${process.platform}-${process.arch}-napi9-r${RECIPE}`;
}

/**
 * @param {string} root
 * @param {string} name
 */
const packageFolder = (root, name) => join(root, 'node_modules', name);

/** @param {string} root */
const releaseFolder = (root) => join(packageFolder(root, 'better-sqlite3'), 'build', 'Release');

/** @param {string} root */
const stampFile = (root) => join(releaseFolder(root), 'simon-koppel-entry.txt');
