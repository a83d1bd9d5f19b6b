import { describe, expect, test } from 'vitest';
import { overlapsAt, overlapsOf } from '../../../../renderer/views/planning/overlaps';
import { atTime, dayEndMs, dayStartMs, HOUR_MS, MINUTE_MS, weekNumber } from '../../../../renderer/i18n/office-clock';
import { beginningAt, endingAt, onDay, segmentOf, snapped, startingAt } from '../../../../renderer/views/planning/plan';
import { planAt, PX_PER_QUARTER, type Hold, type LaneTarget } from '../../../../renderer/views/planning/drop-target';
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
/** Taken hold of at its very start. */
const NOT_HELD: Hold = { pointerY: 0, belowStartMs: 0 };

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
    const plan = planAt({ kind: 'move', row, part }, lane(DAY), 100 + 1_312, NOT_HELD);
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
    const plan = planAt({ kind: 'move', row, part: null }, lane(day), 100 + 2_400 * share, NOT_HELD);
    expect(plan?.plannedStartAtMs).toBe(atTime(day, '03:30'));
  });

  test('stays on the day', () => {
    const row = planned(DAY, '08:00', '09:00');
    const above = planAt({ kind: 'move', row, part: null }, lane(DAY), -500, NOT_HELD);
    const below = planAt({ kind: 'move', row, part: null }, lane(DAY), 9_000, NOT_HELD);
    expect(above?.plannedStartAtMs).toBe(atTime(DAY, '00:00'));
    expect(below?.plannedStartAtMs).toBe(atTime(DAY, '23:45'));
  });

  test('nowhere changes nothing', () => {
    expect(planAt({ kind: 'move', row: planned(DAY, '08:00', '09:00'), part: null }, null, 500, NOT_HELD)).toBeNull();
  });
});

describe('dragging an end', () => {
  const column: LaneTarget = {
    kind: 'lane',
    employeeId: 1,
    day: DAY,
    element: () => ({ getBoundingClientRect: () => ({ top: 0, height: 2_400 }) }) as Element,
  };
  const row = planned(DAY, '08:00', '10:00');
  const hold = { pointerY: 300, belowStartMs: 0 };

  test('in the day falls on the quarter at the pointer, and keeps the other end', () => {
    const grabbed = { kind: 'resize', row, day: DAY, lane: column } as const;
    expect(planAt({ ...grabbed, end: 'end' }, null, 1_262, hold)).toMatchObject({
      plannedStartAtMs: atTime(DAY, '08:00'),
      plannedEndAtMs: atTime(DAY, '12:30'),
    });
    expect(planAt({ ...grabbed, end: 'start' }, null, 662, hold)).toMatchObject({
      plannedStartAtMs: atTime(DAY, '06:30'),
      plannedEndAtMs: atTime(DAY, '10:00'),
    });
    expect(planAt({ ...grabbed, end: 'start' }, null, 2_000, hold)?.plannedStartAtMs).toBe(atTime(DAY, '09:45'));
    expect(planAt({ ...grabbed, end: 'end' }, null, 9_000, hold)?.plannedEndAtMs).toBe(atTime('2026-11-24', '00:00'));
  });

  test('in the week goes by quarters up and down, and by days sideways', () => {
    const grabbed = { kind: 'resize', row, day: DAY, lane: null } as const;
    const cell = { kind: 'cell', employeeId: 2, day: '2026-11-25' } as const;
    const below = hold.pointerY + 3 * PX_PER_QUARTER;
    expect(planAt({ ...grabbed, end: 'end' }, null, below, hold)?.plannedEndAtMs).toBe(atTime(DAY, '10:45'));
    expect(planAt({ ...grabbed, end: 'start' }, null, below, hold)).toMatchObject({
      employeeId: 1,
      plannedStartAtMs: atTime(DAY, '08:45'),
      plannedEndAtMs: atTime(DAY, '10:00'),
    });
    expect(planAt({ ...grabbed, end: 'end' }, cell, hold.pointerY, hold)).toMatchObject({
      employeeId: 1,
      plannedEndAtMs: atTime('2026-11-25', '10:00'),
    });
  });

  test('over the night that the clock changes keeps the time of the clock', () => {
    const friday = planned('2026-10-23', '08:00', '10:00');
    const cell = { kind: 'cell', employeeId: 1, day: '2026-10-26' } as const;
    const plan = planAt({ kind: 'resize', row: friday, end: 'end', day: '2026-10-23', lane: null }, cell, 300, hold);
    expect(plan?.plannedEndAtMs).toBe(atTime('2026-10-26', '10:00'));
  });

  test('of work without an end fixes the end that it was drawn with', () => {
    const open = planned(DAY, '08:00', null);
    expect(beginningAt(open, atTime(DAY, '07:00'))).toMatchObject({ plannedEndAtMs: atTime(DAY, '09:00') });
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

  test('are told of a place before a work order is put there, but not those with itself', () => {
    const a = planned(DAY, '08:00', '10:00');
    const b = planned(DAY, '11:00', '12:00');
    expect(overlapsAt([a, b], b.id, startingAt(b, atTime(DAY, '09:45')))).toEqual([a.number]);
    expect(overlapsAt([a, b], b.id, startingAt(b, atTime(DAY, '10:00')))).toEqual([]);
    expect(overlapsAt([a], b.id, { ...startingAt(b, atTime(DAY, '09:00')), employeeId: null })).toEqual([]);
  });

  test('without an end count an hour', () => {
    const open = planned(DAY, '08:00', null);
    expect(overlapping(open, planned(DAY, '08:59', '09:30'))).toBe(1);
    expect(overlapping(open, planned(DAY, '09:00', '09:30'))).toBe(0);
    expect(open.plannedStartAtMs % (15 * MINUTE_MS)).toBe(0);
  });
});

test.each([
  ['2026-01-01', 1],
  ['2026-11-22', 47],
  ['2026-11-23', 48],
  // The first days of a year may be of the last week of the year before, and the other way around.
  ['2027-01-03', 53],
  ['2024-12-30', 1],
])('%s lies in week %i', (day, number) => {
  expect(weekNumber(day)).toBe(number);
});

test.each([
  ['2026-03-29', 23],
  ['2026-10-25', 25],
])('the night of %s is drawn by the %i hours that the day has', (day, hours) => {
  const night = planned(day, '01:00', '05:00');
  const part = segmentOf(night, dayStartMs(day), dayEndMs(day));
  expect((dayEndMs(day) - dayStartMs(day)) / HOUR_MS).toBe(hours);
  // From one to five: three or five hours of work on those nights.
  expect(((part?.endMs ?? 0) - (part?.startMs ?? 0)) / HOUR_MS).toBe(hours - 20);
});
