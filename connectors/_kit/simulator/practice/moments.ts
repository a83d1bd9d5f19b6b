import type { SeededRandom } from '../random';

/** The books began on 4 January 2021 and nobody touched them after 28 June 2024, 17:00 UTC. */
const FIRST_CHANGE_MS = Date.UTC(2021, 0, 4, 7, 0);
export const LAST_CHANGE_MS = Date.UTC(2024, 5, 28, 17, 0);

/** A moment of change, UTC milliseconds; whole seconds, tenths and milliseconds all occur, as in real books. */
export function practiceChangeMs(random: SeededRandom): number {
  const atMs = random.whole(FIRST_CHANGE_MS, LAST_CHANGE_MS);
  const unitMs = 10 ** random.whole(0, 3);
  return Math.floor(atMs / unitMs) * unitMs;
}

/** A moment in the working hours of a day (`YYYY-MM-DD`), UTC milliseconds. */
export const workingDayMs = (random: SeededRandom, day: string): number =>
  Date.parse(`${day}T06:00:00Z`) + random.whole(0, 9 * 3_600_000);
