import { z } from 'zod';
import { SimulatorStartError } from '../../_kit/simulator/contract';
import type { OAuthState } from '../../_kit/simulator/oauth/token-store';
import type { SiteContent } from './model';

/** Form of the books file. Only the simulator writes it, so that rows are not looked into. */
const booksFileSchema = z.object({
  version: z.literal(1),
  logins: z.looseObject({ issued: z.number(), grants: z.array(z.unknown()) }),
  site: z.looseObject({
    customerName: z.string(),
    users: z.array(z.looseObject({ id: z.string() })).min(1),
    divisions: z
      .array(
        z.looseObject({
          division: z.looseObject({ id: z.string() }),
          lastTimestamp: z.number(),
          tables: z.record(z.string(), z.array(z.looseObject({ id: z.string() }))),
        }),
      )
      .min(1),
  }),
});

export interface BooksFileContent {
  readonly version: 1;
  readonly logins: OAuthState;
  readonly site: SiteContent;
}

/** Reads what a books file holds. Throws SimulatorStartError when it is another file. */
export function parseBooksFile(value: unknown, path: string): BooksFileContent {
  const parsed = booksFileSchema.safeParse(value);
  if (parsed.success) return parsed.data as unknown as BooksFileContent;
  throw new SimulatorStartError('books-file-unreadable', `${path} is not a books file of the Exact Online simulator.`, {
    cause: parsed.error,
  });
}
