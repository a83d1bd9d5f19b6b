/** Papers: what the office looks at, keeps, prints or sends as a PDF. */
import { z } from 'zod';
import { paperChoices, profile } from './company-settings';

const id = z.number().int().positive();
const kind = z.enum(['work-order', 'custom-forms']);

export const dayList = z.object({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  who: z.union([z.enum(['all', 'nobody']), id]),
});

/** Which paper. */
export const paperRequest = z.discriminatedUnion('of', [
  /** A work order or its forms: as it was sent once it is archived, else as it stands, made with these choices. */
  z.object({ of: z.literal('work-order'), id, kind, choices: paperChoices.nullable() }),
  /** A PDF as it went along with the document of this entry of the queue. */
  z.object({ of: z.literal('queue'), id, fileName: z.string().max(300) }),
  dayList.extend({ of: z.literal('day-list') }),
  /** An example of a work order with these details of the company, which need not be saved. */
  z.object({ of: z.literal('example'), profile, choices: paperChoices }),
]);
export type PaperRequest = Readonly<z.output<typeof paperRequest>>;

export interface Paper {
  /** By which it is kept or opened afterwards: what was seen, also when the work order has changed since. */
  readonly id: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** These are the bytes that were, or will be, sent; choices make no difference. */
  readonly asSent: boolean;
}

/** Most pages that can be printed at once. */
export const MAX_PRINTED_PAGES = 200;

export const printJob = z.object({
  /** As the queue of the printer names it. */
  name: z.string().max(200),
  /** A picture (PNG) of each page, A4. */
  pages: z.array(z.instanceof(Uint8Array)).min(1).max(MAX_PRINTED_PAGES),
});

/** Largest logo that is kept, in bytes and in pixels of a side. */
export const MAX_LOGO_BYTES = 1_000_000;
export const MAX_LOGO_PIXELS = 1_200;

/** What it is kept as. */
export const LOGO_TYPES = ['image/png', 'image/jpeg'] as const;

export interface CompanyLogo {
  readonly mediaType: (typeof LOGO_TYPES)[number];
  readonly bytes: Uint8Array;
}

export const companyLogo = z.object({
  mediaType: z.enum(LOGO_TYPES),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
