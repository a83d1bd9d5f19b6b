import { z } from 'zod';
import { SimulatorStartError } from '../../_kit/simulator/contract';
import type { BooksContent } from './model';

const rows = z.array(z.looseObject({ id: z.string() }));

/** Form of the books file. Only the simulator writes it, so that rows are not looked into. */
const booksFileSchema = z.object({
  version: z.literal(1),
  koppelsleutel: z.string().min(1),
  content: z.looseObject({
    company: z.looseObject({ id: z.string(), nextOrderNumber: z.number() }),
    countries: rows,
    vatRates: z.array(z.unknown()),
    groups: rows,
    templates: rows,
    relations: rows,
    articles: rows,
    orders: rows,
  }),
});

export interface BooksFileContent {
  readonly version: 1;
  readonly koppelsleutel: string;
  readonly content: BooksContent;
}

/** Reads what a books file holds. Throws SimulatorStartError when it is another file. */
export function parseBooksFile(value: unknown, path: string): BooksFileContent {
  const parsed = booksFileSchema.safeParse(value);
  if (parsed.success) return parsed.data as unknown as BooksFileContent;
  throw new SimulatorStartError('books-file-unreadable', `${path} is not a books file of the SnelStart simulator.`, {
    cause: parsed.error,
  });
}
