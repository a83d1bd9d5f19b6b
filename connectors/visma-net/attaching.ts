import type { Attaching, ConnectorContext } from '../_kit/connector';
import type { Problem } from '../_kit/problem';
import { fail, ok, type Result } from '../_kit/result';
import { documentKey, type DocumentKey } from './document-id';
import { getOne, invoicePath, LISTS, orderPath, upload } from './finance-api';
import { orderFilesRefused, orderNotKnownYet } from './problems';
import { getOrder, type OrderKey } from './sales-orders-api';
import { invoiceSchema } from './schemas';
import { uploadForm } from './upload-form';

/** How long a new order may be unknown to the finance API at most. */
const SETTLING_MS = 3_600_000;

/** PDFs are files of the order or invoice. One of the same name becomes its next revision, so that a repeat makes no double. */
export const attaching: Attaching = {
  find: async (ctx, { attachment, remote }) => {
    const names = await fileNames(ctx, documentKey(remote.externalId));
    return names.ok ? ok(names.value.includes(attachment.fileName)) : names;
  },

  put: async (ctx, { attachment, remote, sentAtMs }) => {
    const key = documentKey(remote.externalId);
    const form = uploadForm(attachment);
    if (key.kind === 'invoice') return upload(ctx, invoicePath(key.number), form);
    const put = await upload(ctx, orderPath(key.order.type, key.order.orderId), form);
    const isUnknown = !put.ok && [404, 410].includes(put.problem.vendor?.status ?? 0);
    return isUnknown ? fail(unknownOrder(ctx, remote.number, sentAtMs)) : put;
  },
};

async function fileNames(ctx: ConnectorContext, key: DocumentKey): Promise<Result<readonly string[]>> {
  const document = await (key.kind === 'invoice'
    ? getOne(ctx, LISTS.invoices.path, key.number, invoiceSchema)
    : withFiles(ctx, key.order));
  return document.ok ? ok(document.value.attachments.map(({ name }) => name)) : document;
}

/**
 * That files can be asked with an order is not documented. When it is refused and the order comes without, none is known:
 * the file is put again, as a next revision at worst.
 */
async function withFiles(ctx: ConnectorContext, order: OrderKey): ReturnType<typeof getOrder> {
  const asked = await getOrder(ctx, order, 'Attachments');
  return !asked.ok && asked.problem.kind === 'rejected' ? getOrder(ctx, order) : asked;
}

/** The two services follow each other with a delay; an hour after it was sent it is no delay any more. */
function unknownOrder({ clock }: ConnectorContext, number: string, sentAtMs: number): Problem {
  return clock.nowMs() - sentAtMs < SETTLING_MS ? orderNotKnownYet(number) : orderFilesRefused(number);
}
