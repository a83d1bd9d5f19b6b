import type { ConnectorContext, Push } from '../_kit/connector';
import type { RemoteDocument } from '../_kit/document';
import type { ProblemKind } from '../_kit/problem';
import { ok, type Result } from '../_kit/result';
import { attaching } from './attaching';
import { variantSchema } from './document-body';
import { createInvoice, invoicesWithMarker } from './invoices';
import { createOrder, ordersWithMarker } from './orders';
import { readSettings } from './settings';
import { toRequest } from './to-request';

export const push: Push = {
  toRequest,
  findByMarker: (ctx, { marker, sentAtMs }) => findByMarker(ctx, marker, sentAtMs),
  create: (ctx, body) => {
    const variant = variantSchema.parse(body);
    return variant.kind === 'invoice' ? createInvoice(ctx, variant) : createOrder(ctx, variant);
  },
  attaching,
};

/**
 * The setting may have changed since the document was sent: what it asks for now is looked through first, and the other
 * kind too when nothing was found there.
 */
async function findByMarker(
  ctx: ConnectorContext,
  marker: string,
  sentAtMs: number,
): Promise<Result<readonly RemoteDocument[]>> {
  const isInvoice = readSettings(ctx.settings).document === 'invoice';
  const invoices = await (isInvoice ? invoicesWithMarker(ctx, marker, sentAtMs) : ok([]));
  if (!invoices.ok || invoices.value.length > 0) return invoices;
  const orders = await ordersWithMarker(ctx, marker, sentAtMs);
  if (isInvoice && !orders.ok && NO_ACCESS.has(orders.problem.kind)) return invoices;
  return !orders.ok || orders.value.length > 0 || isInvoice ? orders : invoicesWithMarker(ctx, marker, sentAtMs);
}

/** A link without service app may be refused by the sales order service; it has put nothing there either. */
const NO_ACCESS: ReadonlySet<ProblemKind> = new Set(['not-allowed', 'needs-login']);
