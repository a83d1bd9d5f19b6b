/**
 * The last step of `npm run fault-matrix`.
 *
 *   program [--only GROUP]... [--package NAME] [--json] [--markdown]
 *
 * Exit code 1 when a cell failed, 2 when the command line is wrong.
 */
import { readArguments, type MatrixArguments } from './arguments';
import type { CellEnd } from './cell';
import { chosenCells } from './cells';
import { writePage } from './page';
import { playTogether } from './players';
import { totalsOf } from './totals';
import { openWorkshop } from './workshop';

const BETWEEN_PROGRESS_MS = 10_000;

async function run(args: MatrixArguments): Promise<number> {
  const startedMs = performance.now();
  const { workshop, close } = await openWorkshop(args);
  const planned = chosenCells(args, workshop);
  const left = new Map(totalsOf(planned).map(({ group, cells }) => [group, cells]));
  const ends: CellEnd[] = [];
  let toldMs = startedMs;
  await playTogether(args, workshop, (end) => {
    ends.push(end);
    const { group, package: packageName, call, fault, result, note } = end;
    if (result === 'fail') console.error(`FAIL ${group}, ${packageName}, ${call}, ${fault}: ${note}`);
    if (performance.now() - toldMs > BETWEEN_PROGRESS_MS) {
      toldMs = performance.now();
      console.error(`${ends.length} of ${planned.length} cells in ${Math.round((toldMs - startedMs) / 1000)} s`);
    }
    const open = (left.get(group) ?? 0) - 1;
    left.set(group, open);
    const [done] = totalsOf(ends.filter((one) => one.group === group));
    if (open === 0 && done !== undefined) console.error(`${group}: ${done.cells} cells, ${done.failed} failed`);
  }).finally(close);
  const order = new Map(planned.map((cell, index) => [keyOf(cell), index]));
  ends.sort((one, other) => (order.get(keyOf(one)) ?? 0) - (order.get(keyOf(other)) ?? 0));
  const failed = ends.filter(({ result }) => result === 'fail').length;
  const report = { cells: ends.length, passed: ends.length - failed, failed, groups: totalsOf(ends) };
  const durationMs = Math.round(performance.now() - startedMs);
  console.log(
    args.json ? JSON.stringify({ ...report, durationMs, ends }) : JSON.stringify({ ...report, durationMs }, null, 2),
  );
  if (args.markdown) await writePage(ends);
  return failed === 0 ? 0 : 1;
}

const keyOf = ({ group, package: packageName, call, fault }: Omit<CellEnd, 'result' | 'note'>): string =>
  [group, packageName, call, fault].join('|');

try {
  process.exitCode = await run(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
