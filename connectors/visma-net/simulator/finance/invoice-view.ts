import type { Books } from '../books';
import type { Invoice, InvoiceLine } from '../model';
import { financeDay, type WireTimes } from '../wire-times';
import { VAT_ZONES } from './customer-view';
import { isReleased } from './invoices';
import { addressView, described, orNull } from './place-view';

/** The parts of an invoice that a list gives only when asked; a single invoice has them all. */
export interface InvoiceExpands {
  readonly attachments: boolean;
  readonly taxDetails: boolean;
  readonly invoiceAddress: boolean;
  readonly note: boolean;
}

export const ALL_OF_INVOICE: InvoiceExpands = { attachments: true, taxDetails: true, invoiceAddress: true, note: true };

/** A customer invoice as the finance API shows it (CustomerInvoiceDto). */
export function invoiceView(
  invoice: Invoice,
  expands: InvoiceExpands,
  books: Books,
  times: WireTimes,
): Record<string, unknown> {
  const customer = books.customers.byId(invoice.customerId);
  const terms = books.creditTerms.find((term) => term.id === invoice.creditTermsId);
  const { net, vat, gross } = invoice.totals;
  const period = invoice.documentDay.slice(0, 7).replace('-', '');
  const branch = books.company.branches.find((candidate) => candidate.number === invoice.branchNumber);
  return {
    creditTerms: described(invoice.creditTermsId, terms?.description ?? ''),
    documentDueDate: financeDay(invoice.dueDay),
    cashDiscountDate: financeDay(invoice.dueDay),
    externalReference: orNull(invoice.externalReference),
    exchangeRate: 1,
    attachments: expands.attachments ? invoice.attachments : null,
    taxDetails: expands.taxDetails ? taxDetails(invoice) : null,
    invoiceLines: invoice.lines.map((line) => lineView(line, books)),
    hold: invoice.status === 'Hold',
    discountTotal: 0,
    discountTotalInCurrency: 0,
    detailTotal: Number(net),
    detailTotalInCurrency: Number(net),
    vatTaxableTotal: Number(net),
    vatTaxableTotalInCurrency: Number(net),
    vatExemptTotal: 0,
    vatExemptTotalInCurrency: 0,
    paymentReference: orNull(invoice.paymentReference),
    invoiceAddress: expands.invoiceAddress ? { ...addressView(invoice.billing.address), overrideAddress: false } : null,
    invoiceContact: {
      contactId: invoice.billing.contact.id,
      businessName: orNull(invoice.billing.contact.name),
      attention: orNull(invoice.billing.contact.attention),
      email: orNull(invoice.billing.contact.email),
      phone1: orNull(invoice.billing.contact.phone1),
      overrideContact: false,
    },
    dontPrint: invoice.dontPrint,
    dontEmail: invoice.dontEmail,
    revoked: false,
    customer: customer === null ? null : { number: customer.number, name: customer.name },
    documentType: 'Invoice',
    referenceNumber: invoice.id,
    postPeriod: period,
    financialPeriod: period,
    documentDate: financeDay(invoice.documentDay),
    origInvoiceDate: financeDay(invoice.documentDay),
    status: invoice.status,
    currencyId: invoice.currencyId,
    amount: Number(gross),
    amountInCurrency: Number(gross),
    balance: isReleased(invoice) ? Number(gross) : 0,
    balanceInCurrency: isReleased(invoice) ? Number(gross) : 0,
    customerRefNumber: orNull(invoice.customerRefNumber),
    invoiceText: orNull(invoice.invoiceText),
    lastModifiedDateTime: times.finance(invoice.modifiedMs),
    createdDateTime: times.finance(invoice.createdMs),
    note: expands.note ? orNull(invoice.note) : null,
    vatTotal: Number(vat),
    vatTotalInCurrency: Number(vat),
    location: { countryId: invoice.billing.address.countryId, id: invoice.locationId, name: invoice.locationId },
    branchNumber: branch ?? null,
    customerVatZone: customer === null ? null : described(customer.vatZoneId, VAT_ZONES[customer.vatZoneId] ?? ''),
    project: described('X', 'Geen project'),
    errorInfo: '',
  };
}

const taxDetails = (invoice: Invoice): Record<string, unknown>[] =>
  invoice.totals.perRate.map((rate, index) => ({
    taxId: rate.vatId,
    recordId: index + 1,
    vatId: { number: rate.vatId, description: `Btw ${rate.percentage}%` },
    vatRate: Number(rate.percentage),
    taxableAmount: Number(rate.taxable),
    vatAmount: Number(rate.vat),
  }));

function lineView(line: InvoiceLine, books: Books): Record<string, unknown> {
  const article = line.articleId === null ? null : books.articles.byId(line.articleId);
  const vatCategory = books.vatCategories.find((candidate) => candidate.id === line.vatCategoryId);
  const branch = books.company.branches.find((candidate) => candidate.number === line.branchNumber);
  return {
    attachments: line.attachments,
    startDate: financeDay(line.startDay),
    endDate: financeDay(line.endDay),
    lineNumber: line.lineNumber,
    inventoryNumber: article?.number ?? null,
    description: orNull(line.description),
    quantity: Number(line.quantity),
    unitPrice: Number(line.unitPrice),
    unitPriceInCurrency: Number(line.unitPrice),
    manualAmount: Number(line.manualAmount ?? 0),
    manualAmountInCurrency: Number(line.manualAmount ?? 0),
    amount: Number(line.amount),
    amountInCurrency: Number(line.amount),
    account: { type: 'Income', number: line.accountNumber, description: 'Omzet', active: true },
    vatCode: described(line.vatCategoryId, vatCategory?.description ?? ''),
    uom: orNull(line.unit),
    discountPercent: Number(line.discountPercent),
    discountAmount: Number(line.discountAmount),
    discountAmountInCurrency: Number(line.discountAmount),
    manualDiscount: line.manualDiscount,
    note: orNull(line.note),
    branchNumber: branch ?? null,
  };
}
