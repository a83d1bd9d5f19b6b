import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '../_kit/result';
import { pagesOf, readAll, type PagedList, type Place, type RowsPart } from './paging';

interface Row {
  readonly id: string;
}
const rowsTo = (count: number): Row[] => Array.from({ length: count }, (_, at) => ({ id: String(at + 1) }));

/** A list in memory; `shape` is how the service describes a part, `before` what happens before each request. */
function listOf(
  rows: Row[],
  options: {
    readonly size?: number;
    readonly shape?: (part: RowsPart) => Partial<RowsPart>;
    readonly largest?: number;
    readonly before?: (request: number) => void;
  } = {},
): PagedList & { readonly requests: () => number } {
  let requests = 0;
  return {
    name: 'rijen',
    size: options.size ?? 10,
    idOf: (row) => (row as Row).id,
    requests: () => requests,
    part: (index, asked) => {
      requests += 1;
      options.before?.(requests);
      const size = Math.min(asked, options.largest ?? asked);
      const start = index * size;
      const part: RowsPart = {
        rows: rows.slice(start, start + size),
        total: rows.length,
        largestSize: options.largest ?? 1000,
        hasMore: start + size < rows.length,
      };
      return Promise.resolve(ok({ ...part, ...options.shape?.(part) }));
    },
  };
}

async function read(list: PagedList, from: Place | null = null) {
  const ids: string[] = [];
  const places: (Place | null)[] = [];
  for await (const page of pagesOf(list, from)) {
    if (!page.ok) return { ids, places, problem: page.problem };
    ids.push(...page.value.rows.map(list.idOf));
    places.push(page.value.next);
  }
  return { ids, places, problem: null };
}

const DESCRIPTIONS: [string, (part: RowsPart) => Partial<RowsPart>][] = [
  ['everything', () => ({})],
  ['no count', () => ({ total: null })],
  ['no next part', () => ({ hasMore: null })],
  ['no largest size', () => ({ largestSize: null, hasMore: null })],
  ['nothing at all', () => ({ total: null, largestSize: null, hasMore: null })],
];

describe('a list in parts', () => {
  it.each(DESCRIPTIONS)('is read whole, each row once, whatever the service tells: %s', async (_what, shape) => {
    for (const count of [0, 1, 9, 10, 11, 30, 35]) {
      for (const largest of [undefined, 4]) {
        const options = largest === undefined ? { shape } : { shape, largest };
        const { ids, problem } = await read(listOf(rowsTo(count), options));
        expect(problem).toBeNull();
        expect(ids).toEqual(rowsTo(count).map((row) => row.id));
      }
    }
  });

  it('costs one request when nothing is in it', async () => {
    const list = listOf([]);
    await read(list);
    expect(list.requests()).toBe(1);
  });

  it('goes on from every place where it can be broken off', async () => {
    const { places } = await read(listOf(rowsTo(35)));
    for (const place of places) {
      if (place === null) continue;
      const { ids } = await read(listOf(rowsTo(35)), place);
      expect(ids[0]).toBe(String(place.index * place.size + 1));
      expect(ids.at(-1)).toBe('35');
    }
  });

  it('is read from the start when rows went away while it was broken off', async () => {
    const { places } = await read(listOf(rowsTo(35)));
    const { ids } = await read(listOf(rowsTo(35).slice(3)), places[1] ?? null);
    expect(ids).toEqual(
      rowsTo(35)
        .slice(3)
        .map((row) => row.id),
    );
  });

  it('loses no row that stays, wherever others go or move to the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.record({ request: fc.integer({ min: 1, max: 8 }), at: fc.nat(59), goes: fc.boolean() }), {
          maxLength: 3,
        }),
        async (count, moves) => {
          const rows = rowsTo(count);
          const touched = new Set<string>();
          const before = (request: number): void => {
            for (const move of moves.filter((one) => one.request === request)) {
              const [row] = rows.splice(move.at % Math.max(1, rows.length), 1);
              if (row === undefined) continue;
              touched.add(row.id);
              if (!move.goes) rows.push(row);
            }
          };
          const { ids, problem } = await read(listOf(rows, { before }));
          expect(problem).toBeNull();
          const seen = new Set(ids);
          expect(rows.filter((row) => !touched.has(row.id) && !seen.has(row.id))).toEqual([]);
        },
      ),
    );
  });

  it('ends with a problem when it never stands still', async () => {
    const rows = rowsTo(500);
    const { problem } = await read(listOf(rows, { before: () => rows.shift() }));
    expect(problem).toMatchObject({ kind: 'bad-response', code: 'visma-net.list-keeps-moving' });
  });

  it('that moved and was read anew has each row once when it is taken as a whole', async () => {
    const rows = rowsTo(35);
    const before = (request: number): void => void (request === 2 ? rows.shift() : undefined);
    const all = await readAll(listOf(rows, { before }));
    expect(all.ok && all.value.map((row) => (row as Row).id).filter((id) => id !== '1')).toEqual(
      rowsTo(35)
        .slice(1)
        .map((row) => row.id),
    );
  });
});
