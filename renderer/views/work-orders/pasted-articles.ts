import type { ArticleRow, WorkOrderArticle } from '../../../preload/contract/views';
import { parseDecimalInput } from '../../i18n/decimal-input';
import type { Language } from '../../i18n/language';

/** An article with what is booked of it. */
export type BookedArticle = Omit<WorkOrderArticle, 'articleId'> & { readonly article: ArticleRow };

/** One row as it was copied: code, quantity, perhaps a price, perhaps a description. */
export interface PastedRow {
  /** The row as it stands in the pasted text, so that it can be kept. */
  readonly text: string;
  readonly cells: readonly string[];
}

/** What becomes of a pasted row; all but `add` stay with the office. */
export type PastedOutcome =
  | { readonly kind: 'add'; readonly booked: BookedArticle }
  | { readonly kind: 'heading' | 'unknown' | 'no-quantity' | 'no-price' | 'too-many' }
  | { readonly kind: 'inactive' | 'several'; readonly article: ArticleRow };

/** How a spreadsheet heads the column of quantities. */
const QUANTITY_HEADING = /^(aantal|quantity|qty|hoeveelheid|stuks)\b/i;

/** A cell with a tab, a line end or a quote in it is put between quotes, its own quotes doubled, as spreadsheets copy. */
const CELL = /"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*)/y;

/** The rows of a text that was copied from a spreadsheet; empty ones are left out. */
export function readPastedRows(pasted: string): readonly PastedRow[] {
  const text = pasted.replace(/\r\n?/g, '\n');
  const rows: PastedRow[] = [];
  let place = 0;
  while (place < text.length) {
    const start = place;
    const cells: string[] = [];
    let isEnd = false;
    while (!isEnd) {
      CELL.lastIndex = place;
      const [whole = '', quoted, plain = ''] = CELL.exec(text) ?? [];
      cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
      place += whole.length;
      isEnd = text[place] !== '\t';
      place += 1;
    }
    if (cells.some((cell) => cell !== '')) rows.push({ text: text.slice(start, place - 1), cells });
  }
  return rows;
}

/** The code that a row begins with. */
export const codeOf = ({ cells }: PastedRow): string => cells[0] ?? '';

/**
 * What becomes of each row. `articles` are those with the codes of the rows, whatever the case; `room` is how many lines
 * the work order can still take. A third cell that is no number is a description.
 */
export function outcomesOf(
  rows: readonly PastedRow[],
  articles: readonly ArticleRow[],
  { language, room }: { readonly language: Language; readonly room: number },
): readonly PastedOutcome[] {
  let left = room;
  return rows.map((row, index): PastedOutcome => {
    const outcome = outcomeOf(row, articles, language, index === 0);
    if (outcome.kind !== 'add') return outcome;
    left -= 1;
    return left < 0 ? { kind: 'too-many' } : outcome;
  });
}

function outcomeOf(
  row: PastedRow,
  articles: readonly ArticleRow[],
  language: Language,
  isFirst: boolean,
): PastedOutcome {
  const code = codeOf(row);
  const [, typedQuantity = '', third = '', ...more] = row.cells;
  if (isFirst && QUANTITY_HEADING.test(typedQuantity)) return { kind: 'heading' };
  const article = articleWith(code, articles);
  if (article === null) return { kind: 'unknown' };
  if (article === 'several') return { kind: 'several', article: found(articles, code) };
  if (!article.active) return { kind: 'inactive', article };

  const quantity = parseDecimalInput(typedQuantity, language);
  if (quantity === null || quantity === '') return { kind: 'no-quantity' };
  const price = parseDecimalInput(third, language);
  if (price === null && more.length > 0) return { kind: 'no-price' };
  const description = (price === null ? third : more.join(' ')).trim();
  return {
    kind: 'add',
    booked: {
      article,
      quantity,
      unitPrice: price === null || price === '' || isSameAmount(price, article.unitPrice) ? null : price,
      description: description === '' || description === article.description ? null : description,
    },
  };
}

const isCode = (code: string) => (article: ArticleRow) => article.code.toLowerCase() === code.toLowerCase();

function found(articles: readonly ArticleRow[], code: string): ArticleRow {
  const first = articles.find(isCode(code));
  if (!first) throw new Error(`No article ${code}`);
  return first;
}

/** The article with exactly this code, else the only one that differs in its case. */
function articleWith(code: string, articles: readonly ArticleRow[]): ArticleRow | 'several' | null {
  const like = articles.filter(isCode(code));
  const exact = like.filter((article) => article.code === code);
  const of = exact.length > 0 ? exact : like;
  const active = of.filter((article) => article.active);
  if (active.length > 1) return 'several';
  return active[0] ?? of[0] ?? null;
}

const withoutZeros = (amount: string): string => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount);

const isSameAmount = (one: string, other: string | null): boolean =>
  other !== null && withoutZeros(one) === withoutZeros(other);
