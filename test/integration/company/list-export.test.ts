import { access, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { writeWholeFile } from '../../../main/platform/whole-file';
import { MOST_XLSX_ROWS } from '../../../main/tables/xlsx-limit';
import type { ExportedList } from '../../../preload/contract/exports';
import { article, customer, draft, frozen, pull, readyWorkOrder } from '../db/records';
import { savedBytes } from './saved-list';
import { must, TestCompany } from './test-company';

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
});
afterEach(() => test.close());

type Record = Readonly<globalThis.Record<string, unknown>>;

/** The rows of the file by the names of their columns, as texts. */
async function csv(what: ExportedList): Promise<readonly Record[]> {
  const bytes = await savedBytes(test.company, what, 'csv');
  return parse(bytes, { columns: true, delimiter: ';', bom: true });
}

/** The same of a workbook: numbers and dates as Excel would have them. */
async function xlsx(what: ExportedList): Promise<readonly Record[]> {
  const sheets = await readXlsx(await savedBytes(test.company, what, 'xlsx'));
  const [head = [], ...rows] = sheets[0]?.data ?? [];
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [String(name), row[index] ?? ''])));
}

const CUSTOMERS = [
  customer('1', { name: 'Öztürk & Zn', number: '2' }),
  customer('2', { name: '=HYPERLINK("http://x")', number: '10' }),
  customer('3', { name: 'Regel "een";\ntwee', number: '1' }),
];
const all = { search: '', sort: { key: 'number', descending: false } } as const;

describe('customers', () => {
  beforeEach(() => void pull(test.store, 'customers', CUSTOMERS));

  it('come in the order of the list, and all of them', async () => {
    const rows = await csv({ list: 'customers', ...all });
    expect(rows.map(({ Klantnummer, Naam }) => [Klantnummer, Naam])).toEqual([
      ['1', 'Regel "een";\ntwee'],
      ['2', 'Öztürk & Zn'],
      // A spreadsheet shows the apostrophe to nobody and runs nothing.
      ['10', `'=HYPERLINK("http://x")`],
    ]);
  });

  it('are texts in Excel, which runs none of them', async () => {
    const names = (await xlsx({ list: 'customers', ...all })).map(({ Naam }) => Naam);
    expect(names).toEqual(['Regel "een";\ntwee', 'Öztürk & Zn', '=HYPERLINK("http://x")']);
  });

  it('are those that are searched for', async () => {
    expect(await csv({ list: 'customers', search: 'ozturk' })).toHaveLength(1);
  });
});

it('prices keep every digit, and at least two; a price that nobody knows is empty', async () => {
  const prices = ['12.34567', '7', '-0.05', '123456789012345.12345', null];
  pull(
    test.store,
    'articles',
    prices.map((unitPrice, index) => article(String(index), { unitPrice })),
  );
  const column = 'Prijs excl. btw';
  const asTexts = (await csv({ list: 'articles', search: '' })).map((row) => row[column]);
  expect(asTexts).toEqual(['12,34567', '7,00', '-0,05', '123456789012345,12345', '']);
  // Excel keeps fifteen digits: more stays a text, so that nothing changes unseen.
  const asNumbers = (await xlsx({ list: 'articles', search: '' })).map((row) => row[column]);
  expect(asNumbers).toEqual([12.34567, 7, -0.05, '123456789012345.12345', '']);
});

