import type { RemoteStore } from '../../db/store';
import type { DaySpan } from '../../db/whole-lists';
import type { ListRows } from './list-columns';
import type { PricedTime } from './time-columns';

/** Booked time by employee and day. */
export function createPricedTimes({ wholeLists }: Pick<RemoteStore, 'wholeLists'>) {
  return async (span: DaySpan): Promise<ListRows<PricedTime>> => {
    const keepers = await wholeLists.timeKeepers(span);
    return {
      total: keepers.reduce((sum, { count }) => sum + count, 0),
      pages: async function* () {
        for (const { employeeId } of keepers) {
          const times = await wholeLists.times({ ...span, employeeId });
          yield times.map((time) => ({ ...time, amountExclVat: null }));
        }
      },
    };
  };
}
