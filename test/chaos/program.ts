/**
 * The last step of `npm run chaos`.
 *
 *   program [--seed N] [--cycles N] [--package NAME] [--break NAME|all|quick|list] [--json]
 *
 * Exit code 1 when something was found, or a break was not; 2 when the command line is wrong; 130 when it was stopped
 * (Ctrl-C) before the end and nothing was found until then, which it says as well.
 */
import { readArguments, type ChaosArguments } from './arguments';
import { BREAKS } from './breaks';
import { catchBreak, catchBreakAgain, type BreakEnd } from './catch-break';
import { playTogether } from './players';
import { Tally } from './tally';

const DEFAULT_CYCLES = 1_000;
const BETWEEN_PROGRESS_MS = 5_000;
/** What shells say of a program that was interrupted. */
const STOPPED = 130;

async function run(args: ChaosArguments, isStopped: () => boolean): Promise<number> {
  const { broken, seed } = args;
  if (broken === 'list') {
    for (const [name, { what }] of Object.entries(BREAKS)) console.log(`${name.padEnd(30)} ${what}`);
    return 0;
  }
  console.error(`Seed ${seed}`);
  if (broken === null) return playAsItIs(args, isStopped);
  const isMany = broken === 'all' || broken === 'quick';
  const ends: BreakEnd[] = [];
  for (const name of isMany ? Object.keys(BREAKS) : [broken]) {
    if (isStopped()) break;
    const shownBy = BREAKS[name]?.seed;
    if (broken === 'quick' && shownBy === undefined) continue;
    const end = await (broken === 'quick' && shownBy !== undefined
      ? catchBreakAgain(name, shownBy)
      : catchBreak(name, seed, args.cycles));
    ends.push(end);
    const tell = args.json || !isMany ? console.error : console.log;
    tell(lineOf(end));
  }
  if (args.json || !isMany) console.log(JSON.stringify(isMany ? ends : ends[0]));
  return ends.every(({ caught }) => caught) ? 0 : 1;
}

const lineOf = (end: BreakEnd): string =>
  `${end.break.padEnd(30)} ${end.caught ? 'caught' : 'NOT CAUGHT'} after ${String(end.cycles).padStart(5)} cycles  ${end.violation?.kind ?? ''}`;

async function playAsItIs(args: ChaosArguments, isStopped: () => boolean): Promise<number> {
  const { seed, cycles, package: packageName, json } = args;
  const tally = new Tally();
  const startedMs = performance.now();
  let toldMs = startedMs;
  await playTogether({ seed, cycles: cycles ?? DEFAULT_CYCLES, broken: null, package: packageName }, (world) => {
    tally.add(world);
    for (const { kind, detail } of world.violations)
      console.error(`Seed ${world.seed}, ${world.package}: ${kind}, ${detail}`);
    if (performance.now() - toldMs > BETWEEN_PROGRESS_MS) {
      toldMs = performance.now();
      const seconds = Math.round((toldMs - startedMs) / 1000);
      console.error(`${tally.cycles} cycles in ${seconds} s, ${tally.found} violations`);
    }
    return !isStopped();
  });
  const stopped = isStopped() ? { stopped: true } : {};
  const report = { seed, ...stopped, ...tally.report(), durationMs: Math.round(performance.now() - startedMs) };
  console.log(json ? JSON.stringify(report) : JSON.stringify(report, null, 2));
  if (tally.found > 0) return 1;
  return isStopped() ? STOPPED : 0;
}

let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (isStopped = true));
try {
  process.exitCode = await run(readArguments(process.argv.slice(2)), () => isStopped);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