describe('work orders', () => {
  const at = Date.parse('2026-07-01T06:30:00Z');
  beforeEach(() => {
    for (let n = 0; n < 3; n += 1) {
      const times = [
        { employeeId: null, kind: 'work' as const, date: '2026-07-01', startMinute: null, minutes: 20 + n, note: '' },
      ];
      must(test.store.workOrders.create(draft({ description: `Klus ${n}`, plannedStartAtMs: at, times }), at));
    }
    must(test.store.workOrders.reportReady(2, at));
  });

  it('have minutes and hours as numbers and the moment on the clock of the office', async () => {
    const [row] = await xlsx({ list: 'work-orders', search: '1002' });
    expect(row).toMatchObject({
      Werkbon: '1002',
      Status: 'Gereed gemeld',
      'Werktijd (minuten)': 21,
      'Werktijd (uren)': 0.35,
      'Gepland op': new Date('2026-07-01T08:30:00Z'),
    });
  });

  it('are those of the box that shows', async () => {
    expect(await csv({ list: 'work-orders', search: '', status: 'planned' })).toHaveLength(2);
    expect((await csv({ list: 'work-orders', search: '', notInvoiced: true })).map((row) => row.Werkbon)).toEqual([
      '1002',
    ]);
  });

  it('that stay to be planned are a list of their own', async () => {
    must(test.store.workOrders.create(draft({ description: 'Later' }), at));
    expect(await csv({ list: 'unplanned', search: '' })).toMatchObject([{ Werkzaamheden: 'Later', 'Gepland op': '' }]);
    const board = { list: 'planning', fromMs: at, toMs: at + 3_600_000, who: 'all' } as const;
    expect(await csv({ ...board, who: 1 })).toEqual([]);
    expect((await csv(board)).map((row) => row['Gepland op'])).toEqual(Array(3).fill('2026-07-01 08:30:00'));
  });
});

describe('runs', () => {
  const documents = { booked: 1, skipped: 0, blocked: 2, unsure: 0 };
  const counts = { read: 40, written: 3, unchanged: 37, removed: 0, parked: 0 };
  beforeEach(() => {
    const { runs } = test.store;
    const at = Date.parse('2026-07-01T06:30:00Z');
    const quiet = runs.start('schedule', at, { package: 'snelstart', occasion: 'start' });
    const none = { booked: 0, skipped: 0, blocked: 0, unsure: 0 };
    runs.finish(quiet, { atMs: at + 1_000, result: 'finished', calls: 2, documents: none, problem: null });
    const id = runs.start('manual', at + 60_000, { package: 'snelstart', occasion: null });
    runs.record(id, { resource: 'customers', counts, problem: null });
    runs.record(id, { resource: 'articles', counts: { ...counts, written: 0, parked: 2 }, problem: null });
    const found = problem('offline', 'offline');
    runs.finish(id, { atMs: at + 72_400, result: 'partial', calls: 9, documents, problem: found });
  });

  it('stand newest first, with totals as numbers and each table in words', async () => {
    const [row, first] = await xlsx({ list: 'runs' });
    expect(row).toMatchObject({
      Begonnen: new Date('2026-07-01T08:31:00Z'),
      Boekhoudpakket: 'Pakket',
      Aanleiding: 'Op verzoek',
      Uitkomst: 'Deels gelukt',
      'Duur (seconden)': 12,
      Verzoeken: 9,
      Gelezen: 80,
      Gewijzigd: 3,
      'Boekstukken geblokkeerd': 2,
      'Per tabel':
        'Klanten: 40 gelezen, 3 gewijzigd, 37 ongewijzigd; Artikelen: 40 gelezen, 37 ongewijzigd, 2 niet overgenomen',
    });
    expect(first).toMatchObject({ Aanleiding: 'Start van Simon', Uitkomst: 'Gelukt', Waarom: '' });
  });

  it('are those that the filter lets through', async () => {
    expect(await csv({ list: 'runs', changed: true })).toHaveLength(1);
    expect(await csv({ list: 'runs', results: ['failed'] })).toHaveLength(0);
  });
});

it('employees stand in the order of the office, with who has left', async () => {
  const { employees } = test.store;
  const piet = employees.add('Piet');
  const jan = employees.add('Jan');
  must(employees.save(piet.id, { name: 'Piet', active: false }));
  employees.order([piet.id, jan.id]);
  expect(await csv({ list: 'employees' })).toEqual([
    { Medewerker: 'Piet', 'Werkt hier': 'Nee' },
    { Medewerker: 'Jan', 'Werkt hier': 'Ja' },
  ]);
});

