import { parseDate } from '@internationalized/date';
import type { TimeElsewhere, TimeEntry } from '../../../preload/contract/views';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { useLoaded } from '../../ui/use-loaded';

const NOTHING: readonly TimeElsewhere[] = [];

/**
 * What the employees of these times booked on other work orders, on the same days and those beside them: a night may reach
 * into the next day. `exceptId` is the work order that the times stand on; null for a new one.
 */
export function useTimesElsewhere(times: readonly TimeEntry[], exceptId: number | null): readonly TimeElsewhere[] {
  const employeeIds = [...new Set(times.flatMap(({ employeeId }) => employeeId ?? []))].sort((a, b) => a - b);
  const days = times.map(({ date }) => date).sort();
  const [first, last] = [days[0], days.at(-1)];
  const read = async (): Promise<readonly TimeElsewhere[]> => {
    if (first === undefined || last === undefined || employeeIds.length === 0) return NOTHING;
    const [fromDay, toDay] = [parseDate(first).subtract({ days: 1 }), parseDate(last).add({ days: 1 })];
    return api.workOrders.timesElsewhere({
      exceptId,
      employeeIds,
      fromDay: fromDay.toString(),
      toDay: toDay.toString(),
    });
  };
  const key = [exceptId, first, last, ...employeeIds].join(' ');
  return useLoaded(read, key, useRevision('workOrders')).value ?? NOTHING;
}
