/**
 * The whole set-up in its order: Node itself, npm packages, the Electron runtime, system libraries, the SQLite addon.
 * What is right already is found out in a fraction of a second and left alone, so this runs before every command.
 */
import { withCheckoutLock } from './checkout-lock.mjs';
import { ROOT } from './checkout.mjs';
import { findRuntime, installRuntime, isRegistryRuntime } from './electron-runtime.mjs';
import { installPackages, packagesAreReady } from './packages.mjs';
import { createProgress } from './progress.mjs';
import { SetupProblem } from './setup-problem.mjs';
import { addonIsCached, addonIsReady, installAddon, nodeNeedsOwnAddon, ownAddonIsNeeded } from './sqlite-addon.mjs';
import { installSystemPackages } from './system-packages.mjs';
import { missingSystemPackages } from './system-requirements.mjs';

const OLDEST_NODE = [20, 19];

/**
 * @typedef {object} Needs
 * @property {boolean} app Whether the Electron app itself will run; without it only the npm packages are set up.
 * @property {boolean} [database] Whether Node itself opens databases, without the app.
 * @property {boolean} screen Whether a virtual screen must be brought along (Linux).
 * @property {boolean} keychain Whether a keychain must be brought along (Linux).
 * @property {boolean} [retryOfficialRuntime] Whether to try the official Electron again where the fallback is in use.
 */

/**
 * @param {Needs} needs
 * @returns {Promise<{ electronProgram: string | undefined }>} The Electron program to run, when the app was asked for.
 * @throws {SetupProblem} When something is missing that this user or this machine cannot get.
 */
export async function setUp(needs) {
  checkNode();
  const ready = findReady(needs);
  if (ready) return ready;
  const progress = createProgress();
  return withCheckoutLock('setup', progress, () => makeReady(needs, progress));
}

/**
 * @param {Needs} needs
 * @returns {{ electronProgram: string | undefined } | undefined} Undefined when there is anything to do.
 */
function findReady(needs) {
  if (!packagesAreReady(ROOT)) return undefined;
  if (!needs.app) return needsNodeAddon(needs) ? undefined : { electronProgram: undefined };
  const runtime = findRuntime(ROOT);
  if (runtime === undefined || missingSystemPackages(purposes(needs)).length > 0) return undefined;
  if (needs.retryOfficialRuntime && isRegistryRuntime(runtime)) return undefined;
  return addonIsReady(ROOT, ownAddonIsNeeded(runtime.version)) ? { electronProgram: runtime.program } : undefined;
}

/**
 * @param {Needs} needs
 * @param {import('./progress.mjs').Progress} progress
 */
async function makeReady(needs, progress) {
  if (!packagesAreReady(ROOT)) await installPackages(ROOT, progress);
  if (!needs.app) {
    if (needsNodeAddon(needs)) await makeAddon(true, [], progress);
    return { electronProgram: undefined };
  }
  let runtime = findRuntime(ROOT);
  if (runtime === undefined || (needs.retryOfficialRuntime && isRegistryRuntime(runtime))) {
    runtime = await installRuntime(ROOT, progress);
  }
  await makeAddon(ownAddonIsNeeded(runtime.version), purposes(needs), progress);
  return { electronProgram: runtime.program };
}

/**
 * The SQLite addon, with the system packages that are needed for it and for these purposes.
 *
 * @param {boolean} isOwn Whether it is compiled here.
 * @param {import('./system-requirements.mjs').Purpose[]} others
 * @param {import('./progress.mjs').Progress} progress
 */
async function makeAddon(isOwn, others, progress) {
  const compiling = isOwn && !addonIsReady(ROOT, isOwn) && !(await addonIsCached(ROOT));
  await installSystemPackages([...others, ...(compiling ? ['compiler'] : [])], progress);
  if (!addonIsReady(ROOT, isOwn)) await installAddon(ROOT, isOwn, progress);
}

/**
 * @param {Needs} needs
 * @returns {boolean} Whether Node has to open a database and cannot yet.
 */
const needsNodeAddon = ({ database }) => database === true && nodeNeedsOwnAddon() && !addonIsReady(ROOT, true);

/**
 * @param {Needs} needs
 * @returns {import('./system-requirements.mjs').Purpose[]}
 */
function purposes({ screen, keychain }) {
  return ['app', ...(screen ? ['screen'] : []), ...(keychain ? ['keychain'] : [])];
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new SetupProblem(
    `This is Node ${process.versions.node}; Simon Koppel needs ${OLDEST_NODE.join('.')} or newer.`,
    'Install the current LTS release from https://nodejs.org and run this again.',
  );
}
