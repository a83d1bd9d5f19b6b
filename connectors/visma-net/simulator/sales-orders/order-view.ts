import { Decimal, plain } from '../../../_kit/decimal';
import type { Books } from '../books';
import { orNull } from '../finance/place-view';
import { locationsOf, VAT_ZONES } from '../finance/customer-view';
import {
  COUNTRIES,
  type Address,
  type Contact,
  type Customer,
  type OrderLine,
  type Place,
  type SalesOrder,
} from '../model';
import type { WireTimes } from '../wire-times';

/** Sections that a single order gives only when asked; the names are those of SalesOrderDto. */
export const SECTIONS = [
  'customer',
  'billing',
  'shipping',
  'payment',
  'financialInformation',
  'freight',
  'totals',
  'branch',
  'owner',
  'project',
  'salesPerson',
  'origin',
  'print',
  'attachments',
  'lines',
] as const;
export type Section = (typeof SECTIONS)[number];

/** An order in a list (SalesOrderListDto). */
export function listedOrder(order: SalesOrder, books: Books, times: WireTimes): Record<string, unknown> {
  const customer = books.customers.byId(order.customerId);
  return {
    _links: { self: { href: `/api/v3/SalesOrders/${order.type}/${order.orderId}` } },
    type: order.type,
    orderId: order.orderId,
    status: order.status,
    date: times.salesOrdersDay(order.day),
    requestOn: times.salesOrdersDay(order.requestDay),
    shippingScheduledDate: times.salesOrdersDay(order.scheduledDay),
    lastModified: times.salesOrders(order.modifiedMs),
    customerId: customer?.number ?? null,
    customerName: customer?.name ?? null,
    customerOrder: orNull(order.customerOrder),
    customerRefNo: orNull(order.customerRefNo),
    description: orNull(order.description),
    orderTotal: Number(order.totals.gross),
    orderQty: Number(quantityOf(order)),
    currency: order.currencyId,
    location: order.locationId,
  };
}

/** A single order (SalesOrderDto) with the sections that were asked for; the others are not filled. */
export function orderView(
  order: SalesOrder,
  sections: ReadonlySet<Section>,
  books: Books,
  times: WireTimes,
): Record<string, unknown> {
  const customer = books.customers.byId(order.customerId);
  const filled = <T>(section: Section, value: () => T): T | null => (sections.has(section) ? value() : null);
  const branch = books.company.branches.find((candidate) => candidate.number === order.branchId);
  return {
    type: order.type,
    orderId: order.orderId,
    status: {
      description: order.status,
      hold: order.status === 'Hold',
      cancelled: order.status === 'Cancelled',
    },
    date: times.salesOrdersDay(order.day),
    requestOn: times.salesOrdersDay(order.requestDay),
    cancelBy: times.salesOrdersDay(order.cancelDay),
    lastModified: times.salesOrders(order.modifiedMs),
    createdBy: order.receivedAtMs === null ? 'm.bakker' : null,
    currencyId: order.currencyId,
    description: orNull(order.description),
    note: orNull(order.note),
    orderQty: Number(quantityOf(order)),
    isRotRutDeductable: false,
    originalOrderType: order.originalOrder?.type ?? null,
    originalOrderId: order.originalOrder?.orderId ?? null,
    useReplacementCostForMarginAndProfit: false,
    version: versionOf(order),
    branch: filled('branch', () => ({ id: order.branchId, description: branch?.name ?? null })),
    customer: filled('customer', () => (customer === null ? null : customerView(order, customer))),
    shipping: filled('shipping', () => shippingView(order, customer, books, times)),
    billing: filled('billing', () => {
      const place = order.billing ?? customer?.invoice ?? customer?.main ?? null;
      return place === null ? null : placeView(place, order.billing !== null);
    }),
    totals: filled('totals', () => totalsView(order)),
    attachments: filled('attachments', () => order.attachments),
    financialInformation: filled('financialInformation', () => ({ invoiceSeparately: false })),
    freight: filled('freight', () => ({ cost: 0, premiumAmount: 0, taxCategoryId: null })),
    paymentSettings: filled('payment', () => ({ paymentMethod: null, paymentReference: null })),
    print: filled('print', () => ({ descriptionOnInvoice: false, noteOnExternalDocuments: false, noteOnInternalDocuments: false })), // prettier-ignore
    owner: null,
    project: null,
    salesPerson: null,
    origin: null,
    orderLines: filled('lines', () => order.lines.map((line) => lineView(line, order, books, times))),
  };
}

