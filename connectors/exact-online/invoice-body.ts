import { z } from 'zod';
import type { Json } from '../_kit/text';

const jsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(jsonSchema), z.record(z.string(), jsonSchema)]),
);

/** A frozen body: the invoice as the vendor's SalesInvoice, with exact decimals. */
export const invoiceBodySchema = z.record(z.string(), jsonSchema).and(z.object({ Description: z.string() }));
export type InvoiceBody = z.infer<typeof invoiceBodySchema>;
