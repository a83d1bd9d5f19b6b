import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../../connectors/snelstart/simulator/index';
import { checkImportRecord, type ImportRecord } from '../../../main/company/import/record';
import { EXAMPLE_COUNT, exampleImportText } from '../../../main/practice/example-work-orders';
import { JOB_WORK_ORDERS, jobImportText } from '../../../main/practice/job-work-orders';

const MONDAY_MORNING_MS = Date.parse('2026-11-23T07:00:00Z');
const SUNDAY_NIGHT_MS = Date.parse('2026-11-22T23:30:00Z');
const NUMBERS = ['101', '102', '103'];

function recordsOf(text: string): readonly ImportRecord[] {
  return (JSON.parse(text) as unknown[]).map((value) => {
    const checked = checkImportRecord(value);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
    return checked.value;
  });
}
const examples = (nowMs = MONDAY_MORNING_MS) => recordsOf(exampleImportText(NUMBERS, nowMs));

describe('the examples of the practice administration', () => {
  it('are a week of work in several states', () => {
    const all = examples();
    expect(all).toHaveLength(EXAMPLE_COUNT);
    expect(all.filter((record) => record.ready)).toHaveLength(3);
    expect(all.some((record) => record.plannedStart == null)).toBe(true);
    const withoutCustomer = all.filter((record) => !NUMBERS.includes(record.customerNumber ?? ''));
    expect(withoutCustomer, 'one to mend').toMatchObject([{ customerNumber: null, ready: true }]);
    expect(all.some((record) => record.description?.toLowerCase().includes('garantie'))).toBe(true);
  });

  it('hold something for today, and nothing for the weekend or outside the hours of the wall clock', () => {
    for (const nowMs of [MONDAY_MORNING_MS, SUNDAY_NIGHT_MS]) {
      const planned = examples(nowMs).flatMap(({ plannedStart }) => (plannedStart == null ? [] : [plannedStart]));
      const wallClock = planned.map((atMs) =>
        new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', weekday: 'short', hour: '2-digit' }).format(
          atMs,
        ),
      );
      expect(wallClock.filter((text) => /Sat|Sun/.test(text) && nowMs === MONDAY_MORNING_MS)).toEqual([]);
      const hours = planned.map((atMs) => Number(new Date(atMs + 3_600_000).toISOString().slice(11, 13)));
      expect(hours.every((hour) => hour >= 8 && hour < 17)).toBe(true);
    }
    const today = examples().filter(({ plannedStart }) => plannedStart != null && isMonday(plannedStart));
    expect(today.length).toBeGreaterThanOrEqual(2);
  });
});

const isMonday = (atMs: number): boolean => new Date(atMs).toISOString().startsWith('2026-11-23');

describe('the work orders of the practice job', () => {
  it('are right for an import, each with a customer', () => {
    const records = recordsOf(jobImportText(NUMBERS));
    expect(records).toHaveLength(JOB_WORK_ORDERS.length);
    expect(records.every(({ customerNumber }) => NUMBERS.includes(customerNumber ?? ''))).toBe(true);
  });
});

it('only use articles that the practice books have and sell', async () => {
  const simulator = await startSimulator({ books: 'practice', seed: 1 });
  try {
    const known = new Set(
      simulator.control.books
        .articles()
        .filter(({ inactive }) => !inactive)
        .map(({ code }) => code),
    );
    const used = [...examples(), ...recordsOf(jobImportText(NUMBERS))].flatMap(({ articles }) =>
      articles.map(({ code }) => code),
    );
    for (const code of used) expect(known, code).toContain(code);
  } finally {
    await simulator.close();
  }
});
