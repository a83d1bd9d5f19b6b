import { z } from 'zod';
import { SimulatorStartError } from '../../_kit/simulator/contract';
import type { BooksContent } from './model';
import type { Credentials } from './sessions';

const rows = z.array(z.looseObject({ id: z.string() }));

/** Form of the books file. Only the simulator writes it, so that rows are not looked into. */
const booksFileSchema = z.object({
  version: z.literal(1),
  /** How often the books were opened: a session id must not be given out twice. */
  starts: z.int().nonnegative(),
  credentials: z.object({ username: z.string(), securityCode1: z.string(), securityCode2: z.string() }),
  content: z.looseObject({
    administration: z.looseObject({ guid: z.string(), nextInvoiceNumber: z.number() }),
    groups: z.array(z.looseObject({ code: z.string() })),
    ledgerAccounts: rows,
    costCentres: rows,
    relations: rows,
    articles: rows,
    invoices: rows,
  }),
});

export interface BooksFileContent {
  readonly version: 1;
  readonly starts: number;
  readonly credentials: Credentials;
  readonly content: BooksContent;
}

/** Reads what a books file holds. Throws SimulatorStartError when it is another file. */
export function parseBooksFile(value: unknown, path: string): BooksFileContent {
  const parsed = booksFileSchema.safeParse(value);
  if (parsed.success) return parsed.data as unknown as BooksFileContent;
  throw new SimulatorStartError('books-file-unreadable', `${path} is not a books file of the e-Boekhouden simulator.`, {
    cause: parsed.error,
  });
}
