/** Says in short what went wrong in npm, and what to do about it. */
import { SetupProblem } from './setup-problem.mjs';

const SHOWN_LINES = 8;

/** What to do, by npm's error code (https://docs.npmjs.com/common-errors); the rest is nearly always the network. */
const ACTIONS = {
  EUSAGE: 'package.json and package-lock.json do not fit together: run npm install, and commit the lock it writes.',
  ENOSPC: 'The disk is full: make room (1 GB), then run this again.',
  EACCES: "Make this folder and npm's cache (npm config get cache) belong to the user that runs this.",
  EINTEGRITY: "A package is damaged on its way or in npm's cache: run npm cache verify, then this again.",
};
const NETWORK_ACTION =
  'Check that the npm registry can be reached (npm ping; npm config get registry), then run this again.';

/**
 * @param {string} what The failure as a sentence without its end.
 * @param {string} output What npm printed.
 * @returns {SetupProblem}
 */
export function npmProblem(what, output) {
  // Without the lines of npm's own stack trace.
  const lines = output.split('\n').filter((line) => /^npm error(?!\s+at )/.test(line));
  const code = /^npm error code (\w+)/m.exec(output)?.[1] ?? '';
  return new SetupProblem(`${what}:\n${lines.slice(0, SHOWN_LINES).join('\n')}`, ACTIONS[code] ?? NETWORK_ACTION);
}
