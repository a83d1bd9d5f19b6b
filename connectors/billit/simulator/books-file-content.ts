import { z } from 'zod';
import { SimulatorStartError } from '../../_kit/simulator/contract';
import type { LoginContent } from './login';
import type { AccountContent } from './model';

const rows = z.array(z.looseObject({ id: z.string() }));

/** Form of the books file. Only the simulator writes it, so that rows are not looked into. */
const booksFileSchema = z.object({
  version: z.literal(1),
  package: z.literal('billit'),
  login: z.looseObject({ oauth: z.looseObject({ issued: z.number() }), given: z.array(z.string()), revoked: z.array(z.string()) }), // prettier-ignore
  account: z.looseObject({
    nextId: z.number(),
    companies: z.array(
      z.looseObject({
        company: z.looseObject({ id: z.string() }),
        parties: rows,
        products: rows,
        orders: rows,
        documents: rows,
        files: rows,
        usedKeys: z.array(z.string()),
      }),
    ),
  }),
});

export interface BooksFileContent {
  readonly version: 1;
  readonly package: 'billit';
  readonly login: LoginContent;
  readonly account: AccountContent;
}

/** Reads what a books file holds. Throws SimulatorStartError when it is another file. */
export function parseBooksFile(value: unknown, path: string): BooksFileContent {
  const parsed = booksFileSchema.safeParse(value);
  if (parsed.success) return parsed.data as unknown as BooksFileContent;
  throw new SimulatorStartError('books-file-unreadable', `${path} is not a books file of the Billit simulator.`, {
    cause: parsed.error,
  });
}
