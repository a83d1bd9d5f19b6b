import { z } from 'zod';
import { SimulatorStartError } from '../../_kit/simulator/contract';
import type { OAuthState } from '../../_kit/simulator/oauth/token-store';
import type { BooksContent } from './model';

const rows = z.array(z.looseObject({ id: z.string() }));
const content = z.looseObject({
  company: z.looseObject({ tenantId: z.string(), nextInternalId: z.number(), nextInvoice: z.number() }),
  itemClasses: rows,
  warehouses: rows,
  vatCategories: rows,
  creditTerms: rows,
  orderTypes: rows,
  customers: rows,
  articles: rows,
  invoices: rows,
  orders: rows,
  files: rows,
});

/** Form of the books file. Only the simulator writes it, so that rows are not looked into. */
const booksFileSchema = z.object({
  version: z.literal(1),
  package: z.literal('visma-net'),
  logins: z.object({
    issued: z.number(),
    grants: rows,
    accessTokens: z.array(z.looseObject({ token: z.string() })),
    refreshTokens: z.array(z.looseObject({ token: z.string() })),
  }),
  companies: z.array(content).min(1),
});

export interface BooksFileContent {
  readonly version: 1;
  readonly package: 'visma-net';
  readonly logins: OAuthState;
  /** The practice company first. */
  readonly companies: readonly BooksContent[];
}

/** Reads what a books file holds. Throws SimulatorStartError when it is another file. */
export function parseBooksFile(value: unknown, path: string): BooksFileContent {
  const parsed = booksFileSchema.safeParse(value);
  if (parsed.success) return parsed.data as unknown as BooksFileContent;
  throw new SimulatorStartError('books-file-unreadable', `${path} is not a books file of the Visma.net simulator.`, {
    cause: parsed.error,
  });
}
