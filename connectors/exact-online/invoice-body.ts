import { z } from 'zod';
import { jsonSchema } from '../_kit/json-schema';

/** A frozen body: the invoice as the vendor's SalesInvoice, with exact decimals. */
export const invoiceBodySchema = z.record(z.string(), jsonSchema).and(z.object({ Description: z.string() }));
export type InvoiceBody = z.infer<typeof invoiceBodySchema>;
