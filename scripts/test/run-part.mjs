/** Runs one part of the tests under its heading, with the runners' own output, and counts. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { runInForeground } from '../launch/child.mjs';
import { ROOT } from '../setup/checkout.mjs';
import { SetupProblem } from '../setup/setup-problem.mjs';

/**
 * @typedef {object} Outcome
 * @property {string} title
 * @property {boolean} ok
 * @property {number} durationMs
 * @property {import('./parts.mjs').Counts | undefined} tests Undefined for a part that has no tests.
 */

/**
 * @param {import('./parts.mjs').Part} part
 * @param {readonly string[]} runnerArgs
 * @param {Record<string, string | undefined>} sessionEnv
 * @returns {Promise<Outcome>}
 */
export async function runPart(part, runnerArgs, sessionEnv) {
  const startedAtMs = performance.now();
  process.stdout.write(`\n=== ${part.title} ===\n`);
  // A runner that stops early writes none; then the one of the last run must not be counted.
  if (part.report) rmSync(part.report.file, { force: true });
  const ok = (await prepared(part)) && (await runCommands(part, runnerArgs, sessionEnv));
  const durationMs = performance.now() - startedAtMs;
  process.stdout.write(`=== ${part.title}: ${ok ? 'ok' : 'FAILED'}, ${(durationMs / 1000).toFixed(1)} s ===\n`);
  return { title: part.title, ok, durationMs, tests: readReport(part) };
}

/** @param {import('./parts.mjs').Part} part */
async function prepared(part) {
  try {
    await part.prepare?.();
    return true;
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    process.stdout.write(`${error.message}\n`);
    return false;
  }
}

/**
 * All of them, also after a failure: lint and formatting are told in one go.
 *
 * @param {import('./parts.mjs').Part} part
 * @param {readonly string[]} runnerArgs
 * @param {Record<string, string | undefined>} env
 */
async function runCommands({ commands, atOnce = false }, runnerArgs, env) {
  const all = commands();
  const runs = all.map((command, index) => () => {
    const args = index === all.length - 1 ? [...command, ...runnerArgs] : command;
    return runInForeground(process.execPath, args, { cwd: ROOT, env });
  });
  const codes = atOnce ? await Promise.all(runs.map((run) => run())) : [];
  if (!atOnce) for (const run of runs) codes.push(await run());
  return codes.every((code) => code === 0);
}

/** @param {import('./parts.mjs').Part} part */
function readReport({ report }) {
  if (report === undefined) return undefined;
  return existsSync(report.file) ? report.read(readFileSync(report.file, 'utf8')) : { passed: 0, failed: 0 };
}
