import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFilter } from '../../../renderer/views/log/log-store';
import { fromDayAndTime, toDayAndTime } from '../../../renderer/views/work-orders/planning';

const utc = (text: string): number => Date.parse(text);
const ALL = { level: 'all', table: 'all', text: '' } as const;

describe('a planned moment', () => {
  it.each([
    ['in winter', '2026-11-23T07:30:00Z', '2026-11-23', '08:30'],
    ['in summer', '2026-07-01T06:30:00Z', '2026-07-01', '08:30'],
    ['just after midnight, the day before in UTC', '2026-07-01T22:15:00Z', '2026-07-02', '00:15'],
    ['before the hour that is missing', '2026-03-29T00:59:00Z', '2026-03-29', '01:59'],
    ['after the hour that is missing', '2026-03-29T01:00:00Z', '2026-03-29', '03:00'],
    ['before the hour that comes twice', '2026-10-24T23:59:00Z', '2026-10-25', '01:59'],
    ['after the hour that comes twice', '2026-10-25T02:00:00Z', '2026-10-25', '03:00'],
  ])('%s is shown and taken on the clock of the office', (_, at, day, time) => {
    expect(toDayAndTime(utc(at))).toEqual({ day, time });
    expect(fromDayAndTime({ day, time })).toBe(utc(at));
  });

  it('in the hour that is missing is an hour later', () => {
    expect(fromDayAndTime({ day: '2026-03-29', time: '02:30' })).toBe(utc('2026-03-29T01:30:00Z'));
    expect(toDayAndTime(utc('2026-03-29T01:30:00Z'))).toEqual({ day: '2026-03-29', time: '03:30' });
  });

  it('in the hour that comes twice is the first one, and both show as that hour', () => {
    expect(fromDayAndTime({ day: '2026-10-25', time: '02:30' })).toBe(utc('2026-10-25T00:30:00Z'));
    for (const at of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']) {
      expect(toDayAndTime(utc(at))).toEqual({ day: '2026-10-25', time: '02:30' });
    }
  });

  it('comes back as it was, but for the second time that an hour comes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: utc('1970-01-01T00:00Z') / 60_000, max: utc('2038-01-19T00:00Z') / 60_000 }),
        (minute) => {
          const atMs = minute * 60_000;
          const again = fromDayAndTime(toDayAndTime(atMs));
          expect([atMs, atMs - 3_600_000]).toContain(again);
          expect(toDayAndTime(again)).toEqual(toDayAndTime(atMs));
        },
      ),
    );
  });
});

describe('the log of today', () => {
  it.each([
    ['just after midnight', '2026-11-22T23:10:00Z', '2026-11-22T23:00:00Z'],
    ['just before midnight', '2026-11-22T22:50:00Z', '2026-11-21T23:00:00Z'],
    ['the day that lasts 23 hours', '2026-03-29T21:30:00Z', '2026-03-28T23:00:00Z'],
    ['the day that lasts 25 hours', '2026-10-25T22:30:00Z', '2026-10-24T22:00:00Z'],
  ])('%s begins at midnight of the office', (_, now, from) => {
    expect(toFilter({ ...ALL, period: 'today' }, utc(now)).fromMs).toBe(utc(from));
  });

  it('and of a week and a month back counts whole days over the change of the clock', () => {
    expect(toFilter({ ...ALL, period: 'week' }, utc('2026-03-30T10:00:00Z')).fromMs).toBe(utc('2026-03-23T23:00:00Z'));
    expect(toFilter({ ...ALL, period: 'month' }, utc('2026-11-05T10:00:00Z')).fromMs).toBe(utc('2026-10-06T22:00:00Z'));
  });
});
