import { resetLocalTimeZone } from '@internationalized/date';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  atTime,
  dayEndMs,
  dayStartMs,
  daysBetween,
  HOUR_MS,
  hoursOf,
  officeDay,
  officeTime,
  sameTimeDaysLater,
  weekOf,
} from '../../../renderer/i18n/office-clock';

const SPRING = '2026-03-29';
const AUTUMN = '2026-10-25';
const utc = (text: string): number => Date.parse(text);
const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
  resetLocalTimeZone();
});

describe.each(['Europe/Amsterdam', 'Pacific/Auckland', 'America/Los_Angeles', 'UTC'])('on a computer in %s', (here) => {
  beforeEach(() => {
    process.env.TZ = here;
    resetLocalTimeZone();
  });

  test.each([
    ['2026-11-23', 24],
    [SPRING, 23],
    [AUTUMN, 25],
  ])('%s has %i hours in the office', (day, hours) => {
    expect((dayEndMs(day) - dayStartMs(day)) / HOUR_MS).toBe(hours);
    expect(hoursOf(day)).toHaveLength(hours);
  });

  test('the hour that is skipped is not there, the one that comes twice is there twice', () => {
    expect(
      hoursOf(SPRING)
        .slice(0, 4)
        .map(({ label }) => label),
    ).toEqual(['00:00', '01:00', '03:00', '04:00']);
    expect(hoursOf(AUTUMN).slice(1, 5)).toMatchObject([
      { label: '01:00', isRepeated: false },
      { label: '02:00', isRepeated: false },
      { label: '02:00', isRepeated: true },
      { label: '03:00', isRepeated: false },
    ]);
  });

  test('times are those of the office', () => {
    expect(atTime('2026-11-23', '08:15')).toBe(Date.UTC(2026, 10, 23, 7, 15));
    expect(atTime('2026-07-01', '08:15')).toBe(Date.UTC(2026, 6, 1, 6, 15));
    expect(officeTime(Date.UTC(2026, 10, 23, 7, 15))).toBe('08:15');
    expect(officeDay(Date.UTC(2026, 10, 22, 23, 30))).toBe('2026-11-23');
  });

  test('a day later is at the same time of the clock, also over a change', () => {
    const friday = atTime('2026-03-27', '08:00');
    expect(officeTime(sameTimeDaysLater(friday, 3))).toBe('08:00');
    expect(sameTimeDaysLater(friday, 3) - friday).toBe(71 * HOUR_MS);
  });

  test('a week goes from Monday to Sunday, over changes of clock and year', () => {
    expect(weekOf(SPRING)).toEqual([
      '2026-03-23',
      '2026-03-24',
      '2026-03-25',
      '2026-03-26',
      '2026-03-27',
      '2026-03-28',
      SPRING,
    ]);
    expect(weekOf('2027-01-01')[0]).toBe('2026-12-28');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});

describe('a moment as day and time', () => {
  test.each([
    ['in winter', '2026-11-23T07:30:00Z', '2026-11-23', '08:30'],
    ['in summer', '2026-07-01T06:30:00Z', '2026-07-01', '08:30'],
    ['just after midnight, the day before in UTC', '2026-07-01T22:15:00Z', '2026-07-02', '00:15'],
    ['before the hour that is missing', '2026-03-29T00:59:00Z', '2026-03-29', '01:59'],
    ['after the hour that is missing', '2026-03-29T01:00:00Z', '2026-03-29', '03:00'],
    ['before the hour that comes twice', '2026-10-24T23:59:00Z', '2026-10-25', '01:59'],
    ['after the hour that comes twice', '2026-10-25T02:00:00Z', '2026-10-25', '03:00'],
  ])('%s is shown and taken on the clock of the office', (_, at, day, time) => {
    expect([officeDay(utc(at)), officeTime(utc(at))]).toEqual([day, time]);
    expect(atTime(day, time)).toBe(utc(at));
  });

  test('in the hour that is missing is an hour later', () => {
    expect(atTime('2026-03-29', '02:30')).toBe(utc('2026-03-29T01:30:00Z'));
    expect([officeDay(utc('2026-03-29T01:30:00Z')), officeTime(utc('2026-03-29T01:30:00Z'))]).toEqual([
      '2026-03-29',
      '03:30',
    ]);
  });

  test('in the hour that comes twice is the first one, and both show as that hour', () => {
    expect(atTime('2026-10-25', '02:30')).toBe(utc('2026-10-25T00:30:00Z'));
    for (const at of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']) {
      expect([officeDay(utc(at)), officeTime(utc(at))]).toEqual(['2026-10-25', '02:30']);
    }
  });

  test('comes back as it was, but for the second time that an hour comes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: utc('1970-01-01T00:00Z') / 60_000, max: utc('2038-01-19T00:00Z') / 60_000 }),
        (minute) => {
          const atMs = minute * 60_000;
          const again = atTime(officeDay(atMs), officeTime(atMs));
          expect([atMs, atMs - 3_600_000]).toContain(again);
          expect([officeDay(again), officeTime(again)]).toEqual([officeDay(atMs), officeTime(atMs)]);
        },
      ),
    );
  });
});
