import { describe, expect, test } from 'vitest';
import { formatsFor } from '../../../renderer/i18n/format';

/** Intl puts no-break spaces where a line must not end. */
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers and dates', () => {
  test('amounts are exact and written as people here do', () => {
    expect(plainSpaces(formatsFor('nl').money('1250.5'))).toBe('€ 1.250,50');
    expect(plainSpaces(formatsFor('nl').money('1.23456'))).toBe('€ 1,23456');
    expect(formatsFor('en').money('1250.5')).toBe('€1,250.50');
  });

  test('a quantity keeps digits that a float would lose', () => {
    expect(formatsFor('nl').decimal('123456789012345.1234567891')).toBe('123.456.789.012.345,1234567891');
  });

  test('a day is the same day everywhere', () => {
    expect(formatsFor('nl').date('2026-11-23')).toBe('23 nov 2026');
    expect(formatsFor('en').date('2026-11-23')).toBe('23 Nov 2026');
  });

  test('a moment has its day, unless that is today', () => {
    expect(formatsFor('nl').timeOrDay(Date.now())).toMatch(/^\d\d:\d\d$/);
    expect(formatsFor('nl').timeOrDay(Date.UTC(2031, 4, 7, 12))).toBe('7 mei 2031 14:00');
  });

  test('a moment is on the clock of the office, also around midnight and new year', () => {
    expect(formatsFor('nl').moment(Date.UTC(2026, 10, 22, 23, 30))).toBe('23 nov 2026 00:30');
    expect(formatsFor('en').momentExact(Date.UTC(2026, 11, 31, 23, 0, 5))).toBe('1 Jan 2027 00:00:05');
    expect(formatsFor('nl').moment(Date.UTC(2026, 2, 29, 1))).toBe('29 mrt 2026 03:00');
    expect(formatsFor('nl').moment(Date.UTC(2026, 9, 25, 1))).toBe('25 okt 2026 02:00');
  });

  test('durations are in plain units', () => {
    expect(formatsFor('nl').duration(400)).toBe('1 s');
    expect(formatsFor('nl').duration(3 * 60_000)).toBe('3 min');
    expect(formatsFor('nl').duration(130 * 60_000)).toBe('2 u 10 min');
  });
});
