import { describe, expect, it } from 'vitest';
import { exampleTable } from '../../../../main/company/import/import-tables';
import { csvHead, csvRows } from '../../../../main/tables/csv-rows';
import type { Row } from '../../../../main/tables/table';
import { xlsxHere } from '../../../../main/tables/xlsx-thread';
import { opened, read, records } from './reading';
import { rowsXml, workbook, workbookParts, zip } from './workbook';

const code = async (bytes: Uint8Array) => {
  const outcome = await read(bytes);
  return outcome.ok ? (outcome.value.problem?.code ?? null) : outcome.problem.code;
};
const HEAD = ['Klantnummer', 'Werkzaamheden'];

describe('an Excel workbook', () => {
  it('gives dates, times and durations as they show, and numbers without noise', async () => {
    const sheet = [
      ['Werkbonnummer', 'Datum', 'Van', 'Tot', 'Uren', 'Artikelcode', 'Aantal', 'Prijs'],
      [
        '2026-0012',
        '<c s="1"><v>46387</v></c>',
        '<c s="2"><v>0.34375</v></c>',
        '<c s="2"><v>0.40625</v></c>',
        null,
        '<c><v>42</v></c>',
        '<c><v>0.30000000000000004</v></c>',
        '<c><f>1/3</f><v>0.33333333333333331</v></c>',
      ],
      [
        '2026-0013',
        '<c s="1"><v>46387</v></c>',
        null,
        null,
        '<c s="3"><v>1.0833333333333333</v></c>',
        null,
        null,
        null,
      ],
    ];
    expect(await records(workbook(sheet))).toMatchObject([
      {
        workOrderNumber: '2026-0012',
        times: [{ date: '2026-12-31', start: 495, minutes: 90 }],
        articles: [{ code: '42', quantity: '0.3', unitPrice: '0.3333333333' }],
      },
      { times: [{ date: '2026-12-31', minutes: 1_560 }] },
    ]);
  });

  it('of a Mac counts its days from 1904', async () => {
    const sheet = [
      ['Werkbonnummer', 'Datum', 'Van', 'Tot'],
      ['1', '<c s="1"><v>44925</v></c>', '<c s="2"><v>0.34375</v></c>', '<c s="2"><v>0.40625</v></c>'],
    ];
    expect(await records(workbook(sheet, { macDates: true }))).toMatchObject([
      { times: [{ date: '2026-12-31', start: 495, minutes: 90 }] },
    ]);
  });

  it('may have empty rows, merged cells and a title above', async () => {
    const sheet = [
      ['Planning', null],
      [null, null],
      ['Klantnummer', 'Werkzaamheden', 'Artikelcode', 'Aantal'],
      ['1', 'Ketel', 'A', '1'],
      [null, null, 'B', '2'],
      [null, null],
      ['2', 'Kraan', null, null],
    ];
    const { records: all } = await opened(workbook(sheet));
    expect(all).toMatchObject([
      { line: 4, record: { articles: [{ code: 'A' }, { code: 'B' }] } },
      { line: 7, record: { description: 'Kraan' } },
    ]);
  });

  it('tells of a formula that fails in place of taking in its sign', async () => {
    const sheet = [HEAD, ['<c t="e"><f>VLOOKUP(1,A1,2)</f><v>#N/A</v></c>', 'Ketel']];
    expect(await records(workbook(sheet))).toEqual([[2, 'import-cell-error', 'Klantnummer']]);
    // A text that looks like one is a text.
    expect(await records(workbook([HEAD, ['1', '#N/A']]))).toMatchObject([{ description: '#N/A' }]);
  });

  it('with several sheets begins with the first that holds something', async () => {
    const parts = workbookParts(rowsXml([HEAD, ['1', 'Ketel']]));
    const second = parts['xl/worksheets/sheet1.xml']?.replace('Ketel', 'Kraan') ?? '';
    const bytes = zip({
      ...parts,
      'xl/workbook.xml':
        parts['xl/workbook.xml']?.replace(
          '</sheets>',
          '<sheet name="Leeg" sheetId="2" r:id="rId3"/><sheet name="Uren" sheetId="3" r:id="rId4"/></sheets>',
        ) ?? '',
      'xl/_rels/workbook.xml.rels':
        parts['xl/_rels/workbook.xml.rels']?.replace(
          '</Relationships>',
          ['3', '4']
            .map(
              (id) =>
                `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${id}.xml"/>`,
            )
            .join('') + '</Relationships>',
        ) ?? '',
      'xl/worksheets/sheet3.xml': parts['xl/worksheets/sheet1.xml']?.replace(/<row.*<\/row>/u, '') ?? '',
      'xl/worksheets/sheet4.xml': second,
    });
    expect(await opened(bytes)).toMatchObject({ sheets: ['Blad1', 'Uren'], sheet: 'Blad1' });
    expect(await opened(bytes, {}, 'Uren')).toMatchObject({
      sheet: 'Uren',
      records: [{ record: { description: 'Kraan' } }],
    });
  });

  it.each([
    ['cut off', workbook([HEAD, ['1', 'Ketel']]).slice(0, 900), 'import-zip-damaged'],
    ['no workbook', zip({ 'word/document.xml': '<w/>' }), 'import-other-zip'],
    ['no sheet in it', zip({ 'xl/workbook.xml': '<workbook/>' }), 'import-zip-damaged'],
    ['no XML', zip({ ...workbookParts(''), 'xl/worksheets/sheet1.xml': '\u0001\u0002 <<<>>' }), 'import-zip-damaged'],
    ['nothing in it', workbook([[null]]), 'import-no-table'],
    [
      'a bomb',
      zip({ ...workbookParts(''), 'xl/worksheets/sheet1.xml': 'a'.repeat(61_000_000) }),
      'import-too-large-unpacked',
    ],
    [
      'a password',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'import-with-password',
    ],
  ])('with %s is refused in words of its own', async (_, bytes, expected) => {
    expect(await code(bytes)).toBe(expected);
  });

  it('that lies about its size is unpacked no further than it said', async () => {
    const parts = { ...workbookParts(''), 'xl/worksheets/sheet1.xml': '<a>'.repeat(30_000_000) };
    const bytes = zip(parts, () => 1_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await code(bytes)).toMatch(/^import-/u);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });
});

