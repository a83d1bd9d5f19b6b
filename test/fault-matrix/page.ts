/** Writes docs/fault-matrix.md from what was played, so that nobody types it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { CHAOS_PACKAGES } from '../chaos/packages';
import { GROUPS, type CellEnd, type Group } from './cell';
import { totalsOf } from './totals';

const FILE = join(import.meta.dirname, '..', '..', 'docs', 'fault-matrix.md');
const PACKAGES = Object.keys(CHAOS_PACKAGES);
const MARKS = { pass: '✓', fail: '✗', none: '·' } as const;

/** What each group is, and when a cell of it passes. */
const GROUP_WORDS: Readonly<Record<Group, readonly [title: string, passes: string]>> = {
  K1: ['Killed once (SIGKILL), at every boundary', 'one right document for each work order after the next start'],
  K2: ['Killed twice: at a boundary, and again during the recovery', 'the same'],
  K3: ['Killed at random moments, while the package fails on three lives in ten', 'the same, and a sound database'],
  N1: ['Connection', 'unknown outcomes are looked up; a pull goes on at its page'],
  N2: ['Time', 'nothing is sent again before the quiet period and a look-up'],
  N3: ['Status', 'no request within Retry-After; only a refusal of the content is final, and holds up nobody else'],
  N4: ['Body', 'a create becomes unknown and is looked up; a page is refused, and the mark does not move'],
  A: ['Login and tokens', 'no needless log-out; after a log-in everything that waited goes out once'],
  T: ['Clock and time zone', 'nothing depends on the clock of the computer but what is shown'],
  S: ['Sleep', 'the quiet period begins again; no burst of what became due meanwhile'],
  D: ['Disk', 'nothing is sent whose intent cannot be written; the office is told; nothing is damaged'],
  I: ['Two programs', 'one of them works, the other says why not'],
  B: ['Backup put back', 'looked up first, nothing twice'],
  E: ['Changes by the office between archiving and the answer', 'the document as it was frozen, once'],
  M: ['Update of the database', 'goes on or refuses, never half'],
};

export async function pageOf(ends: readonly CellEnd[]): Promise<string> {
  const notes: string[] = [];
  const parts = [
    INTRODUCTION,
    table(
      ['group', 'cells', 'pass', 'fail'],
      totalsOf(ends).map(({ group, cells, failed }) => [
        `${group}: ${GROUP_WORDS[group][0]}`,
        String(cells),
        String(cells - failed),
        String(failed),
      ]),
    ),
    ...notPlayed(ends),
    ...totalsOf(ends).flatMap(({ group }) => {
      const [title, passes] = GROUP_WORDS[group];
      const own = ends.filter((end) => end.group === group);
      return [`## ${group}. ${title}`, `Passes when: ${passes}.`, groupTable(own, notes)];
    }),
    ...(notes.length === 0 ? [] : ['## What failed', notes.map((note, index) => `${index + 1}. ${note}`).join('\n')]),
  ];
  const options = await resolveConfig(FILE);
  return format(parts.join('\n\n'), { ...options, parser: 'markdown' });
}

/** What this page says nothing of; none when everything was played. */
function notPlayed(ends: readonly CellEnd[]): readonly string[] {
  const groups = GROUPS.filter((group) => !ends.some((end) => end.group === group));
  const packages = PACKAGES.filter((name) => !ends.some((end) => end.package === name));
  const missing = [...groups.map((group) => `group ${group}`), ...packages];
  return missing.length === 0 ? [] : [`Not played when this page was written: ${missing.join(', ')}.`];
}

export async function writePage(ends: readonly CellEnd[]): Promise<void> {
  writeFileSync(FILE, await pageOf(ends));
}

function groupTable(ends: readonly CellEnd[], notes: string[]): string {
  const calls = [...new Set(ends.map(({ call }) => call))];
  const faults = [...new Set(ends.map(({ fault }) => fault))];
  const packages = PACKAGES.filter((name) => ends.some((end) => end.package === name));
  const mark = (fault: string, call: string, packageName: string): string => {
    const end = ends.find((one) => one.fault === fault && one.call === call && one.package === packageName);
    if (end === undefined) return MARKS.none;
    if (end.result === 'pass') return MARKS.pass;
    notes.push(`${end.group}, ${packageName}, ${call}, ${fault}: ${end.note}`);
    return `${MARKS.fail}[${notes.length}]`;
  };
  const marks = (fault: string, call: string): string => {
    const own = packages.map((packageName) => mark(fault, call, packageName));
    return own.every((one) => one === MARKS.none) ? '' : own.join(' ');
  };
  const legend = packages.length === 1 ? `Played with ${packages[0] ?? ''}.` : `Marks: ${packages.join(', ')}.`;
  return `${legend}\n\n${table(
    ['fault', ...calls],
    faults.map((fault) => [fault, ...calls.map((call) => marks(fault, call))]),
  )}`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const INTRODUCTION = `# Fault matrix

What goes wrong, where, and whether Simon still delivers each archived work order once. Written by
\`npm run fault-matrix -- --markdown\`, not by hand. Every cell is a world of its own: the real engine, its database in its own
thread with a file on the disk, and HTTP over real sockets to the simulator of the package. In the groups with a clock of
their own it stands still while anything is under way, and leaps when nothing is: a quiet period takes milliseconds, and no
cell is decided by how fast the machine is. Groups K and I are real processes.

\`\`\`sh
npm run fault-matrix                                  # everything; exit code 1 when a cell fails
npm run fault-matrix -- --only N3 --package billit    # one group, one package
npm run --silent fault-matrix -- --json               # one JSON object with every cell
\`\`\`

After each cell an auditor compares the books of the package with the queue and the tables: one document for each archived
work order, with the right customer and lines; every PDF once; customers and articles row by row; nothing stuck; no second
create before the quiet period and a look-up; nothing called while it asked to wait; \`integrity_check\`. What the office was
told must be of the right kind: tried again by itself, for the office, or a login.

The cells that need a small or read-only disk are left out where this process may not mount one. Not played: a disk that
fails to read, a disk without inodes, two users of the operating system on one folder, a copy of the data on a second
computer, and a process that is stopped in the middle of a delivery (group S stops the clock of durations in its place).

${MARKS.pass} pass, ${MARKS.fail} fail (with its note below), ${MARKS.none} the package has no such call. Simon never writes back to customers or articles, so
that the call "write-back" does not exist. At Billit the PDFs go in the call that creates the invoice; SnelStart and
e-Boekhouden take none.`;
