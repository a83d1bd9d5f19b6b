import { expect, test } from 'vitest';
import { logQuery, logTags } from '../../../main/db/repos/log-tags';

const MARCH_2 = Date.UTC(2026, 2, 2, 12);
const DAY_MS = 86_400_000;
const span = { fromMs: Date.UTC(2025, 0, 1), toMs: MARCH_2 };

test('a message is tagged with all it can be filtered on', () => {
  const entry = {
    atMs: MARCH_2,
    level: 'error',
    table: 'workOrder',
    recordId: null,
    record: '',
    runId: null,
    fold: null,
  } as const;
  const message = { nl: '', en: '' };
  expect(logTags({ ...entry, message, action: message })).toBe(
    'levelerror tableworkOrder day20260302 month202603 hasaction',
  );
  expect(logTags({ ...entry, message, action: null })).not.toContain('hasaction');
});

test('no filter is no query', () => {
  expect(logQuery({}, span)).toBeNull();
  expect(logQuery({ text: ' - ', levels: [] }, span)).toBeNull();
});

test('words and tags come together in one query', () => {
  expect(logQuery({ text: 'Jansen "x', levels: ['error', 'warning'], tables: ['link'] }, span)).toBe(
    '(text : "Jansen" *) AND (text : "x" *) AND (tags : (levelerror OR levelwarning)) AND (tags : (tablelink))',
  );
});

test('a short period is named by its days, a long one by its months, and both stay within the log', () => {
  expect(logQuery({ fromMs: MARCH_2 - DAY_MS, toMs: MARCH_2 + 400 * DAY_MS }, span)).toBe(
    '(tags : (day20260301 OR day20260302))',
  );
  expect(logQuery({ toMs: Date.UTC(2025, 2, 1) }, span)).toBe('(tags : (month202501 OR month202502 OR month202503))');
  expect(logQuery({ fromMs: MARCH_2 + DAY_MS }, span)).toBe('(tags : (never))');
});
