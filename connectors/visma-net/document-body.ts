import { z } from 'zod';
import type { Json } from '../_kit/text';

const jsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(jsonSchema), z.record(z.string(), jsonSchema)]),
);

/** A frozen body, and what the answer of Visma.net does not repeat. */
export const variantSchema = z.object({
  kind: z.enum(['order', 'invoice']),
  marker: z.string(),
  customerExternalId: z.string(),
  /** NewSalesOrderCommand or CustomerInvoiceUpdateDto, with exact decimals. */
  body: jsonSchema,
});
export type Variant = z.infer<typeof variantSchema>;
