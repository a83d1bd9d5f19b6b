/** When the office wants to hear nothing. Pure. */
import { DateTime } from 'luxon';
import type { QuietHours } from '../../preload/contract/app-settings';

/** More turns than a week has nights and days: seven quiet days never end. */
const MOST_TURNS = 16;

/**
 * How many milliseconds it stays quiet from `nowMs` (UTC) on; 0 = it is not quiet. A quiet day and the night that
 * touches it count as one. `zone`: that of the computer unless a test says otherwise.
 */
export function quietLeftMs(hours: QuietHours, nowMs: number, zone = 'local'): number {
  if (!hours.isOn) return 0;
  let end: DateTime = DateTime.fromMillis(nowMs, { zone });
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const next = endOfQuiet(hours, end);
    if (next === null) break;
    end = next;
  }
  return end.toMillis() - nowMs;
}

/** Null: it is not quiet at this moment. */
function endOfQuiet({ fromMinute, untilMinute, quietDays }: QuietHours, at: DateTime): DateTime | null {
  const today = at.startOf('day');
  if (quietDays.includes(at.weekday)) return today.plus({ days: 1 });
  const minute = at.hour * 60 + at.minute;
  const untilOn = (day: DateTime): DateTime =>
    day.set({ hour: Math.floor(untilMinute / 60), minute: untilMinute % 60 });
  if (fromMinute < untilMinute) {
    return minute >= fromMinute && minute < untilMinute ? untilOn(today) : null;
  }
  if (minute < untilMinute) return untilOn(today);
  return minute >= fromMinute ? untilOn(today.plus({ days: 1 })) : null;
}
