import { practiceChangeMs, workingDayMs } from '../../../_kit/simulator/practice/moments';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Stamp } from '../model';

/** A moment of change in the practice books. */
export const practiceStamp = (random: SeededRandom): Stamp => withTicks(random, practiceChangeMs(random));

/** A moment in the working hours of a day (`YYYY-MM-DD`). */
export const workingDayStamp = (random: SeededRandom, day: string): Stamp =>
  withTicks(random, workingDayMs(random, day));

const withTicks = (random: SeededRandom, atMs: number): Stamp => ({ atMs, ticks: random.whole(0, 9999) });
