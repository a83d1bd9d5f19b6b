import type { ModelReader } from '../../../_kit/simulator/model-reader';

/** Days are read in UTC: a date with another offset may fall on the day before. */
const day = (reader: ModelReader, name: string): string | null => reader.moment(name, 'utc')?.slice(0, 10) ?? null;

/** Reads a new order, or the changes of one (NewSalesOrderCommand, PatchSalesOrderCommand). Null = not given. */
export function readOrder(reader: ModelReader) {
  reader.skip(
    'financialInformation',
    'freight',
    'paymentSettings',
    'print',
    'ownerId',
    'useReplacementCostForMarginAndProfit',
  );
  return {
    type: reader.text('type'),
    orderId: reader.text('orderId'),
    status: reader.text('status'),
    customer: reader.object('customer', readCustomer),
    description: reader.text('description'),
    note: reader.text('note'),
    day: day(reader, 'date'),
    requestDay: day(reader, 'requestOn'),
    cancelDay: day(reader, 'cancelBy'),
    branchId: reader.text('branchId'),
    currencyId: reader.text('currencyId'),
    projectId: reader.text('projectId'),
    salesPersonId: reader.text('salesPersonId'),
    taxZoneId: reader.text('taxZoneId'),
    originalOrderId: reader.text('originalOrderId'),
    originalOrderType: reader.text('originalOrderType'),
    shipping: reader.object('shipping', readShipping),
    billing: reader.object('billing', readPlace),
    lines: reader.list('orderLines', readLine),
  };
}

export type OrderInput = ReturnType<typeof readOrder>;
export type LineInput = ReturnType<typeof readLine>;
export type PlaceInput = ReturnType<typeof readPlace>;

const readCustomer = (reader: ModelReader) => ({
  id: reader.text('id'),
  gln: reader.text('gln'),
  locationId: reader.text('locationId'),
  contactId: reader.whole('contactId'),
  order: reader.text('order'),
  refNo: reader.text('refNo'),
  termsId: reader.text('termsId'),
});

function readShipping(reader: ModelReader) {
  reader.skip(
    'fobPointId',
    'insurance',
    'intrastatTransactionTypeId',
    'priority',
    'residentialDelivery',
    'rule',
    'saturdayDelivery',
    'shipSeparately',
    'shipViaId',
    'termsId',
    'zoneId',
  );
  return {
    preferredWarehouseId: reader.text('preferredWarehouseId'),
    scheduledDay: day(reader, 'scheduledDate'),
    ...readPlace(reader),
  };
}

function readPlace(reader: ModelReader) {
  return {
    address: reader.object('address', (inner) => ({
      line1: inner.text('line1'),
      line2: inner.text('line2'),
      line3: inner.text('line3'),
      postalCode: inner.text('postalCode'),
      city: inner.text('city'),
      countryId: inner.text('countryId'),
      stateId: inner.text('stateId'),
    })),
    contact: reader.object('contact', (inner) => ({
      name: inner.text('name'),
      attention: inner.text('attention'),
      email: inner.text('email'),
      phone1: inner.text('phone1'),
    })),
  };
}

/** Reads a line, new or changed (NewSalesOrderLineDto, PatchSalesOrderLineDto). */
export function readLine(reader: ModelReader) {
  reader.skip(
    'commissionable',
    'discountCode',
    'overshipThreshold',
    'undershipThreshold',
    'purchaseOrderSource',
    'reasonCode',
    'salesAccountId',
    'shippingRule',
    'sortOrder',
    'subaccount',
    'supplierId',
    'supplierPrice',
    'unitCost',
    'projectTaskId',
  );
  return {
    lineId: reader.whole('lineId'),
    inventoryId: reader.text('inventoryId'),
    description: reader.text('description'),
    quantity: reader.decimal('quantity'),
    unit: reader.text('unitOfMeasure'),
    unitPrice: reader.decimal('unitPrice'),
    hasManualPrice: reader.flag('hasManualPrice'),
    discountPercent: reader.decimal('discountPercent'),
    discountAmount: reader.decimal('discountAmount'),
    hasManualDiscount: reader.flag('hasManualDiscount'),
    note: reader.text('note'),
    externalLink: reader.text('externalLink'),
    warehouseId: reader.text('warehouseId'),
    warehouseLocationId: reader.text('warehouseLocationId'),
    branchId: reader.text('branchId'),
    salesPersonId: reader.text('salesPersonId'),
    vatCategoryId: reader.text('taxCategoryId'),
    operation: reader.text('operation'),
    requestDay: day(reader, 'requestDate'),
    shipDay: day(reader, 'shipDate'),
  };
}
