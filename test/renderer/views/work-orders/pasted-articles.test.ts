import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleRow } from '../../../../preload/contract/views';
import { outcomesOf, readPastedRows } from '../../../../renderer/views/work-orders/pasted-articles';

const article = (code: string, change: Partial<ArticleRow> = {}): ArticleRow => ({
  id: 1,
  code,
  description: `Artikel ${code}`,
  groupName: '',
  unit: 'st',
  unitPrice: '12.50',
  vatRate: '21',
  origin: 'package',
  active: true,
  ...change,
});
const BOOKS = [article('KRAAN'), article('BUIS'), article('OUD', { active: false })];
const outcomes = (text: string, room = 99, books: readonly ArticleRow[] = BOOKS) =>
  outcomesOf(readPastedRows(text), books, { language: 'nl', room });
const kinds = (text: string, room?: number) => outcomes(text, room).map(({ kind }) => kind);
const booked = (text: string) => outcomes(text).map((outcome) => (outcome.kind === 'add' ? outcome.booked : null));

describe('the rows of a spreadsheet', () => {
  it('end with any line end; empty ones are left out', () => {
    expect(readPastedRows('A\t1\r\nB\t2\r\rC\t3\n\t\n').map(({ cells }) => cells)).toEqual([
      ['A', '1'],
      ['B', '2'],
      ['C', '3'],
    ]);
  });

  it('may hold cells with tabs, line ends and quotes in them', () => {
    const pasted = 'A\t1\t\t"Buis 3/4"" koper\nlengte\t2 m"\nB 3/4"\t2';
    expect(readPastedRows(pasted)).toEqual([
      { text: 'A\t1\t\t"Buis 3/4"" koper\nlengte\t2 m"', cells: ['A', '1', '', 'Buis 3/4" koper\nlengte\t2 m'] },
      { text: 'B 3/4"\t2', cells: ['B 3/4"', '2'] },
    ]);
  });

  it('lose nothing, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '1') }), (pasted) => {
        const rows = readPastedRows(pasted);
        const blank = /[\s"]/g;
        expect(
          rows
            .map(({ text }) => text)
            .join('')
            .replace(blank, ''),
        ).toBe(pasted.replace(blank, ''));
        expect(readPastedRows(rows.map(({ text }) => text).join('\n'))).toEqual(rows);
      }),
    );
  });
});

describe('what becomes of a pasted row', () => {
  it('is an article with its quantity, and with price and description where they differ', () => {
    expect(
      booked('KRAAN\t2,5\nbuis\t3\t9,95\tBuis op maat\nKRAAN\t1\t12,5\tArtikel KRAAN\nBUIS\t1\tVoor de zolder'),
    ).toEqual([
      { article: BOOKS[0], quantity: '2.5', unitPrice: null, description: null },
      { article: BOOKS[1], quantity: '3', unitPrice: '9.95', description: 'Buis op maat' },
      { article: BOOKS[0], quantity: '1', unitPrice: null, description: null },
      { article: BOOKS[1], quantity: '1', unitPrice: null, description: 'Voor de zolder' },
    ]);
  });

  it.each([
    ['Code\tAantal\tPrijs', 'heading'],
    ['KRAN\t1', 'unknown'],
    ['OUD\t1', 'inactive'],
    ['KRAAN', 'no-quantity'],
    ['KRAAN\tveel', 'no-quantity'],
    ['KRAAN\t1\tduur\tKraan', 'no-price'],
  ])('%j is told apart: %s', (row, kind) => {
    expect(kinds(row)).toEqual([kind]);
  });

  it('is told when the work order can take no more lines', () => {
    expect(kinds('KRAAN\t1\nKRAN\t1\nBUIS\t1\nBUIS\t2', 2)).toEqual(['add', 'unknown', 'add', 'too-many']);
  });

  it('is not guessed where only the case tells two articles apart', () => {
    const books = [article('kraan', { id: 1 }), article('Kraan', { id: 2 })];
    expect(outcomes('Kraan\t1\nKRAAN\t1', 9, books)).toMatchObject([
      { kind: 'add', booked: { article: { id: 2 } } },
      { kind: 'several' },
    ]);
  });
});
