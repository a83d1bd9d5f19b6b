import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Stamp } from '../model';

/** The books began on 4 January 2021 and nobody touched them after 28 June 2024, 17:00 UTC. */
const FIRST_CHANGE_MS = Date.UTC(2021, 0, 4, 7, 0);
export const LAST_CHANGE_MS = Date.UTC(2024, 5, 28, 17, 0);

/** A moment of change in the practice books; whole seconds, tenths and milliseconds all occur, as in real books. */
export function practiceStamp(random: SeededRandom): Stamp {
  const atMs = random.whole(FIRST_CHANGE_MS, LAST_CHANGE_MS);
  const digits = random.whole(0, 3);
  const unitMs = 10 ** (3 - digits);
  return { atMs: Math.floor(atMs / unitMs) * unitMs, ticks: random.whole(0, 9999) };
}

/** A moment in the working hours of a day (`YYYY-MM-DD`). */
export function workingDayStamp(random: SeededRandom, day: string): Stamp {
  const openingMs = Date.parse(`${day}T06:00:00Z`);
  return { atMs: openingMs + random.whole(0, 9 * 3_600_000), ticks: random.whole(0, 9999) };
}
