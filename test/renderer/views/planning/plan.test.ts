import { describe, expect, test } from 'vitest';
import { overlapsOf } from '../../../../renderer/views/planning/overlaps';
import { atTime, HOUR_MS, MINUTE_MS } from '../../../../renderer/i18n/office-clock';
import { endingAt, onDay, segmentOf, snapped, startingAt } from '../../../../renderer/views/planning/plan';
import { planAt, type LaneTarget } from '../../../../renderer/views/planning/drop-target';
import type { PlannedWorkOrder } from '../../../../preload/contract/views';

let lastId = 0;
function planned(
  day: string,
  from: string,
  until: string | null,
  more: Partial<PlannedWorkOrder> = {},
): PlannedWorkOrder {
  lastId += 1;
  return {
    id: lastId,
    number: String(1000 + lastId),
    status: 'planned',
    version: 1,
    customerName: '',
    city: '',
    description: '',
    employeeId: 1,
    plannedStartAtMs: atTime(day, from),
    plannedEndAtMs: until === null ? null : atTime(day, until),
    ...more,
  };
}
const DAY = '2026-11-23';

describe('moving', () => {
  test('keeps the duration, and without one makes it an hour', () => {
    const start = atTime(DAY, '13:00');
    expect(startingAt(planned(DAY, '08:00', '10:30'), start)).toMatchObject({
      plannedStartAtMs: start,
      plannedEndAtMs: atTime(DAY, '15:30'),
    });
    expect(startingAt(planned(DAY, '08:00', null), start).plannedEndAtMs).toBeNull();
    const unplanned = { employeeId: null, plannedStartAtMs: null, plannedEndAtMs: null };
    expect(startingAt(unplanned, start).plannedEndAtMs).toBe(start + HOUR_MS);
    expect(onDay(unplanned, DAY, null).plannedStartAtMs).toBe(atTime(DAY, '08:00'));
  });

  test('to another day keeps the time of the clock when the clock changes', () => {
    const moved = onDay(planned('2026-03-27', '08:00', '10:00'), '2026-03-30', null);
    expect(moved).toMatchObject({
      plannedStartAtMs: atTime('2026-03-30', '08:00'),
      plannedEndAtMs: atTime('2026-03-30', '10:00'),
    });
  });

  test('one that lasts for days goes as far as the day by which it is held', () => {
    const long = planned(DAY, '10:00', null, { plannedEndAtMs: atTime('2026-11-25', '15:00') });
    expect(onDay(long, '2026-11-26', '2026-11-24')).toMatchObject({
      plannedStartAtMs: atTime('2026-11-25', '10:00'),
      plannedEndAtMs: atTime('2026-11-27', '15:00'),
    });
  });

  test('falls on quarters, and never ends before a quarter after its start', () => {
    expect(snapped(atTime(DAY, '08:08'))).toBe(atTime(DAY, '08:15'));
    expect(snapped(atTime(DAY, '08:07'))).toBe(atTime(DAY, '08:00'));
    expect(endingAt(planned(DAY, '08:00', '10:00'), atTime(DAY, '07:00')).plannedEndAtMs).toBe(atTime(DAY, '08:15'));
  });
});

