import type { ConnectorContext, Push } from '../_kit/connector';
import type { RemoteDocument } from '../_kit/document';
import { textLiteral } from '../_kit/odata-literals';
import { problem } from '../_kit/problem';
import { namedBy, readOurs, rowsWithMarker } from '../_kit/records';
import { fail, ok, type Result } from '../_kit/result';
import type { Json } from '../_kit/text';
import { PAGED, postOrder } from './api';
import { factsOf } from './facts';
import { earlier } from '../_kit/high-water';
import { modifiedAfter } from './odata';
import { variantSchema } from './order-body';
import { pagesOf } from './paging';
import { templateGone, unknownError, UNKNOWN_ERROR } from './problems';
import { orderSchema, type Order } from './schemas';
import { toRequest } from './to-request';

/**
 * How far before the moment of sending a look-up begins: 26 hours, since `ModifiedOn` may be in any zone, and two days
 * more for a computer whose clock ran that much ahead when the order was sent.
 */
const LOOK_UP_MARGIN_MS = (26 + 48) * 3_600_000;

export const push: Push = {
  toRequest,

  findByMarker: async (ctx, { marker, sentAtMs }) => {
    // Whether this field can be filtered on is not documented, so only what it finds counts, not what it does not find.
    const quick = await ordersWith(ctx, marker, `Orderreferentie eq ${textLiteral(marker)}`);
    if (quick.ok ? quick.value.length > 0 : quick.problem.kind !== 'rejected') return quick;
    const since = earlier(new Date(sentAtMs).toISOString().slice(0, -1), LOOK_UP_MARGIN_MS);
    return ordersWith(ctx, marker, modifiedAfter(since));
  },

  create: async (ctx, body) => {
    const { order, template } = variantSchema.parse(body);
    const known = factsOf(ctx.administration).templates.find((one) => one.name === template);
    if (template !== '' && known === undefined) return fail(templateGone(template));
    const sent: Json = known === undefined ? order : { ...order, verkoopordersjabloon: { id: known.id } };
    const answer = await postOrder(ctx, sent);
    if (answer.ok) return ok(toRemote(answer.value));
    return answer.problem.vendor?.code === UNKNOWN_ERROR ? afterUnknownError(ctx, order.orderreferentie) : answer;
  },
};

/** Every order among those of `filter` that bears exactly this marker. Complete or a problem. */
async function ordersWith(
  ctx: ConnectorContext,
  marker: string,
  filter: string | undefined,
): Promise<Result<readonly RemoteDocument[]>> {
  const found = new Map<string, RemoteDocument>();
  for await (const page of pagesOf(ctx, PAGED.verkooporders, filter)) {
    if (!page.ok) return page;
    const marked = rowsWithMarker(page.value.rows, 'orderreferentie', marker);
    const orders = readOurs(marked, orderSchema, namedBy('id', 'nummer'));
    if (!orders.ok) return orders;
    for (const order of orders.value) found.set(order.id, toRemote(order));
  }
  return ok([...found.values()]);
}

/**
 * After an error that SnelStart itself does not understand, what it stored is not known. Its answer ended the work on the
 * request, so that looking now is conclusive.
 */
async function afterUnknownError(ctx: ConnectorContext, marker: string): Promise<Result<RemoteDocument>> {
  const found = await push.findByMarker(ctx, { marker, customerExternalId: '', sentAtMs: ctx.clock.nowMs() });
  if (!found.ok) return fail(problem('outcome-unknown', 'outcome-unknown', { reason: UNKNOWN_ERROR }));
  const [order] = found.value;
  return order === undefined ? fail(unknownError()) : ok(order);
}

const toRemote = (order: Order): RemoteDocument => ({
  externalId: order.id,
  number: order.nummer === null || order.nummer === undefined ? '' : String(order.nummer),
  marker: order.orderreferentie,
  customerExternalId: order.relatie ?? '',
  totalExclVat: order.totaalExclusiefBtw,
  totalInclVat: order.totaalInclusiefBtw,
});
