/**
 * `npm test`: sets up, then lints, checks types, runs the tests under Node, ten thousand cycles of chaos and the real app
 * driven by Playwright, and says at the end what passed and failed; the last line has the sum of all tests.
 *
 * `npm test -- --only lint|types|unit|chaos|e2e [arguments for the runner]` runs one part, also of one file:
 * `npm test -- --only e2e test/e2e/queue.spec.ts`.
 */
import { sandboxEnv } from './launch/sandbox.mjs';
import { startThrowAwaySession } from './session/throw-away.mjs';
import { reportProblem } from './setup/report-problem.mjs';
import { SetupProblem } from './setup/setup-problem.mjs';
import { setUp } from './setup/set-up.mjs';
import { nodeLoadsAddon } from './setup/sqlite-addon.mjs';
import { groupsOf, PARTS } from './test/parts.mjs';
import { runPart } from './test/run-part.mjs';
import { printSummary } from './test/summary.mjs';

try {
  const { parts, runnerArgs } = readArguments(process.argv.slice(2));
  const onLinux = process.platform === 'linux';
  const { electronProgram } = await setUp({ app: true, screen: onLinux, keychain: onLinux });
  if (!nodeLoadsAddon()) {
    throw new SetupProblem(
      `The tests run SQLite in Node itself, and Node ${process.versions.node} is too old for it.`,
      'Install Node 22.14 or newer (the current LTS) from https://nodejs.org. npm start works as it is.',
    );
  }
  process.exitCode = printSummary(await runAll(parts, runnerArgs, sandboxEnv(electronProgram)));
} catch (error) {
  process.exitCode = reportProblem(error);
}

/**
 * @param {readonly string[]} args
 * @returns {{ parts: readonly import('./test/parts.mjs').Part[], runnerArgs: readonly string[] }}
 * @throws {SetupProblem} When they are not understood.
 */
function readArguments([option, id, ...runnerArgs]) {
  if (option === undefined) return { parts: PARTS, runnerArgs: [] };
  const part = option === '--only' ? PARTS.find((candidate) => candidate.id === id) : undefined;
  if (part !== undefined) return { parts: [part], runnerArgs };
  throw new SetupProblem(
    'These arguments are not understood.',
    `Use npm test, or npm test -- --only ${PARTS.map((known) => known.id).join('|')} [arguments for its runner].`,
  );
}

/**
 * @param {readonly import('./test/parts.mjs').Part[]} parts
 * @param {readonly string[]} runnerArgs
 * @param {Record<string, string>} sandbox
 */
async function runAll(parts, runnerArgs, sandbox) {
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (interrupted = true));
  const session = await startThrowAwaySession();
  const outcomes = [];
  try {
    for (const group of groupsOf(parts)) {
      if (interrupted) break;
      const env = { ...session.env, ...sandbox };
      outcomes.push(...(await Promise.all(group.map((part) => runPart(part, runnerArgs, env)))));
    }
    return outcomes;
  } finally {
    await session.stop();
  }
}
