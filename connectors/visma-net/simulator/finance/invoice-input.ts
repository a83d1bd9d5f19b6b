import type { ModelReader } from '../../../_kit/simulator/model-reader';
import type { Quirks } from '../quirks';
import { readAddress, readContact } from './place-input';
import { textWish } from './write-body';

export const LINE_OPERATIONS = ['Insert', 'Update', 'Delete'] as const;

/** Reads the header of an invoice (CustomerInvoiceUpdateDto). */
export function readInvoice(reader: ModelReader, quirks: Quirks) {
  const text = (name: string) => textWish(reader, name, quirks);
  return {
    customerNumber: text('customerNumber'),
    documentDay: day(reader, 'documentDate'),
    dueDay: day(reader, 'documentDueDate'),
    creditTermsId: text('creditTermsId'),
    currencyId: text('currencyId'),
    hold: reader.flag('hold'),
    invoiceText: text('invoiceText'),
    customerRefNumber: text('customerRefNumber'),
    externalReference: text('externalReference'),
    paymentReference: text('paymentReference'),
    note: text('note'),
    branchNumber: text('branchNumber'),
    locationId: text('locationId'),
    project: text('project'),
    dontPrint: reader.flag('dontPrint'),
    dontEmail: reader.flag('dontEmail'),
    overrideNumberSeries: reader.flag('overrideNumberSeries'),
    referenceNumber: text('referenceNumber'),
    billingAddress: reader.object('billingAddress', (inner) => readAddress(inner, quirks)),
    invoiceContact: reader.object('invoiceContact', (inner) => readContact(inner, quirks)),
    lines: reader.list('invoiceLines', readLine),
  };
}

export type InvoiceInput = ReturnType<typeof readInvoice>;
export type InvoiceLineInput = ReturnType<typeof readLine>;

function readLine(reader: ModelReader) {
  return {
    operation: reader.choice('operation', LINE_OPERATIONS),
    lineNumber: reader.whole('lineNumber'),
    inventoryNumber: reader.text('inventoryNumber'),
    description: reader.text('description'),
    quantity: reader.decimal('quantity'),
    unit: reader.text('uom'),
    unitPrice: reader.decimal('unitPriceInCurrency'),
    manualAmount: reader.decimal('manualAmountInCurrency'),
    discountPercent: reader.decimal('discountPercent'),
    discountAmount: reader.decimal('discountAmountInCurrency'),
    manualDiscount: reader.flag('manualDiscount'),
    vatCodeId: reader.text('vatCodeId'),
    accountNumber: reader.text('accountNumber'),
    branchNumber: reader.text('branchNumber'),
    startDay: day(reader, 'startDate'),
    endDay: day(reader, 'endDate'),
    note: reader.text('note'),
  };
}

/** Dates come as moments; the time of day has no meaning. */
const day = (reader: ModelReader, name: string): string | null => reader.moment(name)?.slice(0, 10) ?? null;
