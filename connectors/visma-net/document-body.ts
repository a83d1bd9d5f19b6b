import { z } from 'zod';
import { jsonSchema } from '../_kit/json-schema';

/** A frozen body, and what the answer of Visma.net does not repeat. */
export const variantSchema = z.object({
  kind: z.enum(['order', 'invoice']),
  marker: z.string(),
  customerExternalId: z.string(),
  /** NewSalesOrderCommand or CustomerInvoiceUpdateDto, with exact decimals. */
  body: jsonSchema,
});
export type Variant = z.infer<typeof variantSchema>;
