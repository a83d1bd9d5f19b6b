import { salesInvoiceFields, salesInvoiceLineFields, syncSalesInvoiceFields } from '../fields/invoices';
import { salesOrderFields, salesOrderLineFields } from '../fields/orders';
import { quotationFields, quotationLineFields } from '../fields/quotations';
import type { DivisionBooks } from '../division-books';
import type { Row } from '../model';
import { defineResource, readValue, syncTwin, through, type Derive, type Resource } from '../resource';
import { INVOICE, ORDER, QUOTATION, type AnySalesKind } from '../sales-kinds';
import {
  accountCode,
  accountName,
  itemValue,
  journalOf,
  paymentConditionDescription,
  unitDescription,
  vatDescription,
} from './lookups';

const documentOf = (books: DivisionBooks, id: string): Row | null => books.tables.documents.byId(id);

const INVOICE_TYPES: Readonly<Record<number, string>> = { 8020: 'Sales invoice', 8021: 'Sales credit note' };

const statusText =
  (kind: AnySalesKind): Derive =>
  ({ values }) =>
    (kind.statusTexts as Readonly<Record<number, string>>)[Number(values.Status)] ?? null;

/** The company's own currency is the only one here, so that both amounts are the same. */
const sameAs =
  (field: string): Derive =>
  ({ values }) =>
    values[field] ?? null;

const headFields = (kind: AnySalesKind): Readonly<Record<string, Derive>> => ({
  AmountDC: sameAs('AmountFC'),
  DocumentNumber: through('Document', documentOf, ({ values }) => values.HID ?? null),
  DocumentSubject: through('Document', documentOf, ({ values }) => values.Subject ?? null),
  PaymentConditionDescription: paymentConditionDescription('PaymentCondition'),
  StatusDescription: statusText(kind),
  VATAmountDC: sameAs('VATAmountFC'),
  [`${kind.customer}Name`]: accountName(kind.customer),
  [`${kind.customer}Code`]: accountCode(kind.customer),
  [`${kind.invoiceTo}Name`]: accountName(kind.invoiceTo),
  [`${kind.invoiceTo}Code`]: accountCode(kind.invoiceTo),
  [`${kind.deliverTo}Name`]: accountName(kind.deliverTo),
  [`${kind.deliverTo}Code`]: accountCode(kind.deliverTo),
});

const lineFields: Readonly<Record<string, Derive>> = {
  AmountDC: sameAs('AmountFC'),
  ItemCode: itemValue('Item', 'Code'),
  ItemDescription: itemValue('Item', 'Description'),
  UnitDescription: unitDescription('UnitCode'),
  VATAmountDC: sameAs('VATAmountFC'),
  VATCodeDescription: vatDescription('VATCode'),
  VATDescription: vatDescription('VATCode'),
};

/** A field of the head that a line belongs to. */
const ofHead =
  (kind: AnySalesKind, head: () => Resource, name: string): Derive =>
  (row, context) => {
    const found = context.books.tables[kind.heads].byId(String(row.values[kind.key]));
    return found === null ? null : readValue(head(), found, name, context);
  };

const invoices = defineResource({
  path: 'salesinvoice/SalesInvoices',
  model: 'Exact.Web.Api.Models.SalesInvoice.SalesInvoice',
  scope: 'Sales invoices',
  key: INVOICE.key,
  fields: salesInvoiceFields,
  rows: ({ books }) => books.tables.invoices.all(),
  derived: {
    ...headFields(INVOICE),
    JournalDescription: through('Journal', journalOf, ({ values }) => values.Description ?? null),
    TypeDescription: ({ values }) => INVOICE_TYPES[Number(values.Type)] ?? null,
  },
  collections: { [INVOICE.lineCollection]: { resource: () => invoiceLines, foreignKey: INVOICE.key } },
});

const invoiceLines = defineResource({
  path: 'salesinvoice/SalesInvoiceLines',
  model: 'Exact.Web.Api.Models.SalesInvoice.SalesInvoiceLine',
  scope: 'Sales invoices',
  fields: salesInvoiceLineFields,
  rows: ({ books }) => books.tables.invoiceLines.all(),
  derived: lineFields,
});

const orders = defineResource({
  path: 'salesorder/SalesOrders',
  model: 'Exact.Web.Api.Models.SalesOrder.SalesOrder',
  scope: 'Sales orders',
  key: ORDER.key,
  fields: salesOrderFields,
  rows: ({ books }) => books.tables.orders.all(),
  derived: headFields(ORDER),
  collections: { [ORDER.lineCollection]: { resource: () => orderLines, foreignKey: ORDER.key } },
});

const orderLines = defineResource({
  path: 'salesorder/SalesOrderLines',
  model: 'Exact.Web.Api.Models.SalesOrder.SalesOrderLine',
  scope: 'Sales orders',
  fields: salesOrderLineFields,
  rows: ({ books }) => books.tables.orderLines.all(),
  derived: { ...lineFields, OrderNumber: ofHead(ORDER, () => orders, 'OrderNumber') },
});

const quotations = defineResource({
  path: 'crm/Quotations',
  model: 'Exact.Web.Api.Models.CRM.Quotation',
  scope: 'Crm quotes',
  key: QUOTATION.key,
  fields: quotationFields,
  rows: ({ books }) => books.tables.quotations.all(),
  derived: headFields(QUOTATION),
  collections: { [QUOTATION.lineCollection]: { resource: () => quotationLines, foreignKey: QUOTATION.key } },
});

const quotationLines = defineResource({
  path: 'crm/QuotationLines',
  model: 'Exact.Web.Api.Models.CRM.QuotationLine',
  scope: 'Crm quotes',
  fields: quotationLineFields,
  rows: ({ books }) => books.tables.quotationLines.all(),
  derived: {
    ...lineFields,
    QuotationNumber: ofHead(QUOTATION, () => quotations, 'QuotationNumber'),
    VersionNumber: ofHead(QUOTATION, () => quotations, 'VersionNumber'),
  },
});

/** The sync address of invoices has one row per line, with the fields of its head beside it. */
const syncInvoices: Resource = {
  ...syncTwin({ ...invoiceLines, fields: syncSalesInvoiceFields }, 'sync/SalesInvoice/SalesInvoices'),
  derived: {
    ...Object.fromEntries(
      [...syncSalesInvoiceFields.keys()]
        .filter((name) => !salesInvoiceLineFields.has(name))
        .map((name) => [name, ofHead(INVOICE, () => invoices, name)]),
    ),
    ...invoiceLines.derived,
    Timestamp: (row, { books }) =>
      Math.max(row.timestamp, books.tables.invoices.byId(String(row.values[INVOICE.key]))?.timestamp ?? 0),
  },
};

export const salesResources = {
  invoices,
  invoiceLines,
  orders,
  orderLines,
  quotations,
  quotationLines,
  syncInvoices,
  syncOrderHeaders: syncTwin(orders, 'sync/SalesOrder/SalesOrderHeaders'),
  syncOrderLines: syncTwin(orderLines, 'sync/SalesOrder/SalesOrderLines'),
  syncQuotationHeaders: syncTwin(quotations, 'sync/CRM/QuotationHeaders'),
  syncQuotationLines: syncTwin(quotationLines, 'sync/CRM/QuotationLines'),
} as const;
