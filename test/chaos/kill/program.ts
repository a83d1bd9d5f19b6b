/**
 * The last step of `npm run chaos:kill`.
 *
 *   program [--kills N] [--break NAME|list] [--json]
 *
 * Kills the program at every boundary, each time in a world of its own, and then so many times at random moments in one
 * long life. Exit code 1 when something was lost, sent twice, or damaged; with `--break` when nothing was: the engine is
 * wrong on purpose, and that must be seen.
 */
import { parseArgs } from 'node:util';
import { SeededRandom } from '../../../connectors/_kit/simulator/random';
import { BREAKS } from '../breaks';
import { buildVictim } from './build';
import { boundariesOf, killAtEveryPoint, killAtRandom, WORK_ORDERS_AT_A_POINT, type Found } from './kills';
import type { Victim } from './killing-ground';

const DEFAULT_KILLS = 200;
const MOST_KILLS = 100_000;
/** What a kill can show; the other breaks need troubles that only `npm run chaos` makes. */
const SHOWN_BY_KILLS = [
  'intent-after-send',
  'done-before-send',
  'restart-forgets-sending',
  'outbox-no-lookup',
] as const;

interface KillArguments {
  readonly kills: number;
  readonly broken: string | null;
  readonly json: boolean;
}

function readArguments(): KillArguments {
  const { values } = parseArgs({
    options: { kills: { type: 'string' }, break: { type: 'string' }, json: { type: 'boolean' } },
  });
  const kills = Number(values.kills ?? DEFAULT_KILLS);
  if (!Number.isInteger(kills) || kills < 0 || kills > MOST_KILLS) {
    throw new Error(`--kills is a whole number from 0 to ${MOST_KILLS}.`);
  }
  const names = ['list', ...SHOWN_BY_KILLS];
  if (values.break !== undefined && !names.includes(values.break)) {
    throw new Error(`--break is one of: ${names.join(', ')}.`);
  }
  return { kills, broken: values.break ?? null, json: values.json === true };
}

async function run({ kills, broken, json }: KillArguments): Promise<number> {
  if (broken === 'list') {
    for (const name of SHOWN_BY_KILLS) console.log(`${name.padEnd(30)} ${BREAKS[name]?.what ?? ''}`);
    return 0;
  }
  const startedMs = performance.now();
  const programs = await buildVictim();
  try {
    const victim: Victim = { program: programs.file('victim'), broken };
    // Before the first document is on its way there is nothing to break.
    const first = broken === null ? 1 : (await boundariesOf(victim)).indexOf('workOrders.archive after') + 1;
    const isEnough = (found: readonly Found[]): boolean => broken !== null && found.length > 0;
    const exhaustive = await killAtEveryPoint(victim, Math.max(1, first), isEnough);
    const isCaught = exhaustive.found.length > 0;
    const random = await killAtRandom(
      victim,
      broken !== null && isCaught ? 0 : kills,
      new SeededRandom(Date.now() % 2 ** 31, 'kills'),
    );
    const violations = [...exhaustive.found, ...random.found];
    for (const { point, kind, detail } of violations)
      console.error(`Point ${point ?? 'at random'}: ${kind}, ${detail}`);
    const report = {
      ...(broken === null ? {} : { break: broken, caught: violations.length > 0 }),
      points: exhaustive.points,
      kills: random.killed,
      workOrders: exhaustive.points * WORK_ORDERS_AT_A_POINT + random.workOrders,
      violations,
      durationMs: Math.round(performance.now() - startedMs),
    };
    console.log(JSON.stringify(report, null, json ? 0 : 2));
    return (violations.length === 0) === (broken === null) ? 0 : 1;
  } finally {
    programs.remove();
  }
}

try {
  process.exitCode = await run(readArguments());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
