/** What a list shows: search, order and filters, for a window of its rows and for a file of all of them. */
import { z } from 'zod';

const atMs = z.number().int();
const shortText = z.string().max(500);

export const listed = z.object({
  search: shortText.default(''),
  sort: z.object({ key: z.string().max(40), descending: z.boolean() }).optional(),
});

export const workOrderFilter = z.object({
  status: z.enum(['planned', 'ready', 'archived']).optional(),
  /** Only what is reported ready, or archived and on its way to the package: work that is done and not invoiced. */
  notInvoiced: z.literal(true).optional(),
});

export const queueFilter = z.object({
  states: z
    .array(z.enum(['waiting', 'sending', 'unsure', 'booked', 'skipped', 'blocked', 'withdrawn']))
    .readonly()
    .optional(),
  /** Only entries with a PDF that the office must do something about. */
  pdfs: z.literal('held').optional(),
  /** Only entries of this cause, as the groups name it. */
  cause: z.string().max(20_000).optional(),
  /** Only entries that something became of during this run. */
  runId: z.number().int().positive().optional(),
  /** Only what was archived from this moment on. */
  archivedFromMs: atMs.optional(),
});

export const runFilter = z.object({
  /** Only runs that ended one of these ways. */
  results: z
    .array(z.enum(['finished', 'partial', 'failed', 'cancelled']))
    .readonly()
    .optional(),
  /** Only runs that changed something: a record was written or removed, or something became of a document. */
  changed: z.literal(true).optional(),
});

export const logFilter = z.object({
  levels: z.array(z.enum(['approval', 'info', 'warning', 'error'])).optional(),
  tables: z.array(z.enum(['workOrder', 'customer', 'workAddress', 'article', 'articleGroup', 'link'])).optional(),
  fromMs: atMs.optional(),
  toMs: atMs.optional(),
  text: shortText.optional(),
  runId: z.number().int().positive().optional(),
});

/** What a text for the helpdesk is about: messages by their ids, or all of a run. */
export const supportSubject = z.union([
  z.object({ ids: z.array(z.number().int().positive()).min(1).max(500) }),
  z.object({ runId: z.number().int().positive() }),
]);

export type SupportSubject = z.input<typeof supportSubject>;
export type WorkOrderFilter = Readonly<z.output<typeof workOrderFilter>>;
export type QueueFilter = Readonly<z.output<typeof queueFilter>>;
export type RunFilter = Readonly<z.output<typeof runFilter>>;
