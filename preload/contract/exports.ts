/** A list as a file for a spreadsheet: all rows that the list shows, not those of one page. */
import { z } from 'zod';
import { listed, logFilter, queueFilter, runFilter, workOrderFilter } from './listing';
import { LONGEST_BOARD_MS } from './planning';

const atMs = z.number().int();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Which list, and what it shows. */
export const exportedList = z.discriminatedUnion('list', [
  listed.extend({ list: z.literal('customers') }),
  listed.extend({ list: z.literal('articles') }),
  listed.extend({ list: z.literal('work-orders'), ...workOrderFilter.shape }),
  /** Booked time on these days, both included, for the wages. */
  z.object({ list: z.literal('hours'), fromDay: day, toDay: day }),
  z
    .object({
      list: z.literal('planning'),
      fromMs: atMs,
      toMs: atMs,
      /** Whose work the board shows. */
      who: z.union([z.enum(['all', 'nobody']), z.number().int().positive()]),
    })
    .refine(({ fromMs, toMs }) => fromMs < toMs && toMs - fromMs <= LONGEST_BOARD_MS),
  listed.extend({ list: z.literal('unplanned') }),
  z.object({ list: z.literal('forms') }),
  listed.extend({ list: z.literal('queue'), ...queueFilter.shape }),
  z.object({ list: z.literal('log'), filter: logFilter }),
  runFilter.extend({ list: z.literal('runs') }),
  z.object({ list: z.literal('employees') }),
  z.object({ list: z.literal('clean-up'), id: z.number().int().positive() }),
]);

export const exportFormat = z.enum(['csv', 'xlsx']);

export type ExportedList = z.output<typeof exportedList>;
export type ExportFormat = z.output<typeof exportFormat>;

export interface ExportOutcome {
  readonly rows: number;
  readonly file: string;
}

/** How far the file is that is being made. */
export interface ExportProgress {
  readonly done: number;
  /** Null when nobody counted them. */
  readonly total: number | null;
}
