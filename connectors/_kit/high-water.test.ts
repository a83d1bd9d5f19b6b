import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { afterRead, earlier, newer, readFrom, type HighWater } from './high-water';
import { OFFICE_ZONE } from './office-zone';

const MINUTE_MS = 60_000;
const AT = Date.parse('2026-06-12T08:00:00Z');

describe('moments of the package', () => {
  it.each([
    ['2026-06-12T10:00:00', 5 * MINUTE_MS, '2026-06-12T09:55:00.000'],
    ['2026-06-12T10:00:00.5', 500, '2026-06-12T10:00:00.000'],
    ['2026-06-12T10:00:00.1234567', 0, '2026-06-12T10:00:00.123'],
    ['2026-01-01T00:00:00', 1, '2025-12-31T23:59:59.999'],
    // Clocks go ahead at two: this arithmetic knows nothing of it.
    ['2026-03-29T03:10:00', 65 * MINUTE_MS, '2026-03-29T02:05:00.000'],
  ])('%s less %i ms is %s', (moment, ms, expected) => {
    expect(earlier(moment, ms)).toBe(expected);
  });

  it.each([
    [null, null, null],
    [null, '2026-06-12T10:00:00', '2026-06-12T10:00:00'],
    ['2026-06-12T10:00:00', null, '2026-06-12T10:00:00'],
    ['2026-06-12T10:00:00', '2026-06-12T10:00:00.01', '2026-06-12T10:00:00.01'],
    ['2026-06-12T10:00:00.5', '2026-06-12T10:00:00.48', '2026-06-12T10:00:00.5'],
  ])('of %j and %j the newer is %j', (one, other, expected) => {
    expect(newer(one, other)).toBe(expected);
  });
});

describe('the mark after a read', () => {
  it('is none for an empty table, which is read as a whole next time', () => {
    expect(afterRead(null, null, AT, AT + 1000)).toBeNull();
    expect(readFrom(null)).toBeNull();
  });

  it('looks back as long as the read took, and 65 minutes more', () => {
    const mark = afterRead(null, '2026-06-12T10:00:00', AT, AT + 40 * MINUTE_MS);
    expect(readFrom(mark)).toBe('2026-06-12T08:15:00.000');
  });

  it('looks back a day when the clock was set back during the read', () => {
    const mark = afterRead(null, '2026-06-12T10:00:00', AT, AT - 60 * MINUTE_MS);
    expect(readFrom(mark)).toBe('2026-06-11T08:55:00.000');
  });

  it('no longer looks back once it stood still for five minutes', () => {
    const first = afterRead(null, '2026-06-12T10:00:00.25', AT, AT);
    const tooSoon = afterRead(first, '2026-06-12T10:00:00.25', AT + 4 * MINUTE_MS, AT + 4 * MINUTE_MS);
    expect(readFrom(tooSoon)).toBe('2026-06-12T08:55:00.250');
    const settled = afterRead(tooSoon, '2026-06-12T10:00:00.25', AT + 5 * MINUTE_MS, AT + 5 * MINUTE_MS);
    expect(readFrom(settled)).toBe('2026-06-12T10:00:00.25');
    expect(afterRead(settled, null, AT + 9 * MINUTE_MS, AT + 9 * MINUTE_MS)).toEqual(settled);
  });

  it('looks back for 65 minutes in the hour that comes twice', () => {
    const first = afterRead(null, '2026-10-25T02:30:00', AT, AT);
    const after64 = afterRead(first, null, AT + 64 * MINUTE_MS, AT + 64 * MINUTE_MS);
    expect(after64?.lookBackMs).toBeGreaterThan(0);
    expect(afterRead(after64, null, AT + 70 * MINUTE_MS, AT + 70 * MINUTE_MS)?.lookBackMs).toBe(0);
  });

  it.each(['2026-10-18T02:30:00', '2026-10-25T03:00:00', '2026-10-25T01:59:59', '2026-09-27T02:30:00'])(
    'and not at %s',
    (moment) => {
      const first = afterRead(null, moment, AT, AT);
      expect(afterRead(first, null, AT + 5 * MINUTE_MS, AT + 5 * MINUTE_MS)?.lookBackMs).toBe(0);
    },
  );
});

/**
 * A package that stamps changes with the Dutch clock and shows them up to five minutes later, read at any moments and for
 * any time, over both nights on which the clock changes.
 */
describe('no change is ever missed', () => {
  const stampOf = (atMs: number): string =>
    DateTime.fromMillis(atMs, { zone: OFFICE_ZONE }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS");

  it.each([Date.parse('2026-10-24T22:00:00Z'), Date.parse('2026-03-28T22:00:00Z'), AT])('from %i on', (startMs) => {
    const minutes = fc.integer({ min: 0, max: 240 });
    const mostlyShort = (usual: number, long: number) =>
      fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: usual }) }, fc.integer({ min: 0, max: long }));
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: minutes, late: fc.integer({ min: 0, max: 5 }) }), { minLength: 2, maxLength: 40 }),
        fc.array(fc.record({ gap: mostlyShort(6, 80), took: mostlyShort(5, 120) }), {
          minLength: 2,
          maxLength: 60,
        }),
        (changes, reads) => {
          const rows = changes.map(({ at, late }, id) => ({
            id,
            stamp: stampOf(startMs + at * MINUTE_MS),
            visibleAtMs: startMs + (at + late) * MINUTE_MS,
          }));
          const seen = new Set<number>();
          let mark: HighWater | null = null;
          let nowMs = startMs;
          for (const { gap, took } of [...reads, { gap: 400, took: 0 }]) {
            nowMs += gap * MINUTE_MS;
            const from = readFrom(mark);
            // Rows on the first page are read at the start, those on the last page at the end of the read.
            const endMs = nowMs + took * MINUTE_MS;
            const given = rows.filter(
              (row) => row.visibleAtMs <= (row.id % 2 === 0 ? nowMs : endMs) && (from === null || row.stamp > from),
            );
            for (const row of given) seen.add(row.id);
            const newest = given.reduce<string | null>((best, row) => newer(best, row.stamp), null);
            mark = afterRead(mark, newest, nowMs, endMs);
            nowMs = endMs;
          }
          expect(seen.size).toBe(rows.length);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