describe('hours', () => {
  it('stand by employee and day, with shares that add up to exactly the line of the document', async () => {
    const { store } = test;
    pull(store, 'customers', [customer('1')]);
    const jan = store.employees.add('Jan').id;
    const piet = store.employees.add('Piet').id;
    const time = { kind: 'work', startMinute: 22 * 60 + 30, note: '' } as const;
    const { id, version } = readyWorkOrder(store, {
      times: [
        { ...time, employeeId: piet, date: '2026-07-02', minutes: 100 },
        { ...time, employeeId: jan, date: '2026-07-02', minutes: 100 },
        { ...time, employeeId: jan, date: '2026-07-01', minutes: 100 },
      ],
    });
    const made = frozen(store, id);
    const [line] = made.document.lines;
    const lines = [{ ...line!, kind: 'work-time' as const, totalExclVat: '250.00' }];
    const start = { state: 'waiting', frozen: { ...made, document: { ...made.document, lines } } } as const;
    must(store.workOrders.archive(id, version, start, 0));
    const rows = await csv({ list: 'hours', fromDay: '2026-07-01', toDay: '2026-07-31' });
    expect(
      rows.map((row) => [row.Medewerker, row.Dag, row.Van, row.Tot, row.Minuten, row.Uren, row['Bedrag excl. btw']]),
    ).toEqual([
      ['Jan', '2026-07-01', '22:30', '00:10', '100', '1,67', '83,33'],
      ['Jan', '2026-07-02', '22:30', '00:10', '100', '1,67', '83,33'],
      ['Piet', '2026-07-02', '22:30', '00:10', '100', '1,67', '83,34'],
    ]);
    expect(await csv({ list: 'hours', fromDay: '2026-07-02', toDay: '2026-07-02' })).toHaveLength(2);
  });
});

describe('the file', () => {
  const write = (ask: string | null) => ({ ask: () => Promise.resolve(ask), write: writeWholeFile });

  it('is there only when it is complete: one that is stopped leaves nothing', async () => {
    pull(
      test.store,
      'customers',
      Array.from({ length: 1_200 }, (_, n) => customer(String(n))),
    );
    const stop = test.company.on('export:progress', () => test.company.lists.cancel());
    const file = path.join(test.folder, 'klanten.csv');
    expect(await test.company.lists.save({ list: 'customers', ...all }, 'csv', write(file))).toBeNull();
    expect((await readdir(test.folder)).filter((name) => name.startsWith('klanten'))).toEqual([]);
    stop();
    expect(must((await test.company.lists.save({ list: 'customers', ...all }, 'csv', write(file)))!)).toEqual({
      rows: 1_200,
      file,
    });
    expect((await readFile(file, 'utf8')).split('\r\n')).toHaveLength(1_202);
  });

  it('is not made when the office cancels', async () => {
    expect(await test.company.lists.save({ list: 'customers', ...all }, 'xlsx', write(null))).toBeNull();
  });

  it('is one at a time', async () => {
    const file = path.join(test.folder, 'log.csv');
    const both = ['a', 'b'].map(() => test.company.lists.save({ list: 'log', filter: {} }, 'csv', write(file)));
    expect(await Promise.all(both)).toMatchObject([{ ok: true }, { ok: false, problem: { code: 'export-under-way' } }]);
    await access(file);
  });

  it('that is too long for Excel is refused before the office is asked where', async () => {
    const entry = {
      atMs: 0,
      level: 'info' as const,
      table: 'link' as const,
      recordId: null,
      record: '',
      message: { nl: 'x', en: 'x' },
      action: null,
      runId: null,
      fold: null,
    };
    test.store.log.add(Array.from({ length: MOST_XLSX_ROWS + 1 }, () => entry));
    const file = path.join(test.folder, 'log.xlsx');
    const refused = await test.company.lists.save({ list: 'log', filter: {} }, 'xlsx', write(file));
    expect(refused).toMatchObject({ ok: false, problem: { code: 'too-many-rows-for-excel' } });
    expect((await readdir(test.folder)).filter((name) => name.startsWith('log.xlsx'))).toEqual([]);
  }, 120_000);
});
