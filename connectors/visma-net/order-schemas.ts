/**
 * The answers of the sales order service as far as they are read. Names and types: its OpenAPI description
 * ("Visma.net.ERP.SalesOrders.Api" 1.0.14.784).
 */
import { z } from 'zod';
import { amount, listOf, text } from './schemas';

/**
 * A moment as UTC text without zone. The service writes UTC unless an offset says otherwise; whether it writes one differs.
 */
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/)
  .nullish()
  .transform((value) =>
    value === null || value === undefined
      ? null
      : new Date(/(Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`).toISOString().slice(0, -1),
  );

/** A part of a list. `nextPage`: address of the next part, null at the end. */
export const orderRowsSchema = z.object({
  value: z.array(z.unknown()),
  nextPage: z.string().nullish(),
  totalCount: z.number().int().nullish(),
});

/** SalesOrderListDto. */
export const listedOrderSchema = z.object({
  type: text,
  orderId: z.string().trim().min(1),
  status: text,
  lastModified: moment,
  customerId: z.string().trim().min(1),
  customerOrder: text,
  customerRefNo: text,
  description: text,
});
export type ListedOrder = z.infer<typeof listedOrderSchema>;

/** SalesOrderDto. Sections that were not asked for are null. */
export const orderSchema = z.object({ note: text, attachments: listOf(z.object({ name: text })) });

/** SalesOrderLineDto. */
export const orderLineSchema = z.object({
  inventory: z.object({ id: text }).nullish(),
  description: text,
  quantity: amount,
  unitPrice: amount,
  extendedPrice: amount,
  discountPercent: amount,
  discountAmount: amount,
});
export type OrderLine = z.infer<typeof orderLineSchema>;
