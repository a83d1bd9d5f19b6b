/** Electron's own download, by its own installer, with the progress and the patience that the installer lacks. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { registryRuntimeIsOffered } from './registry-runtime.mjs';
import { run } from './run.mjs';

/** How long the download may take to answer at all: short where there is another way, patient where there is none. */
const FIRST_ANSWER_MS = { withFallback: 5_000, alone: 30_000 };
/** A download that stands still this long is given up. */
const STALL_MS = 30_000;

/**
 * @param {string} root The checkout.
 * @param {string} version Of the electron package.
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<string | undefined>} Why it failed; undefined when the runtime is in place.
 */
export async function downloadOfficialRuntime(root, version, progress) {
  try {
    await progress.step(`Electron ${version}, official download`, async (step) => {
      await downloadToElectronCache(root, version, step);
      const installer = join(root, 'node_modules', 'electron', 'install.js');
      const { exitCode, tail } = await run(process.execPath, [installer], { cwd: root });
      if (exitCode !== 0) throw new Error(lastLine(tail));
    });
    return undefined;
  } catch (error) {
    return shortReason(error);
  }
}

/**
 * Downloads with the same library and arguments as Electron's installer, which then finds the file in its cache.
 * The installer itself shows no progress and would wait without end on a network that swallows packets.
 *
 * @param {string} root
 * @param {string} version
 * @param {import('./progress.mjs').Step} step
 */
async function downloadToElectronCache(root, version, step) {
  const fromElectron = createRequire(join(root, 'node_modules', 'electron', 'install.js'));
  const { downloadArtifact } = await import(pathToFileURL(fromElectron.resolve('@electron/get')).href);
  const abort = new AbortController();
  const giveUp = () => abort.abort(new Error('no answer'));
  let timer = setTimeout(giveUp, registryRuntimeIsOffered() ? FIRST_ANSWER_MS.withFallback : FIRST_ANSWER_MS.alone);
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      cacheRoot: process.env.electron_config_cache,
      checksums: fromElectron('./checksums.json'),
      downloadOptions: {
        quiet: true,
        signal: abort.signal,
        getProgressCallback: ({ percent }) => {
          clearTimeout(timer);
          timer = setTimeout(giveUp, STALL_MS);
          step.fraction(percent);
        },
      },
    });
  } finally {
    clearTimeout(timer);
  }
}

/** @param {any} error */
function shortReason(error) {
  const cause = error?.cause?.code ?? error?.cause?.message;
  return lastLine(cause === undefined ? String(error?.message ?? error) : String(cause));
}

/** @param {string} text */
const lastLine = (text) => text.trim().split('\n').at(-1) ?? '';
