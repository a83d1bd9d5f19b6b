import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvHead, csvRows } from '../../../../main/tables/csv-rows';
import { describe as inWords } from '../../../../main/log/problem-text';
import type { Column } from '../../../../main/tables/table';
import { read, records } from './reading';
import { rowsXml, workbook, workbookParts, zip } from './workbook';

/** Whatever comes out, it says of each record whether it is one, and of each that is none a reason in words. */
async function saysWhatItIs(bytes: string | Uint8Array): Promise<void> {
  const outcome = await read(bytes);
  const problems = outcome.ok
    ? [outcome.value.problem, ...outcome.value.records.map(({ refused }) => refused?.problem ?? null)]
    : [outcome.problem];
  if (outcome.ok) {
    for (const { record, refused, line } of outcome.value.records) {
      expect(line).toBeGreaterThan(0);
      expect(record === null).toBe(refused !== null);
    }
  }
  for (const problem of problems) {
    if (problem === null) continue;
    const { message } = inWords(problem, '');
    expect(message.nl).toMatch(/^\P{Ll}.*[.!]$/su);
    expect(message.nl).not.toContain(problem.code);
  }
}

const HEADERS = [
  'Kenmerk',
  'Klantnummer',
  'Werkzaamheden',
  'Datum',
  'Van',
  'Tot',
  'Uren',
  'Artikelcode',
  'Aantal',
  'Prijs',
  'Gereed',
];
const odd = fc.oneof(
  fc.constantFrom(
    '',
    ';',
    '"',
    '""',
    '\n',
    '1.250',
    '31-12-2026',
    '31-12-26',
    '8:00',
    '24:00',
    '=1+1',
    "'",
    '-',
    '0',
    '1e9',
    'ja',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

describe('any file', () => {
  it('of any text says what it is', () =>
    fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), saysWhatItIs), { numRuns: 500 }));

  it('of any bytes says what it is', () =>
    fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), saysWhatItIs), { numRuns: 500 }));

  it('with the right names and any cells says what it is', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.array(odd, { maxLength: HEADERS.length + 1 }), { maxLength: 8 }), (rows) =>
        saysWhatItIs([HEADERS, ...rows].map((cells) => cells.join(';')).join('\r\n')),
      ),
      { numRuns: 500 },
    ));

  it('that is a workbook with any cells says what it is', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.array(odd, { maxLength: HEADERS.length }), { maxLength: 5 }), (rows) =>
        // A workbook cannot hold every character.
        saysWhatItIs(workbook([HEADERS, ...rows.map((cells) => cells.map((cell) => cell.replace(/\P{L}/gu, ' ')))])),
      ),
      { numRuns: 50 },
    ));

  it('that is a workbook with a byte changed or cut off anywhere says what it is', () => {
    const good = zip(workbookParts(rowsXml([HEADERS, HEADERS])));
    return fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), fc.boolean(), (at, byte, cuts) => {
        const bytes = Uint8Array.from(good);
        bytes[at] = byte;
        return saysWhatItIs(cuts ? bytes.slice(0, at) : bytes);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a spreadsheet of ours holds', () => {
  const column = (label: string): Column => ({ label, kind: 'text', width: 10 });
  const columns = [column('Klantnummer'), column('Werkzaamheden'), column('Notities')];
  // Spaces around a cell are nobody's.
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => `a${text.replace(/[\0\r]/gu, '')}b`);

  it('comes in as it went out, whatever is typed', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        expect(await records(csvHead(columns) + csvRows(columns, rows, 'nl'))).toMatchObject(
          rows.map(([customerNumber, description, notes]) => ({ customerNumber, description, notes })),
        );
      }),
      { numRuns: 300 },
    ));
});
