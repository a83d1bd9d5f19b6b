import { decimal, plain, round } from '../../_kit/decimal';
import type { Books } from './books';
import type { Address, ExtraField, ExtraValue, OrderLine, SalesOrder } from './model';
import type { ExtraInput, LineInput, OrderInput } from './order-input';
import { lineTotal, orderTotals } from './order-totals';
import type { Quirks } from './quirks';

/** What stays the same when an order is replaced. */
export type OrderIdentity = Pick<SalesOrder, 'id' | 'number' | 'invoiceId' | 'receivedAtMs'>;

/**
 * Makes the order that SnelStart keeps: what the client left out is filled from customer, template, article and
 * administration as the vendor's model describes; amounts are always its own.
 */
export function enterOrder(input: OrderInput, identity: OrderIdentity, books: Books, quirks: Quirks): SalesOrder {
  const relation = books.relations.byId(input.relationId);
  const template = input.templateId === null ? null : books.templates.byId(input.templateId);
  const priceMode =
    input.priceMode ?? ((template?.pricesExclusive ?? books.company.pricesExclusive) ? 'Exclusief' : 'Inclusief');
  const lines = input.lines.map((line) => enterLine(line, template?.lineFields ?? [], books, quirks));
  const invoiceAddress: Address | null = input.invoiceAddress ?? relation?.postalAddress ?? relation?.address ?? null;
  const limits = quirks.textLimits;
  return {
    ...identity,
    relationId: input.relationId,
    date: input.date,
    processStatus: input.processStatus ?? 'Order',
    orderStatus:
      input.orderStatus === null || (quirks.uitgevoerd === 'ignore' && input.orderStatus === 'Uitgevoerd')
        ? 'InBehandeling'
        : input.orderStatus,
    creditDays: input.creditDays ?? relation?.creditDays ?? null,
    blocked: input.blocked ?? template?.blocksNewOrders ?? false,
    description: cut(input.description, limits.description),
    paymentReference: cut(input.paymentReference, limits.paymentReference),
    memo: cut(input.memo, limits.memo),
    orderReference: input.orderReference ?? '',
    templateId: input.templateId,
    priceMode,
    invoiceAddress,
    deliveryAddress: input.deliveryAddress ?? relation?.address ?? null,
    invoiceDiscount: input.invoiceDiscount,
    extra: enterExtra(input.extra, template?.headFields ?? []),
    lines,
    ...orderTotals(books, { lines, priceMode, date: input.date, invoiceDiscount: input.invoiceDiscount }),
    modified: books.stamp(),
  };
}

function enterLine(input: LineInput, fields: readonly ExtraField[], books: Books, quirks: Quirks): OrderLine {
  const article = input.articleId === null ? null : books.articles.byId(input.articleId);
  const emptyPrice = quirks.priceWhenEmpty === 'article' ? (article?.salesPrice ?? '0') : '0';
  const { priceDecimals, quantityDecimals } = books.company;
  const line = {
    articleId: input.articleId,
    description:
      input.description === null || input.description === '' ? (article?.description ?? '') : input.description,
    unitPrice: plain(round(decimal(input.unitPrice ?? emptyPrice), priceDecimals)),
    quantity: plain(round(decimal(input.quantity ?? '0'), quantityDecimals)),
    discountPercentage: input.discountPercentage ?? '0',
    extra: enterExtra(input.extra, fields),
  };
  return { ...line, total: lineTotal(line, books.company) };
}

const enterExtra = (values: readonly ExtraInput[], fields: readonly ExtraField[]): ExtraValue[] =>
  values.flatMap((value) => {
    const field = fields.find((candidate) => candidate.number === value.number);
    return field === undefined
      ? []
      : [{ number: field.number, description: field.description, value: value.value ?? '' }];
  });

const cut = (text: string | null, maximum: number | null): string =>
  maximum === null ? (text ?? '') : (text ?? '').slice(0, maximum);
