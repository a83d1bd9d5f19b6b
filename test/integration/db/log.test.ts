import { expect, test } from 'vitest';
import type { LogEntry } from '../../../main/db/store';
import type { LogFilter } from '../../../preload/contract/views';
import { openTempStore, NOON } from './open-temp-store';

const DAY_MS = 86_400_000;
const entry = (change: Partial<LogEntry> = {}): LogEntry => ({
  atMs: NOON,
  level: 'info',
  table: 'workOrder',
  recordId: 1,
  record: '1001 Özgür Installatie',
  message: { nl: 'Geboekt als verkooporder VO2026-0012', en: 'Booked as sales order VO2026-0012' },
  action: null,
  runId: null,
  fold: null,
  ...change,
});
const action = { nl: 'Kies een klant op de werkbon', en: 'Choose a customer on the work order' };

test('the newest message comes first, in pages that follow on', () => {
  const { store } = openTempStore();
  store.log.add(Array.from({ length: 5 }, (_, n) => entry({ atMs: NOON + n, recordId: n })));
  const first = store.log.list({ filter: {}, limit: 3 });
  expect([first.rows.map((row) => row.recordId), first.more]).toEqual([[4, 3, 2], true]);
  const { lastAtMs, id } = first.rows[2]!;
  const second = store.log.list({ filter: {}, limit: 3, before: { lastAtMs, id } });
  expect([second.rows.map((row) => row.recordId), second.more]).toEqual([[1, 0], false]);
});

test('a message is read back whole, in both languages', () => {
  const { store } = openTempStore();
  store.log.add([entry({ level: 'error', action })]);
  expect(store.log.list({ filter: {}, limit: 10 }).rows).toMatchObject([
    {
      firstAtMs: NOON,
      lastAtMs: NOON,
      count: 1,
      level: 'error',
      table: 'workOrder',
      recordId: 1,
      record: '1001 Özgür Installatie',
      message: { nl: 'Geboekt als verkooporder VO2026-0012', en: 'Booked as sales order VO2026-0012' },
      action,
    },
  ]);
});

test('repeats of one cause within a day become one row with a count, on top again', () => {
  const { store } = openTempStore();
  const repeated = entry({ fold: 'code-double:A1', record: 'A1' });
  store.log.add([repeated, entry({ record: 'ander' }), { ...repeated, atMs: NOON + 5 }]);
  store.log.add([{ ...repeated, atMs: NOON + 9, message: { nl: 'Nieuwere tekst', en: 'Newer text' } }]);
  expect(store.log.list({ filter: {}, limit: 10 }).rows).toMatchObject([
    { record: 'A1', count: 3, firstAtMs: NOON, lastAtMs: NOON + 9, message: { nl: 'Nieuwere tekst' } },
    { record: 'ander', count: 1 },
  ]);
  expect(store.log.list({ filter: { text: 'verkooporder' }, limit: 10 }).rows).toMatchObject([{ record: 'ander' }]);
  store.log.add([{ ...repeated, atMs: NOON + DAY_MS }]);
  expect(store.log.list({ filter: { text: 'A1' }, limit: 10 }).rows.map((row) => row.count)).toEqual([1, 3]);
});

