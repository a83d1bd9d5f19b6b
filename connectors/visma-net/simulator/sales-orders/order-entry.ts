import { amsterdamDay } from '../../../_kit/amsterdam-day';
import type { Books } from '../books';
import { daysAfter } from '../wire-times';
import {
  MAIN_LOCATION,
  type Article,
  type Customer,
  type OrderLine,
  type OrderStatus,
  type Place,
  type SalesOrder,
} from '../model';
import { lineAmount, totalsOf } from '../totals';

/** How long the order types of these books keep an order before it is cancelled. */
const DAYS_TO_KEEP = 90;

/** A line as it is entered; null or absent = not given. */
export interface LineEntry {
  readonly article: Article;
  readonly description?: string | null;
  readonly quantity?: string | null;
  readonly unit?: string | null;
  readonly unitPrice?: string | null;
  readonly hasManualPrice?: boolean | null;
  readonly discountPercent?: string | null;
  readonly discountAmount?: string | null;
  readonly hasManualDiscount?: boolean | null;
  readonly note?: string | null;
  readonly externalLink?: string | null;
  readonly warehouseId?: string | null;
  readonly warehouseLocationId?: string | null;
  readonly branchId?: string | null;
  readonly vatCategoryId?: string | null;
  readonly operation?: 'Issue' | 'Receipt' | null;
  readonly requestDay?: string | null;
  readonly shipDay?: string | null;
}

/** An order as it is entered. What is left out comes from the customer, the order type and the company. */
export interface OrderEntry {
  readonly type: string;
  readonly orderId: string;
  readonly customer: Customer;
  readonly day?: string | null;
  readonly requestDay?: string | null;
  readonly cancelDay?: string | null;
  readonly status?: OrderStatus | null;
  readonly customerOrder?: string | null;
  readonly customerRefNo?: string | null;
  readonly locationId?: string | null;
  readonly termsId?: string | null;
  readonly description?: string | null;
  readonly note?: string | null;
  readonly branchId?: string | null;
  readonly currencyId?: string | null;
  readonly vatZoneId?: string | null;
  readonly preferredWarehouseId?: string | null;
  readonly scheduledDay?: string | null;
  readonly shipping?: Place | null;
  readonly billing?: Place | null;
  readonly originalOrder?: SalesOrder['originalOrder'];
  readonly lines: readonly LineEntry[];
  readonly receivedAtMs?: number | null;
}

/** Makes the order that Visma keeps; amounts are always its own. */
export function newOrder(entry: OrderEntry, books: Books): SalesOrder {
  const { customer } = entry;
  const stampMs = books.stamp();
  const day = entry.day ?? amsterdamDay(stampMs);
  const head: SalesOrder = {
    id: `${entry.type}/${entry.orderId}`.toLowerCase(),
    type: entry.type,
    orderId: entry.orderId,
    status: entry.status ?? 'Open',
    customerId: customer.id,
    customerOrder: entry.customerOrder ?? '',
    customerRefNo: entry.customerRefNo ?? '',
    locationId: entry.locationId ?? MAIN_LOCATION,
    termsId: entry.termsId ?? customer.creditTermsId,
    description: entry.description ?? '',
    note: entry.note ?? '',
    day,
    requestDay: entry.requestDay ?? day,
    cancelDay: entry.cancelDay ?? daysAfter(day, DAYS_TO_KEEP),
    branchId: entry.branchId ?? books.defaultBranch.number,
    currencyId: entry.currencyId ?? customer.currencyId,
    vatZoneId: entry.vatZoneId ?? customer.vatZoneId,
    preferredWarehouseId: entry.preferredWarehouseId ?? null,
    scheduledDay: entry.scheduledDay ?? null,
    shipping: entry.shipping ?? null,
    billing: entry.billing ?? null,
    originalOrder: entry.originalOrder ?? null,
    lines: [],
    totals: totalsOf([], books.vatCategories),
    attachments: [],
    version: 0,
    createdMs: stampMs,
    modifiedMs: stampMs,
    receivedAtMs: entry.receivedAtMs ?? null,
  };
  return withLines(head, addLines(head, entry.lines), books);
}

/** The lines of an order with new ones behind them, numbered on. */
export function addLines(order: SalesOrder, entries: readonly LineEntry[]): readonly OrderLine[] {
  const last = Math.max(0, ...order.lines.map((line) => line.lineId));
  return [...order.lines, ...entries.map((entry, index) => newLine(entry, last + index + 1, order))];
}

/** The order with other lines: totals and version follow. */
export function withLines(order: SalesOrder, lines: readonly OrderLine[], books: Books): SalesOrder {
  return touched(
    {
      ...order,
      lines,
      totals: totalsOf(
        lines.map((line) => ({ amount: line.extendedPrice, vatCategoryId: line.vatCategoryId })),
        books.vatCategories,
      ),
    },
    books,
  );
}

/** The order, changed now. */
export const touched = (order: SalesOrder, books: Books): SalesOrder => ({
  ...order,
  version: books.takeVersion(),
  modifiedMs: books.stamp(),
});

function newLine(entry: LineEntry, lineId: number, order: SalesOrder): OrderLine {
  const { article } = entry;
  const line = {
    lineId,
    articleId: article.id,
    description: entry.description ?? article.description,
    quantity: entry.quantity ?? '0',
    unit: entry.unit ?? article.unit,
    // Without a price, or with a price that is not called manual, the company's own price counts.
    unitPrice: entry.hasManualPrice === false ? article.price : (entry.unitPrice ?? article.price),
    hasManualPrice: entry.hasManualPrice ?? entry.unitPrice != null,
    discountPercent: entry.discountPercent ?? '0',
    discountAmount: entry.discountAmount ?? '0',
    hasManualDiscount: entry.hasManualDiscount ?? (entry.discountPercent != null || entry.discountAmount != null),
    note: entry.note ?? '',
    externalLink: entry.externalLink ?? '',
    warehouseId:
      entry.warehouseId ?? (article.stockItem ? (order.preferredWarehouseId ?? article.defaultWarehouseId) : null),
    warehouseLocationId: entry.warehouseLocationId ?? null,
    branchId: entry.branchId ?? order.branchId,
    vatCategoryId: entry.vatCategoryId ?? article.vatCategoryId,
    operation: entry.operation ?? 'Issue',
    requestDay: entry.requestDay ?? order.requestDay,
    shipDay: entry.shipDay ?? order.requestDay,
    completed: order.status === 'Completed' || order.status === 'Invoiced',
    attachments: [],
  } satisfies Omit<OrderLine, 'extendedPrice'>;
  return { ...line, extendedPrice: lineAmount(line) };
}

/** A line with some values changed, as a PATCH sends them; the price of the article comes back when it is no longer manual. */
export function changedLine(line: OrderLine, changes: Partial<OrderLine>, books: Books): OrderLine {
  const merged = { ...line, ...changes };
  const article = books.articles.byId(merged.articleId);
  const priced = merged.hasManualPrice || article === null ? merged : { ...merged, unitPrice: article.price };
  return { ...priced, extendedPrice: lineAmount(priced) };
}
