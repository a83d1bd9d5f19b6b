import { describe, expect, it } from 'vitest';
import { opened, read, records } from './reading';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, mark: boolean, big = false): Uint8Array => {
  const little = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  return big ? little.swap16() : little;
};
const code = async (bytes: string | Uint8Array) => {
  const outcome = await read(bytes);
  return outcome.ok ? (outcome.value.problem?.code ?? null) : outcome.problem.code;
};
const HEAD = 'Klantnummer;Werkzaamheden';

describe('the text of a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(`${HEAD}\r\n1;Dakgoot één €\r\n`)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${HEAD}\r\n1;Dakgoot één €\r\n`)],
    ['UTF-16 with a mark', utf16(`${HEAD}\n1;Dakgoot één €`, true)],
    ['UTF-16 without a mark', utf16(`${HEAD}\n1;Dakgoot één €`, false)],
    ['UTF-16 the other way around', utf16(`${HEAD}\n1;Dakgoot één €`, true, true)],
    ['windows-1252', latin(`${HEAD}\r\n1;Dakgoot \xe9\xe9n \x80\r\n`)],
  ])('comes in whole from %s', async (_, bytes) => {
    expect(await records(bytes)).toMatchObject([{ customerNumber: '1', description: 'Dakgoot één €' }]);
  });

  it.each([';', ',', '\t', '|'])('may have %j between its cells', async (sign) => {
    const text = [`Klantnummer${sign}Werkzaamheden`, `1${sign}"Ketel${sign} kraan ""warm"""`].join('\n');
    expect(await records(text)).toMatchObject([{ description: `Ketel${sign} kraan "warm"` }]);
  });

  it('may say its sign on a line of its own, as Excel does', async () => {
    const { records: all } = await opened(`sep=,\r\nKlantnummer,Werkzaamheden\r\n1,"a;b;c;d"\r\n`);
    expect(all).toMatchObject([{ line: 3, record: { description: 'a;b;c;d' } }]);
  });

  it('knows on which line a row begins, whatever is in the cells', async () => {
    const { records: all } = await opened(`${HEAD}\r\n1;"een\r\ntwee\r\ndrie"\r\n\r\n2;b\r\n`);
    expect(all.map(({ line }) => line)).toEqual([2, 6]);
  });

  it('may have titles and empty lines above the names of the columns', async () => {
    expect(await records(`Planning week 48\n\n${HEAD}\n1;Ketel`)).toMatchObject([{ description: 'Ketel' }]);
  });

  it('gives back what our own files protect from being run as a formula', async () => {
    expect(await records(`${HEAD}\n1;'=1+1`)).toMatchObject([{ description: '=1+1' }]);
  });

  it.each([
    ['', 'import-empty'],
    [' \n ', 'import-empty'],
    ['%PDF-1.4', 'import-not-text'],
    ['<html><table>', 'import-not-text'],
    [`${HEAD}\n1;a\0b`, 'import-not-text'],
    [latin('\x89PNG\r\n'), 'import-not-text'],
    [latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 book'), 'import-old-excel'],
    [latin('[{"description": "\xe9"}]'), 'file-not-utf8'],
    [`${HEAD}\n1;"open\n2;b`, 'import-csv-quotes'],
    [`${HEAD}\n1;${'x'.repeat(1_000_001)}`, 'import-csv-row-long'],
    [`${HEAD}\n${'1;a\n'.repeat(50_001)}`, 'import-too-many-rows'],
    [`${HEAD}${';x'.repeat(600)}\n1;a`, 'import-too-many-columns'],
    [`${HEAD};Kleur\n1;a;rood`, 'import-columns-unknown'],
    [`${HEAD};Omschrijving werk\n1;a;b`, 'import-column-twice'],
    [`${HEAD};Werkzaamheden\n1;a;b`, 'import-columns-unknown'],
  ])('%#: is refused as a whole in words of its own', async (bytes, expected) => {
    expect(await code(bytes)).toBe(expected);
  });

  it('is not what its name says but what is in it', async () => {
    expect((await opened(`${HEAD}\n1;a`)).format).toBe('csv');
    expect((await opened('[{"description": "a"}]')).format).toBe('json');
  });
});

