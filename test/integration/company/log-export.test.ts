import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LogEntry } from '../../../main/db/store';
import { savedLines } from './saved-list';
import { TestCompany } from './test-company';

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
});
afterEach(() => test.close());

const entry = (message: string): LogEntry => ({
  atMs: Date.parse('2026-07-01T06:00:00Z'),
  level: 'error',
  table: 'workOrder',
  recordId: null,
  record: '1042 Jansen',
  message: { nl: message, en: `${message} (en)` },
  action: { nl: 'Doe iets', en: 'Do something' },
  runId: null,
  fold: null,
});
const add = (message: string): void => test.store.log.add([entry(message)]);
const exported = (filter = {}): Promise<readonly string[]> => savedLines(test.company, { list: 'log', filter });

it('is a file that a Dutch spreadsheet opens by itself', async () => {
  add('Niet verzonden');
  expect(await exported()).toEqual([
    '\uFEFFDatum;Soort bericht;Tabel;Record;Bericht;Te nemen actie;Aantal;Eerste keer',
    '2026-07-01 08:00:00;Foutmelding;Werkbon;1042 Jansen;Niet verzonden;Doe iets;1;2026-07-01 08:00:00',
  ]);
});

it('follows the language of the screens', async () => {
  test.settings.setApp({ language: 'en' });
  add('Niet verzonden');
  const [header, row] = await exported();
  expect(header).toContain('Kind;Table');
  expect(row).toContain('Error;Work order;1042 Jansen;Niet verzonden (en);Do something');
});

it('keeps semicolons, quotes and line ends inside their cell', async () => {
  add('Regel "een"; dan\ntwee');
  expect((await exported())[1]).toContain(';"Regel ""een""; dan\ntwee";');
});

it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\tx'])('does not let %j run as a formula', async (text) => {
  add(text);
  expect((await exported())[1]).toMatch(/;"?'[=+\-@\t]/u);
});

it('holds the whole log, newest first, however long it is', async () => {
  test.store.log.add(Array.from({ length: 1_203 }, (_, index) => entry(`bericht ${index}`)));

  const rows = await exported();

  expect(rows).toHaveLength(1_204);
  expect(rows[1]).toContain('bericht 1202;');
  expect(rows.at(-1)).toContain('bericht 0;');
});

it('holds what the filter asks for', async () => {
  add('ketel');
  add('kraan');
  expect(await exported({ text: 'kraan' })).toHaveLength(2);
});