describe('dropping on the column of a day', () => {
  const lane = (day: string): LaneTarget => ({
    kind: 'lane',
    employeeId: 2,
    day,
    element: () => ({ getBoundingClientRect: () => ({ top: 100, height: 2_400 }) }) as Element,
  });

  test('takes the time from the height, and the employee from the column', () => {
    const row = planned(DAY, '08:00', '10:00');
    const part = { startMs: row.plannedStartAtMs, day: DAY, lane: lane(DAY) };
    const plan = planAt({ kind: 'move', row, part }, lane(DAY), 100 + 1_312, 0);
    expect(plan).toMatchObject({
      employeeId: 2,
      plannedStartAtMs: atTime(DAY, '13:00'),
      plannedEndAtMs: atTime(DAY, '15:00'),
    });
  });

  test.each([
    // The column is 23 or 25 hours high; 03:30 lies two and a half, or four and a half hours below its top.
    ['2026-03-29', 2.5 / 23],
    ['2026-10-25', 4.5 / 25],
  ])('on %s the height counts the hours that there are', (day, share) => {
    const row = planned(DAY, '08:00', '09:00');
    const plan = planAt({ kind: 'move', row, part: null }, lane(day), 100 + 2_400 * share, 0);
    expect(plan?.plannedStartAtMs).toBe(atTime(day, '03:30'));
  });

  test('stays on the day', () => {
    const row = planned(DAY, '08:00', '09:00');
    const above = planAt({ kind: 'move', row, part: null }, lane(DAY), -500, 0);
    const below = planAt({ kind: 'move', row, part: null }, lane(DAY), 9_000, 0);
    expect(above?.plannedStartAtMs).toBe(atTime(DAY, '00:00'));
    expect(below?.plannedStartAtMs).toBe(atTime(DAY, '23:45'));
  });

  test('nowhere changes nothing', () => {
    expect(planAt({ kind: 'move', row: planned(DAY, '08:00', '09:00'), part: null }, null, 500, 0)).toBeNull();
  });
});

describe('the part of a work order on a day', () => {
  test('tells whether it began earlier and goes on', () => {
    const long = planned(DAY, '10:00', null, { plannedEndAtMs: atTime('2026-11-25', '15:00') });
    const on = (day: string, next: string) => segmentOf(long, atTime(day, '00:00'), atTime(next, '00:00'));
    expect(on(DAY, '2026-11-24')).toMatchObject({ beginsEarlier: false, goesOn: true });
    expect(on('2026-11-24', '2026-11-25')).toMatchObject({ beginsEarlier: true, goesOn: true });
    expect(on('2026-11-25', '2026-11-26')).toMatchObject({ beginsEarlier: true, goesOn: false });
    expect(on('2026-11-26', '2026-11-27')).toBeNull();
  });
});

describe('overlaps', () => {
  const overlapping = (...rows: readonly PlannedWorkOrder[]) => overlapsOf(rows).count;

  test('count pairs of one employee, by name', () => {
    const a = planned(DAY, '08:00', '10:00');
    const b = planned(DAY, '09:00', '11:00');
    const c = planned(DAY, '09:30', '09:45');
    const found = overlapsOf([a, b, c]);
    expect(found.count).toBe(3);
    expect(found.of.get(b.id)).toEqual([a.number, c.number]);
  });

  test('are none where one ends when the other begins, between people, and for nobody', () => {
    const a = planned(DAY, '08:00', '10:00');
    expect(overlapping(a, planned(DAY, '10:00', '11:00'))).toBe(0);
    expect(overlapping(a, planned(DAY, '09:00', '11:00', { employeeId: 2 }))).toBe(0);
    const nobody = { employeeId: null };
    expect(overlapping(planned(DAY, '08:00', '10:00', nobody), planned(DAY, '09:00', '11:00', nobody))).toBe(0);
  });

  test('of two archived work orders cannot be mended, with one archived they can', () => {
    const archived = { status: 'archived' } as const;
    const a = planned(DAY, '08:00', '10:00', archived);
    expect(overlapping(a, planned(DAY, '09:00', '11:00', archived))).toBe(0);
    expect(overlapping(a, planned(DAY, '09:00', '11:00'))).toBe(1);
  });

  test('without an end count an hour', () => {
    const open = planned(DAY, '08:00', null);
    expect(overlapping(open, planned(DAY, '08:59', '09:30'))).toBe(1);
    expect(overlapping(open, planned(DAY, '09:00', '09:30'))).toBe(0);
    expect(open.plannedStartAtMs % (15 * MINUTE_MS)).toBe(0);
  });
});
