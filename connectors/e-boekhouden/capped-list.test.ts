import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problem } from '../_kit/problem';
import { fail, ok } from '../_kit/result';
import { mayBeCutOff, portionsOf, type CappedList, type ListedRow, type Progress, type Query } from './capped-list';

const LIMIT = 500;

/** A service that gives the first 500 rows that hold a part of a code, or are in a group. */
function service(
  rows: readonly ListedRow[],
  more: { groups?: readonly string[]; looksAt?: 'parts' | 'start' | 'whole' } = {},
) {
  const asked: Query[] = [];
  const list: CappedList<ListedRow> = {
    groups: more.groups ?? [],
    ask: (query) => {
      asked.push(query);
      const found = rows.filter(({ code, group }) => {
        if (query.by === 'group') return group === query.key;
        const lower = code.toLowerCase();
        if (query.by === 'everything') return true;
        if (more.looksAt === 'start') return lower.startsWith(query.key);
        return more.looksAt === 'whole' ? lower === query.key : lower.includes(query.key);
      });
      return Promise.resolve(ok(found.slice(0, LIMIT)));
    },
  };
  return { list, asked };
}

async function read(list: CappedList<ListedRow>, thorough: boolean, start: Progress | null = null, most = Infinity) {
  const keys: string[] = [];
  let next: Progress | null = start;
  let isComplete = false;
  let portions = 0;
  for await (const portion of portionsOf(list, start, { thorough })) {
    if (!portion.ok) throw new Error('A problem');
    keys.push(...portion.value.rows.map((row) => row.key));
    ({ next, isComplete } = portion.value);
    portions += 1;
    if (portions === most) break;
  }
  return { keys, next, isComplete };
}

const rowsOf = (codes: readonly string[], groupOf = (_index: number): string => ''): ListedRow[] =>
  codes.map((code, index) => ({ key: String(index), code, group: groupOf(index) }));

const numbered = (count: number): string[] => Array.from({ length: count }, (_none, index) => String(10_001 + index));

describe('a list that is not cut off', () => {
  it.each([0, 1, 499])('of %d rows is read by one question', async (count) => {
    const { list, asked } = service(rowsOf(numbered(count)));
    expect(await read(list, true)).toMatchObject({ isComplete: true, next: null });
    expect(asked).toHaveLength(1);
  });

  it('is one with any number of rows that is no limit', () => {
    expect([0, 100, 400, 499, 501, 1999, 2001].filter(mayBeCutOff)).toEqual([]);
    expect([500, 1000, 2000, 5000].map(mayBeCutOff)).toEqual([true, true, true, true]);
  });
});

describe('a list that is cut off', () => {
  it.each([true, false])('is read to its last row, each row once (thorough: %s)', async (thorough) => {
    const rows = rowsOf(numbered(1800));
    const { keys, isComplete } = await read(service(rows).list, thorough);
    expect(isComplete).toBe(true);
    expect([...keys].sort()).toEqual(rows.map((row) => row.key).sort());
  });

  it('is never called complete when a row is missing, whatever the codes are', async () => {
    const code = fc.string({ unit: fc.constantFrom(...'0011122345abQx'), minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(code, { minLength: 501, maxLength: 900 }), async (codes) => {
        const rows = rowsOf(codes);
        const { keys, isComplete } = await read(service(rows).list, true);
        if (isComplete) expect(rows.filter(({ key }) => !keys.includes(key))).toEqual([]);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('goes on from every portion, and brings the rest', async () => {
    const rows = rowsOf(numbered(900));
    const { list, asked } = service(rows);
    await read(list, false);
    const inAll = asked.length;
    for (let portions = 1; portions < inAll; portions += 5) {
      const first = await read(list, false, null, portions);
      const rest = await read(list, false, first.next);
      expect(new Set([...first.keys, ...rest.keys]).size).toBe(rows.length);
    }
  });

  it('asks chosen groups by themselves, and is complete when none of them is cut off', async () => {
    const rows = rowsOf(numbered(1200), (index) => ['A', 'B', 'C', ''][index % 4] ?? '');
    const { list, asked } = service(rows, { groups: ['A', 'C'] });
    const { keys, isComplete } = await read(list, true);
    expect(isComplete).toBe(true);
    expect(asked.map(({ by, key }) => `${by} ${key}`)).toEqual(['everything ', 'group A', 'group C']);
    const wanted = rows.filter(({ group }) => group === 'A' || group === 'C').map((row) => row.key);
    expect(wanted.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('is not complete when a chosen group is cut off itself', async () => {
    const { list } = service(
      rowsOf(numbered(1200), () => 'A'),
      { groups: ['A'] },
    );
    expect((await read(list, true)).isComplete).toBe(false);
  });

  it('is read by the groups that show, and never called complete, when the service does not look for parts', async () => {
    const rows = rowsOf(numbered(1200), (index) => ['A', 'B', 'C'][index % 3] ?? '');
    const { list, asked } = service(rows, { looksAt: 'whole' });
    const { keys, isComplete } = await read(list, true);
    expect(keys).toHaveLength(1200);
    expect(isComplete).toBe(false);
    // Everything, one part on trial, three groups.
    expect(asked).toHaveLength(5);
  });

  it('is never called complete when the service looks at the start of codes only, and a row is missing', async () => {
    const starts = ['00', '01', '10', '11', '0a'];
    const codes = starts.flatMap((start) => Array.from({ length: 300 }, (_none, index) => `${start}${23_456 + index}`));
    const { list } = service(rowsOf(codes), { looksAt: 'start' });
    const { keys, isComplete } = await read(list, true);
    expect(keys.length).toBeLessThan(codes.length);
    expect(isComplete).toBe(false);
  });

  it('brings the rest too when it goes on behind the answers that were cut off', async () => {
    const rows = rowsOf(['aa', 'ab', 'bb'].flatMap((code) => Array.from({ length: 400 }, () => code)));
    const { list } = service(rows);
    // Everything, a, ten digits, b.
    const first = await read(list, false, null, 13);
    expect(first.next?.cut).toEqual(['a', 'b']);
    const rest = await read(list, false, first.next);
    expect(rest.isComplete).toBe(true);
    expect(new Set([...first.keys, ...rest.keys]).size).toBe(rows.length);
  });

  it('stays incomplete when it goes on after the service turned out not to look for parts', async () => {
    const { list } = service(
      rowsOf(numbered(1200), (index) => ['A', 'B', 'C'][index % 3] ?? ''),
      { looksAt: 'whole' },
    );
    const first = await read(list, false, null, 3);
    expect((await read(list, false, first.next)).isComplete).toBe(false);
  });

  it('is given up when every part of it is cut off, and not called complete', async () => {
    const { list, asked } = service(rowsOf(Array.from({ length: 800 }, () => 'aaaaaaaaaaaaaaaaaaaa')));
    expect((await read(list, true)).isComplete).toBe(false);
    expect(asked.length).toBeLessThan(60);
  });

  it('ends at a problem', async () => {
    const gone = fail(problem('offline', 'connection-refused'));
    const list: CappedList<ListedRow> = { groups: [], ask: () => Promise.resolve(gone) };
    const portions = [];
    for await (const portion of portionsOf(list, null, { thorough: true })) portions.push(portion);
    expect(portions).toEqual([gone]);
  });
});
