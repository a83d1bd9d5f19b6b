import { describe, expect, it } from 'vitest';
import { allRows } from '../../../main/cli/pages';
import { tableLines } from '../../../main/cli/table';

describe('a whole list', () => {
  const listOf = (count: number) => {
    const asked: { offset: number; limit: number }[] = [];
    const rows = Array.from({ length: count }, (_, index) => index);
    const page = ({ offset, limit }: { offset: number; limit: number }) => {
      asked.push({ offset, limit });
      return Promise.resolve({ total: count, rows: rows.slice(offset, offset + limit) });
    };
    return { asked, page, rows };
  };

  it.each([0, 1, 499, 500, 501, 1_234])(
    'of %i rows is read to its end, without asking more than is needed',
    async (count) => {
      const { asked, page, rows } = listOf(count);
      expect(await allRows(page)).toEqual(rows);
      expect(asked.length).toBe(Math.max(1, Math.ceil(count / 500)));
      expect(asked.every(({ limit }) => limit <= 500)).toBe(true);
    },
  );

  it('ends when rows vanish while it is read', async () => {
    const page = ({ offset }: { offset: number }) =>
      Promise.resolve({ total: 900, rows: offset === 0 ? [1, 2, 3] : [] });
    expect(await allRows(page)).toEqual([1, 2, 3]);
  });
});

describe('a table', () => {
  it('keeps its columns under each other', () => {
    expect(
      tableLines(
        ['Nummer', 'Naam'],
        [
          ['1', "'t Hoekje"],
          ['10042', 'Jansen'],
        ],
      ),
    ).toEqual(['Nummer  Naam', "1       't Hoekje", '10042   Jansen']);
  });

  it('puts texts of several lines on one, and cuts what is too long', () => {
    const [, line = ''] = tableLines(['Omschrijving'], [[`regel 1\nregel 2 ${'x'.repeat(100)}`]]);
    expect(line.startsWith('regel 1 regel 2')).toBe(true);
    expect(line).toHaveLength(60);
    expect(line.endsWith('…')).toBe(true);
  });
});
