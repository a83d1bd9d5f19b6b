import { base64Of } from '../_kit/base64';
import type { ConnectorContext, Push } from '../_kit/connector';
import type { Attachment, RemoteDocument } from '../_kit/document';
import { problem, type Problem } from '../_kit/problem';
import { fail, ok, type Result } from '../_kit/result';
import type { Json } from '../_kit/text';
import { getObject, LISTS, postOrder } from './api';
import { findByMarker } from './look-up';
import { customerOf } from './offers';
import { orderBodySchema, type OrderBody } from './order-body';
import { isMarked, isMarkedWith, toRemote } from './remote-document';
import { orderSchema } from './schemas';
import { toRequest } from './to-request';

/** "Idempotent token already exists" (docs.billit.be, "Idempotent Tokens"): a call with this key succeeded before. */
const KEY_WAS_USED = 409;

export const push: Push = {
  toRequest,
  findByMarker,

  create: async (ctx, body, attachments, resends = 0) => {
    const order = orderBodySchema.parse(body);
    const made = await postOrder(ctx, withFiles(order, attachments), idempotencyKey(ctx, order, resends));
    if (made.ok) return readBack(ctx, made.value, order);
    return made.problem.vendor?.status === KEY_WAS_USED ? firstAnswer(ctx, order) : made;
  },
};

/**
 * The same for every attempt with a document until the office decides that it must be sent again, and of one company: keys
 * may be shared by all companies of a login. How long Billit knows a key is not documented, so that no attempt relies on it:
 * what may be there is looked up first, however old it is.
 */
const idempotencyKey = (ctx: ConnectorContext, { ExternalProviderID: marker }: OrderBody, resends: number): string =>
  [marker, ctx.administration.id, ...(resends === 0 ? [] : [resends])].join('-');

function withFiles(order: OrderBody, attachments: readonly Attachment[]): Json {
  if (attachments.length === 0) return order;
  const files = attachments.map(({ fileName, bytes }) => ({ FileName: fileName, FileContent: base64Of(bytes) }));
  return { ...order, Attachments: files };
}

/**
 * The answer to a create call is a bare number, of which a part is a number too. So the order that has it must be ours;
 * one that cannot be read now is looked up later.
 */
async function readBack(ctx: ConnectorContext, id: string, sent: OrderBody): Promise<Result<RemoteDocument>> {
  const { ExternalProviderID: marker, CustomerID } = sent;
  const order = await getObject(ctx, LISTS.orders, id, orderSchema);
  if (!order.ok) return fail(unknownOutcome('answer-unexpected'));
  const isOurs = isMarked(order.value)
    ? isMarkedWith(order.value, marker)
    : customerOf(order.value) === String(CustomerID);
  return isOurs ? ok(toRemote(order.value, marker)) : fail(unknownOutcome('answer-unexpected'));
}

/** The order that the first call with this key made. Its id is not in the answer. */
async function firstAnswer(ctx: ConnectorContext, sent: OrderBody): Promise<Result<RemoteDocument>> {
  const { ExternalProviderID: marker, CustomerID } = sent;
  const sentAtMs = ctx.clock.nowMs() - FIRST_SENT_AT_MOST_MS;
  const found = await findByMarker(ctx, { marker, customerExternalId: String(CustomerID), sentAtMs });
  const [order, ...others] = found.ok ? found.value : [];
  // More than one, or one of another customer, is for the office to judge, after the look-up that follows.
  const isSure = order !== undefined && others.length === 0 && order.customerExternalId === String(CustomerID);
  return isSure ? ok(order) : fail({ ...unknownOutcome('key-used-before'), taken: true });
}

/** How long ago the first call with a key may have been: a document that waits that long was looked at by the office. */
const FIRST_SENT_AT_MOST_MS = 31 * 86_400_000;

const unknownOutcome = (reason: string): Problem => problem('outcome-unknown', 'outcome-unknown', { reason });