describe('the columns of a table', () => {
  it('are known by Dutch and English names, whatever their capitals and signs', async () => {
    const { columns } = await opened('Werkbon-nr.;DATUM;Uren soort;van;Tot;Monteur;Qty;Item code\n1;;;;;;;');
    expect(columns?.map(({ choice }) => choice)).toEqual([
      'workOrderNumber',
      'date',
      'kind',
      'start',
      'end',
      'timeEmployee',
      'quantity',
      'articleCode',
    ]);
  });

  it('without a name and without values do not count; with values they get a letter', async () => {
    const { columns } = await opened(`${HEAD};;\n1;a;;x`);
    expect(columns?.map(({ name, choice }) => [name, choice])).toEqual([
      ['Klantnummer', 'customerNumber'],
      ['Werkzaamheden', 'description'],
      ['D', null],
    ]);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('may be called %s', async (name) => {
    const { columns } = await opened(`${HEAD};${name}\n1;a;b`);
    expect(columns?.at(-1)).toMatchObject({ name, choice: null });
  });

  it('are what the office said before', async () => {
    const known = { kleur: 'skip', klusomschrijving: 'description' } as const;
    expect(await records('Klantnummer;Klusomschrijving;Kleur\n1;Ketel;rood', known)).toEqual([
      expect.objectContaining({ customerNumber: '1', description: 'Ketel' }),
    ]);
  });

  it('called Medewerker say who it is planned on when there are no hours', async () => {
    expect(await records('Werkzaamheden;Medewerker\nKetel;Piet')).toMatchObject([{ employee: 'Piet', times: [] }]);
    expect(await records('Werkzaamheden;Medewerker;Uren\nKetel;Piet;1')).toMatchObject([
      { times: [{ employee: 'Piet', minutes: 60 }] },
    ]);
  });
});

describe('the rows of a table', () => {
  const HOURS = 'Werkbonnummer;Datum;Soort tijd;Van;Tot;Minuten;Medewerker';

  it('with one external id or number are one record, wherever they stand', async () => {
    const text = [
      'Kenmerk;Klantnummer;Werkzaamheden;Artikelcode;Aantal;Minuten;Soort tijd',
      'A;1001;Ketel;VAT;1;60;werk',
      'B;1002;Kraan;;;;',
      'A;;;KOPPELING;2,5;15;reis',
    ].join('\n');
    expect(await records(text)).toMatchObject([
      {
        externalId: 'A',
        customerNumber: '1001',
        times: [
          { kind: 'work', minutes: 60 },
          { kind: 'travel', minutes: 15 },
        ],
        articles: [
          { code: 'VAT', quantity: '1' },
          { code: 'KOPPELING', quantity: '2.5' },
        ],
      },
      { externalId: 'B', times: [], articles: [] },
    ]);
  });

  it('with only an article or hours belong to the row above, as under merged cells', async () => {
    const text = 'Klantnummer;Werkzaamheden;Artikelcode;Aantal\n1;Ketel;A;1\n;;B;2\n2;Kraan;;\n;;C;3';
    expect(await records(text)).toMatchObject([
      { description: 'Ketel', articles: [{ code: 'A' }, { code: 'B' }] },
      { description: 'Kraan', articles: [{ code: 'C' }] },
    ]);
  });

  it('that contradict each other about a work order are refused', async () => {
    expect(await records('Kenmerk;Werkzaamheden\nA;Ketel\nA;Kraan')).toEqual([
      [3, 'import-rows-differ', 'Werkzaamheden'],
    ]);
  });

  it.each([
    ['1;31-12-2026;werk;8:00;9.30;;Piet', { kind: 'work', date: '2026-12-31', start: 480, minutes: 90 }],
    ['1;31/12/2026;Reistijd;;;15;Piet', { kind: 'travel', date: '2026-12-31', minutes: 15 }],
    ['1;1.2.2026;r;;;15;', { kind: 'travel', date: '2026-02-01', minutes: 15 }],
    ['1;2026-12-31;;22u30;1:00;;', { kind: 'work', start: 1350, minutes: 150 }],
    ['1;2026-12-31;w;;;1:30;', { minutes: 90 }],
  ])('%#: hours as people write them', async (row, time) => {
    expect(await records(`${HOURS}\n${row}`)).toMatchObject([{ workOrderNumber: '1', times: [time] }]);
  });

  it.each([
    ['1;31-12-26;werk;8:00;9:00;;', 'import-field-year', 'Datum'],
    ['1;31-02-2026;werk;8:00;9:00;;', 'import-field-day', 'Datum'],
    ['1;12/31/2026;werk;8:00;9:00;;', 'import-field-day', 'Datum'],
    ['1;31-12-2026;overwerk;8:00;9:00;;', 'import-field-kind', 'Soort tijd'],
    ['1;31-12-2026;werk;25:00;9:00;;', 'import-field-time', 'Van'],
    ['1;31-12-2026;werk;8:00;;;', 'import-field-missing', 'Minuten'],
    ['1;31-12-2026;werk;8:00;9:00;61;', 'import-time-differs', 'Minuten'],
    ['1;31-12-2026;werk;;;veel;', 'import-field-minutes', 'Minuten'],
    ['1;31-12-2026;werk;;;1,5;', 'import-field-minutes', 'Minuten'],
    ['1;31-12-2026;werk;;;-15;', 'import-field-minutes', 'Minuten'],
  ])('%#: hours that cannot be, with the name of the column', async (row, expected, column) => {
    expect(await records(`${HOURS}\n${row}`)).toEqual([[2, expected, column]]);
  });

  it('tell of what they lack in the words of the app', async () => {
    expect(await records('Klantnummer;Notities\n1;x')).toEqual([[2, 'import-field-missing', 'Werkzaamheden']]);
    expect(await records('Werkzaamheden;Aantal\nKetel;2')).toEqual([[2, 'import-field-missing', 'Artikelcode']]);
  });
});

describe('the numbers of a table', () => {
  const priced = async (...prices: readonly string[]) =>
    (
      await records(
        `Kenmerk;Werkzaamheden;Artikelcode;Aantal;Prijs\n${prices.map((price, at) => `${at};K;A;1;"${price}"`).join('\n')}`,
      )
    ).map((record) => (record !== null && 'articles' in record ? record.articles[0]?.unitPrice : record?.[1]));

  it.each([
    ['1.234,56', '1234.56'],
    ['€ 1.234.567', '1234567'],
    ['0,125', '0.125'],
    [',5', '0.5'],
    ['12,34567', '12.34567'],
    ['1,234.56', '1234.56'],
    ['12.5', '12.5'],
    ['-3', '-3'],
    ['−3,50', '-3.50'],
    ['1,250', '1.250'],
  ])('%s is %s', async (written, meant) => {
    expect(await priced(written)).toEqual([meant]);
  });

  it.each(['twaalf', '1,2,3', '1.2.3', '--1', '1e3', '12,5 per stuk'])('%s is none', async (written) => {
    expect(await priced(written)).toEqual(['import-field-decimal']);
  });

  it('that may be two things are not guessed at, unless the column tells', async () => {
    expect(await priced('1.250')).toEqual(['import-number-unclear']);
    expect(await priced('1.250', '2,50')).toEqual(['1250', '2.50']);
    expect(await priced('1.250', '2.5')).toEqual(['1.250', '2.5']);
    expect(await priced('1.250', '2.5', '2,5')).toEqual(['import-number-unclear', '2.5', '2.5']);
  });

  it('of hours may be decimals or hours and minutes', async () => {
    const minutes = async (written: string) =>
      (await records(`Werkzaamheden;Uren\nK;"${written}"`)).map((record) =>
        record !== null && 'times' in record ? record.times[0]?.minutes : record?.[1],
      );
    expect(await minutes('1,5')).toEqual([90]);
    expect(await minutes('0.25')).toEqual([15]);
    expect(await minutes('0,33 uur')).toEqual([20]);
    expect(await minutes('1:05')).toEqual([65]);
    expect(await minutes('0,01')).toEqual(['import-field-minutes']);
  });
});
