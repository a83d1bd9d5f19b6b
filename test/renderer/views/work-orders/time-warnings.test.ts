import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeEntry } from '../../../../preload/contract/views';
import { timeWarnings } from '../../../../renderer/views/work-orders/time-warnings';

const entry = (change: Partial<TimeEntry>): TimeEntry => ({
  employeeId: 1,
  kind: 'work',
  date: '2026-11-20',
  startMinute: 480,
  minutes: 60,
  note: '',
  ...change,
});
const kinds = (...times: readonly TimeEntry[]) => timeWarnings(times).map((some) => some.map(({ kind }) => kind));

describe('a warning about booked time', () => {
  it('tells which row of the same employee it overlaps with', () => {
    expect(timeWarnings([entry({}), entry({ startMinute: 539 })])).toEqual([
      [{ kind: 'overlap', row: 2 }],
      [{ kind: 'overlap', row: 1 }],
    ]);
  });

  it.each([
    ['one after the other', entry({ startMinute: 540 })],
    ['another employee', entry({ employeeId: 2 })],
    ['another day', entry({ date: '2026-11-21' })],
    ['only a duration', entry({ startMinute: null })],
  ])('is not given for %s', (_, other) => {
    expect(kinds(entry({}), other)).toEqual([[], []]);
  });

  it('is not given for time of nobody in particular', () => {
    expect(kinds(entry({ employeeId: null }), entry({ employeeId: null }))).toEqual([[], []]);
  });

  it('sees what goes on past midnight, also where it meets the next day', () => {
    const night = entry({ startMinute: 1_380, minutes: 120 });
    expect(kinds(night)).toEqual([['over-midnight']]);
    expect(kinds(entry({ startMinute: 1_380, minutes: 60 })), 'until midnight').toEqual([[]]);
    expect(kinds(night, entry({ date: '2026-11-21', startMinute: 30 }))).toEqual([
      ['overlap', 'over-midnight'],
      ['overlap'],
    ]);
  });

  it('is given once for more than sixteen hours of one employee on one day', () => {
    const long = { startMinute: null, minutes: 481 };
    expect(kinds(entry(long), entry(long))).toEqual([[], ['long-day']]);
    expect(kinds(entry(long), entry({ ...long, minutes: 479 }))).toEqual([[], []]);
    expect(kinds(entry(long), entry({ ...long, employeeId: 2 }))).toEqual([[], []]);
    const nobody = { employeeId: null, startMinute: null };
    expect(kinds(entry({ ...nobody, minutes: 961 }), entry({ ...nobody, minutes: 60 }))).toEqual([['long-day'], []]);
  });

  it('looks at what the employee booked on other work orders too', () => {
    const there = { workOrder: '1042', employeeId: 1, date: '2026-11-20', startMinute: 500, minutes: 901 };
    expect(timeWarnings([entry({}), entry({ employeeId: 2 })], [there])).toEqual([
      [
        { kind: 'overlap-elsewhere', workOrder: '1042' },
        { kind: 'long-day', minutes: 961 },
      ],
      [],
    ]);
  });

  it('about an overlap always comes in pairs', () => {
    const times = fc.array(
      fc.record({
        employeeId: fc.constantFrom(null, 1, 2),
        date: fc.constantFrom('2026-03-28', '2026-03-29'),
        startMinute: fc.option(fc.nat(1_439)),
        minutes: fc.nat(900),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(times, (some) => {
        const warnings = timeWarnings(some.map(entry));
        warnings.forEach((own, index) => {
          for (const warning of own) {
            if (warning.kind !== 'overlap') continue;
            expect(warning.row).not.toBe(index + 1);
            expect(warnings[warning.row - 1]?.some(({ kind }) => kind === 'overlap')).toBe(true);
          }
        });
      }),
    );
  });
});