test.each<[string, LogFilter, readonly number[]]>([
  ['a level', { levels: ['error'] }, [3]],
  ['several levels', { levels: ['error', 'warning'] }, [3, 2]],
  ['no level chosen', { levels: [], tables: [] }, [4, 3, 2, 1]],
  ['a table', { tables: ['customer'] }, [4, 2]],
  ['a level and a table', { levels: ['warning'], tables: ['customer'] }, [2]],
  ['from a moment on', { fromMs: NOON + 3 * DAY_MS + 1 }, [4]],
  ['up to a moment', { toMs: NOON + 2 * DAY_MS }, [2, 1]],
  ['a period of months', { fromMs: NOON - 100 * DAY_MS, toMs: NOON + DAY_MS }, [1]],
  ['a period that ends before it begins', { fromMs: NOON + DAY_MS, toMs: NOON }, []],
  ['a word without diacritics', { text: 'ozgur' }, [1]],
  ['the beginning of a word', { text: 'verkoopor' }, [1]],
  ['two words', { text: 'verkooporder 1001' }, [1]],
  ['a number with a dash', { text: 'VO2026-0012' }, [1]],
  ['the other language', { text: 'sales' }, [1]],
  ['text and level', { text: 'klant', levels: ['error'] }, [3]],
  ['words that nothing holds', { text: 'onvindbaar' }, []],
  ['signs only', { text: '" * ()' }, [4, 3, 2, 1]],
  ['words that look like operators', { text: 'AND OR tags:levelerror' }, []],
])('the log is filtered on %s', (_, filter, expected) => {
  const { store } = openTempStore();
  const other = { record: 'x', message: { nl: 'Klant gewijzigd', en: 'Customer changed' } };
  store.log.add([
    entry({ atMs: NOON + DAY_MS, recordId: 1 }),
    entry({ ...other, atMs: NOON + 2 * DAY_MS, recordId: 2, level: 'warning', table: 'customer' }),
    entry({ ...other, atMs: NOON + 3 * DAY_MS, recordId: 3, level: 'error' }),
    entry({ ...other, atMs: NOON + 400 * DAY_MS, recordId: 4, table: 'customer', level: 'approval' }),
  ]);
  expect(store.log.list({ filter, limit: 10 }).rows.map((row) => row.recordId)).toEqual(expected);
  const window = store.log.window({ filter, offset: 0, limit: 10 });
  expect([window.total, window.rows.map((row) => row.recordId)]).toEqual([expected.length, expected]);
});

test('the overview shows the newest errors and warnings that ask for an action', () => {
  const { store } = openTempStore();
  store.log.add([
    entry({ level: 'error', action, recordId: 1 }),
    entry({ level: 'error', recordId: 2 }),
    entry({ level: 'info', action, recordId: 3 }),
    entry({ level: 'warning', action, recordId: 4 }),
  ]);
  expect(store.log.attention(10).rows.map((row) => row.recordId)).toEqual([4, 1]);
  expect(store.log.attention(1)).toMatchObject({ total: 2, rows: [{ recordId: 4 }], mended: [] });
});

test('a folded message tells each time that it came, and in which run', () => {
  const { store } = openTempStore();
  const [first, second] = [store.runs.start('schedule', NOON), store.runs.start('schedule', NOON + 5)];
  const repeated = entry({ fold: 'code-double:A1', record: 'A1' });
  store.log.add([
    { ...repeated, runId: first },
    entry({ runId: first }),
    { ...repeated, atMs: NOON + 5, runId: second },
  ]);
  store.log.add([{ ...repeated, atMs: NOON + 9 }]);
  const [row] = store.log.list({ filter: { text: 'A1' }, limit: 10 }).rows;
  expect(store.log.moments({ id: row!.id, limit: 10 })).toEqual([
    { atMs: NOON + 9, runId: null },
    { atMs: NOON + 5, runId: second },
    { atMs: NOON, runId: first },
  ]);
  expect(store.log.moments({ id: row!.id, limit: 1 })).toHaveLength(1);
  const ofRun = (runId: number, text = '') =>
    store.log.list({ filter: { runId, ...(text === '' ? {} : { text }) }, limit: 10 }).rows.map(({ record }) => record);
  expect(ofRun(first)).toEqual(['A1', '1001 Özgür Installatie']);
  expect(ofRun(second)).toEqual(['A1']);
  expect(ofRun(first, 'installatie')).toEqual(['1001 Özgür Installatie']);
});

test('a message that came once tells that one time', () => {
  const { store } = openTempStore();
  store.log.add([entry({ fold: 'x' })]);
  const [row] = store.log.list({ filter: {}, limit: 1 }).rows;
  expect(store.log.moments({ id: row!.id, limit: 10 })).toEqual([{ atMs: NOON, runId: null }]);
});

test.each([
  ['everything', {}],
  ['a word', { text: 'verkooporder' }],
  ['a period', { fromMs: NOON + 10 }],
  ['a word in a period', { text: 'verkooporder', fromMs: NOON + 10 }],
])('of %s any window can be read', (_, filter: LogFilter) => {
  const { store } = openTempStore();
  store.log.add(Array.from({ length: 60 }, (_, n) => entry({ atMs: NOON + n, recordId: n })));
  const all = store.log.list({ filter, limit: 100 }).rows.map((row) => row.recordId);
  for (let offset = 0; offset <= all.length + 7; offset += 7) {
    const { total, rows } = store.log.window({ filter, offset, limit: 7 });
    expect([total, rows.map((row) => row.recordId)]).toEqual([all.length, all.slice(offset, offset + 7)]);
  }
});
