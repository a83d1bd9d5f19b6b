import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readRecords, textUnder } from '../../../connectors/_kit/records';

const ROW = z.object({ id: z.string(), name: z.string(), address: z.object({ city: z.string() }) });
const nameOf = (row: unknown) => ({ externalId: textUnder(row, 'id'), label: textUnder(row, 'name') });

describe('readRecords', () => {
  it('parks what cannot be read with its name and the fields at fault, and reads the rest', () => {
    const good = { id: 'a', name: 'Bakker', address: { city: 'Tiel' } };
    const { read, parked } = readRecords(
      [good, { id: 'b', name: 'Smit', address: { city: 7 } }, null, { ...good, id: 'c' }],
      ROW,
      nameOf,
    );
    expect(read.map((row) => row.id)).toEqual(['a', 'c']);
    expect(parked).toMatchObject([
      { externalId: 'b', label: 'Smit', problem: { code: 'record-unreadable', params: { fields: 'address.city' } } },
      { externalId: '', label: '', problem: { code: 'record-unreadable' } },
    ]);
  });
});
