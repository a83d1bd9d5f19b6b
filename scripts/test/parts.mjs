/** What `npm test` consists of, in its order: the quick checks first. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale } from '../launch/build.mjs';
import { packageProgram } from '../launch/package-program.mjs';
import { ROOT } from '../setup/checkout.mjs';
import { readPlaywrightReport } from './playwright-report.mjs';
import { readVitestReport } from './vitest-report.mjs';

/** @typedef {{ passed: number, failed: number }} Counts Numbers of tests. */

/**
 * @typedef {object} Part
 * @property {'lint' | 'types' | 'unit' | 'chaos' | 'e2e'} id
 * @property {string} title
 * @property {() => readonly (readonly string[])[]} commands Each a script for Node with its arguments; the arguments
 *   that the user gives go behind the last one.
 * @property {boolean} [atOnce] Whether the commands run beside each other: each of them keeps one processor busy, and says
 *   little.
 * @property {boolean} [besidePrevious] Whether it runs beside the part before it: both say little, and neither keeps all
 *   processors busy to its end.
 * @property {() => Promise<void>} [prepare] What must be there before the commands run.
 * @property {{ file: string, read: (text: string) => Counts }} [report] The runner's report, with the numbers of tests.
 */

const VITEST_REPORT = join(ROOT, 'out', 'test', 'vitest.json');

const CHAOS = [
  '--import',
  pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href,
  join(ROOT, 'test', 'chaos', 'program.ts'),
];

/** @type {readonly Part[]} */
export const PARTS = [
  {
    id: 'lint',
    title: 'Lint and formatting',
    atOnce: true,
    commands: () => [
      [packageProgram('eslint'), '.'],
      [packageProgram('prettier'), '--check', '.'],
    ],
  },
  {
    id: 'types',
    title: 'Types',
    atOnce: true,
    besidePrevious: true,
    commands: () => [
      [packageProgram('typescript', 'tsc'), '--noEmit', '-p', 'tsconfig.node.json'],
      [packageProgram('typescript', 'tsc'), '--noEmit', '-p', 'tsconfig.web.json'],
    ],
  },
  {
    id: 'unit',
    title: 'Unit, contract, integration and screen tests',
    commands: () => [
      [
        ...[packageProgram('vitest'), 'run', '--reporter=default', '--reporter=json'],
        `--outputFile.json=${VITEST_REPORT}`,
      ],
    ],
    report: { file: VITEST_REPORT, read: readVitestReport },
  },
  {
    id: 'chaos',
    title: 'Chaos (docs/reliability.md)',
    // Worlds that were always right, breaks that are always caught, and worlds that nobody saw before: their seed is printed.
    commands: () => [
      [...CHAOS, '--seed', '1', '--cycles', '5000'],
      [...CHAOS, '--break', 'quick'],
      [...CHAOS, '--cycles', '5000'],
    ],
  },
  {
    id: 'e2e',
    title: 'The real app (Playwright)',
    commands: () => [[packageProgram('@playwright/test', 'playwright'), 'test']],
    prepare: buildWhenStale,
    // The place is named in playwright.config.ts.
    report: { file: join(ROOT, 'out', 'e2e', 'report.json'), read: readPlaywrightReport },
  },
];

/**
 * @param {readonly Part[]} parts
 * @returns {readonly (readonly Part[])[]} Those of one group run beside each other, the groups one after another.
 */
export function groupsOf(parts) {
  /** @type {Part[][]} */
  const groups = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (part.besidePrevious && last !== undefined) last.push(part);
    else groups.push([part]);
  }
  return groups;
}
