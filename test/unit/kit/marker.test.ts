import { describe, expect, it } from 'vitest';
import { bearsMarker, isMarker, isSameMarker, markerOf } from '../../../connectors/_kit/marker';

describe('marker', () => {
  it('is recognised again, whatever the work order number looks like', () => {
    for (const workOrderNumber of ['1', '1042', 'WB-1042', '2026/0007', 'W'.repeat(20)]) {
      const marker = markerOf({ databaseTag: '7Q4M2X', workOrderNumber, revision: 12 });
      expect(isMarker(marker)).toBe(true);
      expect(marker.length).toBeLessThanOrEqual(40);
    }
  });

  it('differs per database, work order and revision', () => {
    const base = { databaseTag: '7Q4M2X', workOrderNumber: '1042', revision: 1 };
    const all = [
      base,
      { ...base, databaseTag: '7Q4M2Y' },
      { ...base, workOrderNumber: '1043' },
      { ...base, revision: 2 },
    ];
    expect(new Set(all.map(markerOf)).size).toBe(4);
  });

  it("leaves references of the office's customers alone", () => {
    for (const reference of [
      '',
      'PO 4711',
      'SK-12',
      'SK-2026-4711-1',
      'sk-7q4m2x-1042-1',
      'Onze ref. SK-7Q4M2X-1042-1',
    ])
      expect(isMarker(reference)).toBe(false);
  });

  it('is the same one after a package changed its capitals or put spaces around it, and no other one', () => {
    const marker = markerOf({ databaseTag: '7Q4M2X', workOrderNumber: '1042', revision: 1 });
    for (const kept of [marker, marker.toLowerCase(), ` ${marker}  `]) expect(isSameMarker(kept, marker)).toBe(true);
    for (const other of ['', `${marker}0`, marker.slice(0, -1), `${marker} Werkbon`]) {
      expect(isSameMarker(other, marker)).toBe(false);
    }
  });

  it.each([
    ['Arbeid SK-7Q4M2X-1042-1', true],
    ['Arbeid\nSK-7Q4M2X-1042-1\tnog iets', true],
    ['Zie (SK-7Q4M2X-1042-1), betaald.', true],
    ['Arbeid SK-7Q4M2X-1042-10', false],
    ['Arbeid XSK-7Q4M2X-1042-1', false],
    ['Arbeid', false],
  ])('stands as a word in %j: %s', (text, expected) => {
    expect(bearsMarker(text, 'SK-7Q4M2X-1042-1')).toBe(expected);
  });

  it('refuses parts that would not be found back', () => {
    expect(() => markerOf({ databaseTag: 'ab', workOrderNumber: '1', revision: 1 })).toThrow();
    expect(() => markerOf({ databaseTag: '7Q4M2X', workOrderNumber: 'met spatie', revision: 1 })).toThrow();
    // Two numbers that differ by their capitals only could be taken for each other.
    expect(() => markerOf({ databaseTag: '7Q4M2X', workOrderNumber: 'wb-1042', revision: 1 })).toThrow();
    expect(() => markerOf({ databaseTag: '7Q4M2X', workOrderNumber: '1'.repeat(21), revision: 1 })).toThrow();
    expect(() => markerOf({ databaseTag: '7Q4M2X', workOrderNumber: '1', revision: 0 })).toThrow();
  });
});
