/** Kills a program at chosen and at random moments, lets it start again, and looks what became of its work. */
import type { Fault } from '../../../connectors/_kit/simulator/faults';
import type { SeededRandom } from '../../../connectors/_kit/simulator/random';
import type { Violation } from '../violation';
import { KillingGround, type Victim } from './killing-ground';

/** The first one is made, the second finds everything in motion. */
export const WORK_ORDERS_AT_A_POINT = 2;
const AT_ONCE = 2;
const SHARE_OF_FAULTS = 0.3;
const LONGEST_LIFE_MS = 2_500;
/** Loading takes so long that earlier nothing of ours runs. */
const SHORTEST_LIFE_MS = 300;

const FAULTS: readonly Fault['kind'][] = ['reset-after-commit', 'timeout-after-commit', 'truncated', 'status'];

export interface Found extends Violation {
  /** The boundary, or null for the random kills. */
  readonly point: number | null;
}

/** The boundaries of a life that nothing disturbs, in words. */
export async function boundariesOf(victim: Victim): Promise<readonly string[]> {
  const ground = await KillingGround.open(victim);
  try {
    const { answer } = await ground.live({ workOrders: WORK_ORDERS_AT_A_POINT, killAt: null });
    return answer?.trail ?? [];
  } finally {
    await ground.close();
  }
}

/**
 * Kills at one boundary in each life, one life after the other, lets it recover, and looks. Null: the first life ended before
 * its boundary; a later one may.
 */
export async function killAt(victim: Victim, points: readonly number[]): Promise<readonly Violation[] | null> {
  const ground = await KillingGround.open(victim);
  try {
    for (const [life, killPoint] of points.entries()) {
      const { answer } = await ground.live({ workOrders: WORK_ORDERS_AT_A_POINT, killAt: killPoint });
      if (answer !== null && life === 0) return null;
    }
    await ground.live({ workOrders: WORK_ORDERS_AT_A_POINT, killAt: null });
    return ground.audit(WORK_ORDERS_AT_A_POINT);
  } finally {
    await ground.close();
  }
}

/**
 * At every boundary from the `first` on (1 = all), each time in a world of its own. `isEnough`: whether to stop with what was
 * found so far.
 */
export async function killAtEveryPoint(
  victim: Victim,
  first: number,
  isEnough: (found: readonly Found[]) => boolean,
): Promise<{ readonly points: number; readonly found: readonly Found[] }> {
  const found: Found[] = [];
  let last = Infinity;
  let next = first;
  let points = 0;
  const work = async (): Promise<void> => {
    for (let point = next++; point < last && !isEnough(found); point = next++) {
      const outcome = await killAt(victim, [point]);
      if (outcome === null) {
        last = Math.min(last, point);
        return;
      }
      points += 1;
      found.push(...outcome.map((one) => ({ ...one, point })));
      if (points % 10 === 0) console.error(`${points} points`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { points, found };
}

/** So many times in one long life, while the package fails on three lives in ten. */
export async function killAtRandom(
  victim: Victim,
  kills: number,
  random: SeededRandom,
): Promise<{ readonly killed: number; readonly workOrders: number; readonly found: readonly Found[] }> {
  const ground = await KillingGround.open(victim);
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