/** The version of an order: the ETag of a single order, and `version` in its body. */
export function versionOf(order: SalesOrder): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(order.version));
  return bytes.toString('base64');
}

/** A line (SalesOrderLineDto). */
export function lineView(line: OrderLine, order: SalesOrder, books: Books, times: WireTimes): Record<string, unknown> {
  const article = books.articles.byId(line.articleId);
  const branch = books.company.branches.find((candidate) => candidate.number === line.branchId);
  const warehouse = line.warehouseId === null ? null : books.warehouses.byId(line.warehouseId);
  const location = warehouse?.locations.find((candidate) => candidate.id === line.warehouseLocationId);
  const open = line.completed ? 0 : Number(line.quantity);
  const full = new Decimal(line.quantity).times(line.unitPrice);
  return {
    lineId: line.lineId,
    sortOrder: line.lineId,
    lineType: article?.stockItem === true ? 'GoodsForInventory' : 'NonStockItem',
    inventory:
      article === null ? null : { id: article.number, description: article.description, baseUnit: article.unit },
    description: orNull(line.description),
    operation: line.operation,
    quantity: Number(line.quantity),
    baseOrderQuantity: Number(line.quantity),
    openQuantity: open,
    billedQuantity: 0,
    quantityOnShipments: 0,
    unitOfMeasure: line.unit,
    unitPrice: Number(line.unitPrice),
    hasManualPrice: line.hasManualPrice,
    unitCost: Number(article?.cost ?? 0),
    extendedPrice: Number(line.extendedPrice),
    lineTotalBeforeDiscount: full.toNumber(),
    discountPercent: Number(line.discountPercent),
    discountAmount: Number(line.discountAmount),
    hasManualDiscount: line.hasManualDiscount,
    freeItem: false,
    note: orNull(line.note),
    externalLink: orNull(line.externalLink),
    warehouseId: line.warehouseId,
    warehouseLocation: location ?? null,
    branch: { id: line.branchId, description: branch?.name ?? null },
    taxCategoryId: line.vatCategoryId,
    orderDate: times.salesOrdersDay(order.day),
    requestDate: times.salesOrdersDay(line.requestDay),
    shipDate: times.salesOrdersDay(line.shipDay),
    completed: line.completed,
    openLine: !line.completed,
    attachments: line.attachments,
  };
}

/** A customer in the small look-up of the service (CustomerDto). */
export const customerListView = (customer: Customer): Record<string, unknown> => ({
  id: customer.number,
  internalId: customer.internalId,
  name: customer.name,
  status: customer.status,
  addressLine1: orNull(customer.main.address.line1),
  addressLine2: orNull(customer.main.address.line2),
  postalCode: orNull(customer.main.address.postalCode),
  country: customer.main.address.countryId,
  currencyId: customer.currencyId,
  customerClassId: customer.customerClassId,
  salutation: orNull(customer.main.contact.attention),
  defaultLocation: locationView(customer, 0),
});

/** The locations of a customer (CustomerLocationItemDto). */
export const customerLocations = (customer: Customer): Record<string, unknown>[] =>
  locationsOf(customer).map((location, index) => ({
    ...locationView(customer, index),
    address: addressView(location.address, false),
    contact: contactView(location.contact, false),
    taxZoneId: customer.vatZoneId,
  }));