describe('the example file', () => {
  const rowsOf = async (language: 'nl' | 'en') => {
    const table = exampleTable(language);
    const rows: Row[] = [];
    for await (const page of table.pages()) rows.push(...page);
    return { table, rows };
  };
  const expected = [
    {
      externalId: 'PLAN-0117',
      customerNumber: '10042',
      plannedStart: Date.parse('2026-11-30T07:00Z'),
      times: [
        { kind: 'work', date: '2026-11-30', start: 495, minutes: 105, employee: 'Piet de Vries' },
        { kind: 'travel', minutes: 15 },
      ],
      articles: [
        { code: 'VAT-18', quantity: '1' },
        { code: 'KOPPELING', quantity: '2.5', unitPrice: expect.stringMatching(/^12\.50?$/u) as string },
      ],
      ready: false,
    },
    { workOrderNumber: '2026-0012', times: [{ minutes: 90, employee: 'Anna Peeters' }] },
  ];

  it.each(['nl', 'en'] as const)('can be taken in as it is, as CSV (%s)', async (language) => {
    const { table, rows } = await rowsOf(language);
    expect(await records(csvHead(table.columns) + csvRows(table.columns, rows, language))).toMatchObject(expected);
  });

  it.each(['nl', 'en'] as const)('can be taken in as it is, as a workbook (%s)', async (language) => {
    const { table } = await rowsOf(language);
    expect(await records(await xlsxHere(table, table.pages()))).toMatchObject(expected);
  });
});
