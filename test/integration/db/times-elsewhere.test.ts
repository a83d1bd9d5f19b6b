import { expect, test } from 'vitest';
import type { TimeEntry } from '../../../preload/contract/views';
import { NOON, openTempStore } from './open-temp-store';
import { draft, value } from './records';

test('what employees booked on other work orders is told for the days that are asked for, with its work order', () => {
  const { store } = openTempStore();
  const [piet, anna] = [store.employees.add('Piet').id, store.employees.add('Anna').id];
  const time = (employeeId: number | null, date: string, startMinute: number | null): TimeEntry => ({
    employeeId,
    kind: 'work',
    date,
    startMinute,
    minutes: 60,
    note: '',
  });
  const make = (...times: readonly TimeEntry[]) => value(store.workOrders.create(draft({ times }), NOON));
  const first = make(time(piet, '2026-03-01', 480), time(anna, '2026-03-02', 500), time(piet, '2026-03-04', 0));
  const second = make(time(piet, '2026-03-02', null), time(null, '2026-03-02', 480));

  const asked = { fromDay: '2026-03-01', toDay: '2026-03-03' };
  const ofPiet = (exceptId: number | null) =>
    store.workOrders
      .timesElsewhere({ ...asked, exceptId, employeeIds: [piet] })
      .map(({ workOrder, date, startMinute }) => [workOrder, date, startMinute]);
  expect(ofPiet(null)).toEqual([
    [first.number, '2026-03-01', 480],
    [second.number, '2026-03-02', null],
  ]);
  expect(ofPiet(second.id)).toEqual([[first.number, '2026-03-01', 480]]);
  expect(store.workOrders.timesElsewhere({ ...asked, exceptId: first.id, employeeIds: [anna] })).toEqual([]);
});
