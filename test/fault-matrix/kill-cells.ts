/** Groups K1 to K3: a real process with a real database, killed with SIGKILL (test/chaos/kill). */
import { SeededRandom } from '../../connectors/_kit/simulator/random';
import { boundariesOf, killAt, killAtRandom } from '../chaos/kill/kills';
import type { Violation } from '../chaos/violation';
import type { Cell, Workshop } from './cell';

/** The package of the process that is killed. */
const PACKAGE = 'snelstart';
/** `npm run chaos:kill` kills as often as one likes. */
const RANDOM_KILLS = 50;
/** How many moments of the recovery each second kill strikes at, and how many of the delivery each first one. */
const SIDE = 11;

/** `boundaries`: those of a life that nothing disturbs, see `boundariesOf`. */
export function killCells(boundaries: readonly string[]): readonly Cell[] {
  const seen = new Map<string, number>();
  const named = boundaries.map((boundary, index) => {
    const count = (seen.get(boundary) ?? 0) + 1;
    seen.set(boundary, count);
    return { boundary, count, point: index + 1 };
  });
  // Of the last document, when everything else is in motion.
  const from = boundaries.lastIndexOf('workOrders.archive after');
  const firsts = spread(named.slice(from));
  const seconds = spread(named);
  const cell = (group: 'K1' | 'K2' | 'K3', fault: string, call: string, play: Cell['play']): Cell => ({
    group,
    call,
    package: PACKAGE,
    fault,
    play,
  });
  return [
    ...named.map(({ boundary, count, point }) =>
      cell('K1', boundary, `time ${count}`, (workshop) => killed(workshop, [point])),
    ),
    ...firsts.flatMap((first) =>
      seconds.map((second) =>
        cell('K2', `${first.boundary} (${first.point})`, String(second.point), (workshop) =>
          killed(workshop, [first.point, second.point]),
        ),
      ),
    ),
    cell('K3', `${RANDOM_KILLS} kills in one life`, 'any moment', async (workshop) => {
      const random = new SeededRandom(RANDOM_KILLS, 'kills');
      const { found } = await killAtRandom(victimOf(workshop), RANDOM_KILLS, random);
      return found.map(sentence);
    }),
  ];
}

export const killBoundaries = (workshop: Workshop): Promise<readonly string[]> => boundariesOf(victimOf(workshop));

async function killed(workshop: Workshop, points: readonly number[]): Promise<readonly string[]> {
  const found = await killAt(victimOf(workshop), points);
  return found === null ? ['it ended before'] : found.map(sentence);
}

const sentence = ({ kind, detail }: Violation): string => `${kind}: ${detail}`;

function victimOf({ victimFile }: Workshop) {
  if (victimFile === null) throw new Error('The program that is killed was not built');
  return { program: victimFile, broken: null };
}

/** As many of them as one side has, from the first to the last. */
function spread<T>(all: readonly T[]): readonly T[] {
  if (all.length <= SIDE) return all;
  return Array.from({ length: SIDE }, (_, index) => all[Math.round((index * (all.length - 1)) / (SIDE - 1))]).filter(
    (one) => one !== undefined,
  );
}
