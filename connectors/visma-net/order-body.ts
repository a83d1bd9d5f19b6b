/** From a document to a new sales order (NewSalesOrderCommand). Pure. */
import type { OutgoingDocument } from '../_kit/document';
import { exactNumber } from '../_kit/exact-json';
import { filled } from '../_kit/filled';
import type { Json } from '../_kit/text';
import type { WireLine } from './document-lines';
import type { HeaderTexts } from './document-texts';
import { ORDER_TYPES } from './sales-orders-api';
import type { VismaSettings } from './settings';

/** The longest unit of measure that a line takes (OpenAPI description). */
const MAX_UNIT = 6;

/** The warehouse of the employee on whom the work order was planned, else the default one; empty when there is none. */
export const warehouseOf = (document: OutgoingDocument, settings: VismaSettings): string =>
  (document.employee === null ? undefined : settings.warehousePerEmployee[document.employee.id]) ?? settings.warehouse;

/**
 * `warehouse`: where it is named, on each line, or on the order alone, for when Visma.net takes none on lines of articles
 * without stock. A price is not called manual unless the office gave it, so that price lists of the customer count.
 */
export const orderBody = (
  document: OutgoingDocument,
  texts: HeaderTexts,
  lines: readonly WireLine[],
  branch: string | null,
  warehouse: { readonly id: string; readonly onLines: boolean },
): Json => ({
  type: ORDER_TYPES.order,
  status: 'Hold',
  customer: {
    id: document.customer.number,
    refNo: document.marker,
    ...filled('order', texts.customerReference),
  },
  date: `${document.date}T00:00:00Z`,
  ...filled('description', texts.description),
  ...filled('note', texts.notes),
  ...filled('branchId', branch ?? ''),
  ...(warehouse.id === '' ? {} : { shipping: { preferredWarehouseId: warehouse.id } }),
  orderLines: lines.map((line) => ({
    inventoryId: line.article.code,
    ...filled('description', line.description),
    quantity: exactNumber(line.quantity),
    ...filled('unitOfMeasure', line.article.unit.length > MAX_UNIT ? '' : line.article.unit),
    ...(line.unitPrice === null ? {} : { unitPrice: exactNumber(line.unitPrice), hasManualPrice: line.priceChanged }),
    ...(warehouse.onLines ? filled('warehouseId', warehouse.id) : {}),
  })),
});
