/**
 * The last step of `npm run chaos:kill`.
 *
 *   program [--kills N] [--json]
 *
 * Kills the program at every boundary, each time in a world of its own, and then so many times at random moments in one
 * long life. Exit code 1 when something was lost, sent twice, or damaged.
 */
import { parseArgs } from 'node:util';
import { SeededRandom } from '../../../connectors/_kit/simulator/random';
import type { Fault } from '../../../connectors/_kit/simulator/faults';
import type { Violation } from '../violation';
import { buildVictim } from './build';
import { KillingGround } from './killing-ground';

const DEFAULT_KILLS = 200;
const MOST_KILLS = 100_000;
/** The first one is made, the second finds everything in motion. */
const WORK_ORDERS_AT_A_POINT = 2;
const AT_ONCE = 2;
const SHARE_OF_FAULTS = 0.3;
const LONGEST_LIFE_MS = 2_500;
/** Loading takes so long that earlier nothing of ours runs. */
const SHORTEST_LIFE_MS = 300;

const FAULTS: readonly Fault['kind'][] = ['reset-after-commit', 'timeout-after-commit', 'truncated', 'status'];

interface Found extends Violation {
  /** The boundary, or null for the random kills. */
  readonly point: number | null;
}

/** Kills at one boundary, lets it recover, and looks. Null: the program ended before that boundary. */
async function killAtPoint(program: string, point: number): Promise<readonly Found[] | null> {
  const ground = await KillingGround.open(program);
  try {
    const { answer } = await ground.live({ workOrders: WORK_ORDERS_AT_A_POINT, killAt: point });
    if (answer !== null) return null;
    await ground.live({ workOrders: WORK_ORDERS_AT_A_POINT, killAt: null });
    return ground.audit(WORK_ORDERS_AT_A_POINT).map((one) => ({ ...one, point }));
  } finally {
    await ground.close();
  }
}

async function killAtEveryPoint(
  program: string,
): Promise<{ readonly points: number; readonly found: readonly Found[] }> {
  const found: Found[] = [];
  let last = Infinity;
  let next = 1;
  let points = 0;
  const work = async (): Promise<void> => {
    for (let point = next++; point < last; point = next++) {
      const outcome = await killAtPoint(program, point);
      if (outcome === null) {
        last = Math.min(last, point);
        return;
      }
      points += 1;
      found.push(...outcome);
      if (points % 10 === 0) console.error(`${points} points`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { points, found };
}

async function killAtRandom(
  program: string,
  kills: number,
  random: SeededRandom,
): Promise<{ readonly killed: number; readonly workOrders: number; readonly found: readonly Found[] }> {
  const ground = await KillingGround.open(program);
  try {
    let killed = 0;
    let workOrders = 1;
    while (killed < kills) {
      if (random.chance(SHARE_OF_FAULTS)) {
        const kind = random.pick(FAULTS);
        const status = kind === 'status' ? { status: 500, afterCommit: true } : {};
        ground.control.fault({ kind, ...status, match: { nth: random.whole(1, 12) } });
      }
      const { answer } = await ground.live(
        { workOrders, killAt: null },
        random.whole(SHORTEST_LIFE_MS, LONGEST_LIFE_MS),
      );
      // Whoever came to its end had enough time for all of them.
      if (answer === null) killed += 1;
      workOrders += random.whole(1, 3);
      if (killed % 20 === 0 && answer === null) console.error(`${killed} random kills`);
    }
    ground.control.clearFaults();
    await ground.live({ workOrders, killAt: null });
    return { killed, workOrders, found: ground.audit(workOrders).map((one) => ({ ...one, point: null })) };
  } finally {
    await ground.close();
  }
}

const { values } = parseArgs({ options: { kills: { type: 'string' }, json: { type: 'boolean' } } });
const kills = Number(values.kills ?? DEFAULT_KILLS);
if (!Number.isInteger(kills) || kills < 0 || kills > MOST_KILLS) {
  console.error(`--kills is a whole number from 0 to ${MOST_KILLS}.`);
  process.exit(2);
}
const startedMs = performance.now();
const program = await buildVictim();
const exhaustive = await killAtEveryPoint(program);
const random = await killAtRandom(program, kills, new SeededRandom(Date.now() % 2 ** 31, 'kills'));
const violations = [...exhaustive.found, ...random.found];
for (const { point, kind, detail } of violations) console.error(`Point ${point ?? 'at random'}: ${kind}, ${detail}`);
const report = {
  points: exhaustive.points,
  kills: random.killed,
  workOrders: exhaustive.points * WORK_ORDERS_AT_A_POINT + random.workOrders,
  violations,
  durationMs: Math.round(performance.now() - startedMs),
};
console.log(JSON.stringify(report, null, values.json === true ? 0 : 2));
process.exitCode = violations.length === 0 ? 0 : 1;
