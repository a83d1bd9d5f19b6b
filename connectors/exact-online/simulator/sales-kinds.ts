import type { TableName } from './model';
import type { Label } from './texts';

/**
 * Invoices, orders and quotations are one thing in different words: a head with lines. What each is called, from the
 * vendor's reference of SalesInvoices, SalesOrders and Quotations and their lines.
 */
export interface SalesKind {
  readonly heads: TableName;
  readonly lines: TableName;
  /** Key of the head, and field of a line that holds it. */
  readonly key: string;
  readonly number: string;
  readonly customer: string;
  readonly invoiceTo: string;
  readonly deliverTo: string;
  readonly deliverToAddress: string;
  readonly date: string;
  readonly lineCollection: string;
  /** Status of a new one. */
  readonly newStatus: number;
  /** From this status on a client can no longer change it. */
  readonly closedFrom: number;
  readonly statusTexts: Readonly<Record<number, string>>;
  /** Field of a line that holds its VAT. */
  readonly lineVat: string;
  readonly label: Label;
  readonly numberLabel: Label;
}

export const INVOICE = {
  heads: 'invoices',
  lines: 'invoiceLines',
  key: 'InvoiceID',
  number: 'OrderNumber',
  customer: 'OrderedBy',
  invoiceTo: 'InvoiceTo',
  deliverTo: 'DeliverTo',
  deliverToAddress: 'DeliverToAddress',
  date: 'OrderDate',
  lineCollection: 'SalesInvoiceLines',
  newStatus: 20,
  closedFrom: 50,
  statusTexts: { 10: 'Draft', 20: 'Open', 50: 'Processed' },
  lineVat: 'VATAmountFC',
  label: 'invoice',
  numberLabel: 'orderNumber',
} as const satisfies SalesKind;

export const ORDER = {
  heads: 'orders',
  lines: 'orderLines',
  key: 'OrderID',
  number: 'OrderNumber',
  customer: 'OrderedBy',
  invoiceTo: 'InvoiceTo',
  deliverTo: 'DeliverTo',
  deliverToAddress: 'DeliveryAddress',
  date: 'OrderDate',
  lineCollection: 'SalesOrderLines',
  newStatus: 12,
  closedFrom: 21,
  statusTexts: { 12: 'Open', 20: 'Partial', 21: 'Complete', 45: 'Cancelled' },
  lineVat: 'VATAmount',
  label: 'order',
  numberLabel: 'salesOrderNumber',
} as const satisfies SalesKind;

export const QUOTATION = {
  heads: 'quotations',
  lines: 'quotationLines',
  key: 'QuotationID',
  number: 'QuotationNumber',
  customer: 'OrderAccount',
  invoiceTo: 'InvoiceAccount',
  deliverTo: 'DeliveryAccount',
  deliverToAddress: 'DeliveryAddress',
  date: 'QuotationDate',
  lineCollection: 'QuotationLines',
  newStatus: 25,
  closedFrom: 50,
  statusTexts: {
    5: 'Rejected',
    6: 'Reviewed and closed',
    10: 'Recovery',
    20: 'Draft',
    25: 'Open',
    35: 'Processing',
    40: 'Printed',
    50: 'Accepted',
  },
  lineVat: 'VATAmountFC',
  label: 'quotation',
  numberLabel: 'quotationNumber',
} as const satisfies SalesKind;

export type AnySalesKind = typeof INVOICE | typeof ORDER | typeof QUOTATION;
