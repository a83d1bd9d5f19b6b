import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../connectors/_kit/office-zone';
import { problem, type Problem } from '../../connectors/_kit/problem';
import type { Time } from '../ports';
import { isClockWrong } from './clock-ahead';
import type { Connection } from './connection';
import type { Journal } from './journal';

export interface ClockWatch {
  /** Problem `clock-wrong` while the clock of the computer and that of the package differ by more than a day, else null. */
  readonly problem: () => Problem | null;
  /** The connection learned something: tells the office once that the clock is wrong, and once that it is right again. */
  readonly look: () => Promise<void>;
}

/** Documents carry the day of archiving by the clock of the computer, so the office must know when that is wrong. */
export function createClockWatch(
  connection: Pick<Connection, 'status'>,
  journal: Pick<Journal, 'write'>,
  time: Pick<Time, 'nowMs'>,
): ClockWatch {
  let isToldWrong = false;
  const found = (): { readonly here: string; readonly there: string } | null => {
    const { clockAheadMs } = connection.status();
    if (clockAheadMs === null || !isClockWrong(clockAheadMs)) return null;
    const nowMs = time.nowMs();
    return { here: moment(nowMs), there: moment(nowMs - clockAheadMs) };
  };
  return {
    problem: () => {
      const times = found();
      return times && problem('blocked', 'clock-wrong', times);
    },
    look: async () => {
      const times = found();
      if ((times !== null) === isToldWrong) return;
      isToldWrong = times !== null;
      await journal.write((log, now) => (times === null ? log.clockRight(now) : log.clockWrong(now, times)));
    },
  };
}

const moment = (atMs: number): string => DateTime.fromMillis(atMs, { zone: OFFICE_ZONE }).toFormat('dd-MM-yyyy HH:mm');
