/**
 * The last step of `npm run chaos`.
 *
 *   program [--seed N] [--cycles N] [--package NAME] [--break NAME|all|list] [--json]
 *
 * Exit code 1 when something was found, or a break was not; 2 when the command line is wrong.
 */
import { readArguments, type ChaosArguments } from './arguments';
import { BREAKS } from './breaks';
import { catchBreak, type BreakEnd } from './catch-break';
import { playTogether } from './players';
import { Tally } from './tally';

const DEFAULT_CYCLES = 1_000;
const BETWEEN_PROGRESS_MS = 5_000;

async function run(args: ChaosArguments): Promise<number> {
  if (args.broken === 'list') {
    for (const [name, { what }] of Object.entries(BREAKS)) console.log(`${name.padEnd(30)} ${what}`);
    return 0;
  }
  console.error(`Seed ${args.seed}`);
  if (args.broken === null) return playAsItIs(args);
  const names = args.broken === 'all' ? Object.keys(BREAKS) : [args.broken];
  const ends: BreakEnd[] = [];
  for (const name of names) {
    const end = await catchBreak(name, args.seed, args.cycles);
    ends.push(end);
    console.error(lineOf(end));
  }
  if (args.json || args.broken !== 'all') console.log(JSON.stringify(args.broken === 'all' ? ends : ends[0]));
  else for (const end of ends) console.log(lineOf(end));
  return ends.every(({ caught }) => caught) ? 0 : 1;
}

const lineOf = (end: BreakEnd): string =>
  `${end.break.padEnd(30)} ${end.caught ? 'caught' : 'NOT CAUGHT'} after ${String(end.cycles).padStart(5)} cycles  ${end.violation?.kind ?? ''}`;

async function playAsItIs({ seed, cycles, package: packageName, json }: ChaosArguments): Promise<number> {
  const tally = new Tally();
  const startedMs = performance.now();
  let toldMs = startedMs;
  await playTogether({ seed, cycles: cycles ?? DEFAULT_CYCLES, broken: null, package: packageName }, (world) => {
    tally.add(world);
    for (const { kind, detail } of world.violations)
      console.error(`Seed ${world.seed}, ${world.package}: ${kind}, ${detail}`);
    if (performance.now() - toldMs > BETWEEN_PROGRESS_MS) {
      toldMs = performance.now();
      console.error(`${tally.cycles} cycles in ${Math.round((toldMs - startedMs) / 1000)} s`);
    }
    return true;
  });
  const report = { seed, ...tally.report(), durationMs: Math.round(performance.now() - startedMs) };
  console.log(json ? JSON.stringify(report) : JSON.stringify(report, null, 2));
  return tally.violations.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await run(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