/** VAT of an order by rate (SalesOrderTaxDto). */
export const taxViews = (order: SalesOrder): Record<string, unknown>[] =>
  order.totals.perRate.map((rate) => ({
    taxId: rate.vatId,
    taxType: 'VAT',
    taxRate: Number(rate.percentage),
    taxableAmount: Number(rate.taxable),
    taxAmount: Number(rate.vat),
    exemptTax: false,
    includeInTaxable: true,
    isPendingTax: false,
    isReverseTax: false,
    isStatisticalTax: false,
  }));

function customerView(order: SalesOrder, customer: Customer): Record<string, unknown> {
  const index = locationsOf(customer).findIndex((location) => location.id === order.locationId);
  return {
    id: customer.number,
    internalId: customer.internalId,
    name: customer.name,
    order: orNull(order.customerOrder),
    refNo: orNull(order.customerRefNo),
    contactId: customer.main.contact.id,
    location: locationView(customer, Math.max(0, index)),
    taxZone: { id: order.vatZoneId, description: VAT_ZONES[order.vatZoneId] ?? null },
  };
}

function locationView(customer: Customer, index: number): Record<string, unknown> | null {
  const location = locationsOf(customer)[index];
  if (location === undefined) return null;
  return {
    id: location.id,
    internalId: location.address.id,
    name: location.name,
    countryId: location.address.countryId,
    corporateId: orNull(customer.corporateId),
    taxRegistrationId: orNull(customer.vatRegistrationId),
    gln: orNull(customer.gln),
    warehouseId: null,
  };
}

function shippingView(
  order: SalesOrder,
  customer: Customer | null,
  books: Books,
  times: WireTimes,
): Record<string, unknown> {
  const location = customer === null ? undefined : locationsOf(customer).find(({ id }) => id === order.locationId);
  const place = order.shipping ?? location ?? null;
  const warehouse = order.preferredWarehouseId === null ? null : books.warehouses.byId(order.preferredWarehouseId);
  return {
    ...(place === null ? { address: null, contact: null } : placeView(place, order.shipping !== null)),
    preferredWarehouse: warehouse === null ? null : { id: warehouse.id, description: warehouse.description },
    scheduledDate: times.salesOrdersDay(order.scheduledDay),
    shipSeparately: false,
    residentialDelivery: false,
    saturdayDelivery: false,
    insurance: false,
    priority: 0,
    rule: 'BackOrderAllowed',
  };
}

const placeView = (place: Place, overrides: boolean): Record<string, unknown> => ({
  address: addressView(place.address, overrides),
  contact: contactView(place.contact, overrides),
});

const addressView = (address: Address, overridesDefault: boolean): Record<string, unknown> => ({
  id: address.id,
  line1: orNull(address.line1),
  line2: orNull(address.line2),
  line3: orNull(address.line3),
  postalCode: orNull(address.postalCode),
  city: orNull(address.city),
  country: address.countryId === '' ? null : { id: address.countryId, name: COUNTRIES[address.countryId] ?? null },
  county: null,
  overridesDefault,
});

const contactView = (contact: Contact, overridesDefault: boolean): Record<string, unknown> => ({
  id: contact.id,
  name: orNull(contact.name),
  attention: orNull(contact.attention),
  email: orNull(contact.email),
  phone1: orNull(contact.phone1),
  phone2: orNull(contact.phone2),
  fax: orNull(contact.fax),
  overridesDefault,
});

function totalsView({ totals }: SalesOrder): Record<string, unknown> {
  const amounts = {
    orderTotal: Number(totals.gross),
    taxTotal: Number(totals.vat),
    taxableTotal: Number(totals.net),
    taxExemptTotal: 0,
    discountTotal: 0,
    freightTotal: 0,
    freightCost: 0,
    unbilledAmount: Number(totals.gross),
    unshippedAmount: Number(totals.net),
  };
  const inBaseCurrency = Object.entries(amounts).map(([name, amount]) => [`${name}InBaseCurrency`, amount] as const);
  return { ...amounts, ...Object.fromEntries(inBaseCurrency) };
}

const quantityOf = (order: SalesOrder): string =>
  plain(order.lines.reduce((sum, line) => sum.plus(line.quantity), new Decimal(0)));
