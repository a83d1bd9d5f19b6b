/**
 * How far a list was read, by the package's own clock.
 *
 * `LastModified` comes without a zone, and whether it is the clock of Brussels or UTC is not documented. So a new read asks
 * for what changed since the newest moment seen (the high-water mark), and all arithmetic is on the package's own texts.
 * The next reads look back behind that moment, for what may not have been visible yet:
 *
 * 1. rows that changed while the list was read, on a page that was already behind us: as long as the read took;
 * 2. changes that were stamped earlier and became visible later: 5 minutes;
 * 3. the hour that a wall clock skips in March and repeats in October: 60 minutes.
 *
 * Looking back costs the same rows again, and an import gives thousands of products one and the same moment. So it ends
 * once the mark stood still for as long as anything may come late: 5 minutes, or 65 when the mark lies in the hour that is
 * repeated. From then on the read begins at the next whole second: the package's clock is minutes past it, so nothing new
 * can be stamped before. Whole seconds, because a fraction in a literal is documented nowhere.
 */
import { z } from 'zod';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const LATE_MS = 5 * MINUTE_MS;
const CLOCK_CHANGE_MS = 60 * MINUTE_MS;
/** For a read that took less than no time, because somebody set the clock back meanwhile: more than it ever takes. */
const UNKNOWN_DURATION_MS = 24 * 60 * MINUTE_MS;

export const highWaterSchema = z.object({
  /** Newest moment seen, as the package wrote it. */
  moment: z.string(),
  /** How far the next read looks back; 0 = the mark stood still long enough. */
  lookBackMs: z.number(),
  /** When the read that first saw it ended (UTC ms of this computer). */
  seenAtMs: z.number(),
});
export type HighWater = z.infer<typeof highWaterSchema>;

/** From which moment on the next read asks; null = everything. */
export function readFrom(mark: HighWater | null): string | null {
  if (mark === null) return null;
  return earlier(mark.moment, mark.lookBackMs === 0 ? -SECOND_MS : mark.lookBackMs);
}

/**
 * The mark after a whole read.
 *
 * @param before the mark it started from
 * @param newest the newest moment among its rows; null when there were none
 * @param startedAtMs @param endedAtMs by the clock of this computer (UTC ms)
 */
export function afterRead(
  before: HighWater | null,
  newest: string | null,
  startedAtMs: number,
  endedAtMs: number,
): HighWater | null {
  const tookMs = endedAtMs < startedAtMs ? UNKNOWN_DURATION_MS : endedAtMs - startedAtMs;
  const lookBackMs = tookMs + LATE_MS + CLOCK_CHANGE_MS;
  if (newest !== null && (before === null || newest > before.moment)) {
    return { moment: newest, lookBackMs, seenAtMs: endedAtMs };
  }
  if (before === null || before.lookBackMs === 0) return before;
  const stoodStillMs = startedAtMs - before.seenAtMs;
  return { ...before, lookBackMs: stoodStillMs >= settleMs(before.moment) ? 0 : lookBackMs };
}

/** The newer of two moments of the package. As texts: they differ at most in the digits behind the second. */
export const newer = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

/** The whole second, on the package's clock, that lies that much (milliseconds) before a moment of it. */
export function earlier(moment: string, ms: number): string {
  return new Date(Date.parse(`${moment.slice(0, 19)}Z`) - ms).toISOString().slice(0, 19);
}

const settleMs = (moment: string): number => LATE_MS + (isInRepeatedHour(moment) ? CLOCK_CHANGE_MS : 0);

/** Two to three o'clock on the last Sunday of October. */
function isInRepeatedHour(moment: string): boolean {
  const [day = '', time = ''] = moment.split('T');
  const date = new Date(`${day}T00:00:00Z`);
  const isLastSunday = date.getUTCMonth() === 9 && date.getUTCDay() === 0 && date.getUTCDate() >= 25;
  return isLastSunday && time.startsWith('02:');
}
