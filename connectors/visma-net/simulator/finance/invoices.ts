import { amsterdamDay } from '../../../_kit/amsterdam-day';
import type { SimulatorRequest, SimulatorResponse } from '../../../_kit/simulator/http-exchange';
import type { Books } from '../books';
import { MAIN_LOCATION, type Article, type Customer, type Invoice, type InvoiceLine } from '../model';
import { lineAmount, totalsOf } from '../totals';
import { daysAfter } from '../wire-times';
import { readInvoice, type InvoiceInput, type InvoiceLineInput } from './invoice-input';
import { locationsOf } from './customer-view';
import type { ListContext } from './list';
import { applied } from './place-input';
import { limited, type LimitedText } from './text-limits';
import { given, readWrite, type Given } from './write-body';

/** Account that sales go to when the line does not say. */
const SALES_ACCOUNT = '8000';
const NOT_SOLD: readonly Article['status'][] = ['Inactive', 'NoSales', 'MarkedForDeletion'];

/** A reason to refuse an invoice, as a sentence of the vendor. */
class InvoiceRefusal extends Error {}

/** Reads and enters an invoice: POST makes one, PUT changes an existing one that is not released. */
export function writeInvoice(
  request: SimulatorRequest,
  existing: Invoice | null,
  books: Books,
  context: ListContext,
): { readonly invoice: Invoice } | { readonly refusal: SimulatorResponse } {
  const read = readWrite(request, 'invoice', context, (reader) => readInvoice(reader, context.quirks));
  if ('refusal' in read) return read;
  try {
    return { invoice: enterInvoice(read.input, existing, books, context) };
  } catch (error) {
    if (error instanceof InvoiceRefusal) return { refusal: context.problems.refused(error.message) };
    throw error;
  }
}

export const isReleased = (invoice: Invoice): boolean => invoice.status !== 'Hold' && invoice.status !== 'Balanced';

function enterInvoice(input: InvoiceInput, existing: Invoice | null, books: Books, context: ListContext): Invoice {
  if (existing !== null && isReleased(existing))
    throw new InvoiceRefusal('The document is released and cannot be changed.');
  const customer = customerOf(input, existing, books);
  const was = existing ?? newInvoice(customer, books);
  const text = (wish: Given<string>, before: string, limit: LimitedText): string =>
    fitting(given(wish, before, ''), limit, context);
  const documentDay = input.documentDay ?? was.documentDay;
  if (documentDay < books.company.openFrom) {
    throw new InvoiceRefusal(`The ${documentDay.slice(5, 7)}-${documentDay.slice(0, 4)} financial period is closed.`);
  }
  const termsId = given(input.creditTermsId, was.creditTermsId, customer.creditTermsId);
  const terms = books.creditTerms.find((candidate) => candidate.id === termsId);
  if (terms === undefined) throw notFound('Terms');
  if (given(input.currencyId, 'EUR', 'EUR') !== 'EUR') throw notFound('Currency');
  if (given(input.project, '', '') !== '') throw notFound('Project');
  const branchNumber = knownBranch(given(input.branchNumber, was.branchNumber, was.branchNumber), books);
  const locationId = given(input.locationId, was.locationId, MAIN_LOCATION);
  if (!locationsOf(customer).some((location) => location.id === locationId)) throw notFound('Location');
  const lines = enterLines(input.lines, was.lines, branchNumber, books, context);
  return {
    ...was,
    id: existing?.id ?? numberOf(input, books, context),
    customerId: customer.id,
    documentDay,
    dueDay: input.dueDay ?? (existing === null ? daysAfter(documentDay, terms.dueDays) : existing.dueDay),
    creditTermsId: terms.id,
    status: input.hold === null ? was.status : input.hold ? 'Hold' : 'Balanced',
    invoiceText: text(input.invoiceText, was.invoiceText, 'invoiceText'),
    customerRefNumber: text(input.customerRefNumber, was.customerRefNumber, 'customerRefNumber'),
    externalReference: text(input.externalReference, was.externalReference, 'externalReference'),
    paymentReference: text(input.paymentReference, was.paymentReference, 'paymentReference'),
    note: text(input.note, was.note, 'note'),
    branchNumber,
    locationId,
    billing: {
      address: applied(input.billingAddress, was.billing.address, was.billing.address.id),
      contact: applied(input.invoiceContact, was.billing.contact, was.billing.contact.id),
    },
    dontPrint: input.dontPrint ?? was.dontPrint,
    dontEmail: input.dontEmail ?? was.dontEmail,
    lines,
    totals: totalsOf(lines, books.vatCategories),
    modifiedMs: books.stamp(),
  };
}

function customerOf(input: InvoiceInput, existing: Invoice | null, books: Books): Customer {
  if (existing !== null && input.customerNumber === 'absent') {
    const known = books.customers.byId(existing.customerId);
    if (known === null) throw notFound('Customer');
    return known;
  }
  const number = given(input.customerNumber, '', '');
  if (number === '') throw new InvoiceRefusal("'Customer' cannot be empty.");
  const customer = books.customerByNumber(number);
  if (customer === null) throw notFound('Customer');
  if (customer.status === 'Inactive' || customer.status === 'OnHold') {
    throw new InvoiceRefusal(`The customer status is '${customer.status}'.`);
  }
  return customer;
}

/** An invoice as it begins: no number, no lines yet. */
export function newInvoice(customer: Customer, books: Books): Invoice {
  const stampMs = books.stamp();
  const day = amsterdamDay(stampMs);
  return {
    id: '',
    customerId: customer.id,
    documentDay: day,
    dueDay: day,
    creditTermsId: customer.creditTermsId,
    currencyId: customer.currencyId,
    status: 'Balanced',
    invoiceText: '',
    customerRefNumber: '',
    externalReference: '',
    paymentReference: '',
    note: '',
    branchNumber: books.defaultBranch.number,
    locationId: MAIN_LOCATION,
    billing: customer.invoice ?? customer.main,
    dontPrint: false,
    dontEmail: false,
    lines: [],
    totals: totalsOf([], books.vatCategories),
    attachments: [],
    createdMs: stampMs,
    modifiedMs: stampMs,
    receivedAtMs: stampMs,
  };
}

/** The next number of the company, or the client's own when it overrides the series. */
function numberOf(input: InvoiceInput, books: Books, context: ListContext): string {
  if (input.overrideNumberSeries !== true) return books.takeInvoiceNumber();
  if (context.quirks.ownNumber === 'refuse') {
    throw new InvoiceRefusal('Manual numbering is not allowed for this number series.');
  }
  const number = given(input.referenceNumber, '', '');
  if (number === '') throw new InvoiceRefusal("'Reference Nbr.' cannot be empty.");
  if (number.length > 15)
    throw new InvoiceRefusal("The string value provided exceeds the field 'referenceNumber' length of 15.");
  if (books.invoices.byId(number) !== null) throw new InvoiceRefusal(`Document number ${number} already exists.`);
  return number;
}

function enterLines(
  inputs: readonly InvoiceLineInput[],
  was: readonly InvoiceLine[],
  branchNumber: string,
  books: Books,
  context: ListContext,
): readonly InvoiceLine[] {
  const lines = [...was];
  for (const input of inputs) {
    const operation = input.operation ?? 'Insert';
    const index = lines.findIndex((line) => line.lineNumber === input.lineNumber);
    if (operation === 'Insert') {
      const lineNumber = Math.max(0, ...lines.map((line) => line.lineNumber)) + 1;
      lines.push(enterLine(input, lineNumber, null, branchNumber, books, context));
    } else if (index === -1) {
      throw notFound('Line Nbr.');
    } else if (operation === 'Delete') {
      lines.splice(index, 1);
    } else {
      const line = lines[index];
      if (line !== undefined) lines[index] = enterLine(input, line.lineNumber, line, branchNumber, books, context);
    }
  }
  return lines;
}

function enterLine(
  input: InvoiceLineInput,
  lineNumber: number,
  was: InvoiceLine | null,
  branchNumber: string,
  books: Books,
  context: ListContext,
): InvoiceLine {
  const article = articleOf(input, was, books);
  const vatCategoryId = input.vatCodeId ?? was?.vatCategoryId ?? article?.vatCategoryId ?? 'HOOG';
  if (!books.vatCategories.some((category) => category.id === vatCategoryId)) throw notFound('Tax Category');
  const unit = input.unit ?? was?.unit ?? article?.unit ?? '';
  if (article !== null && unit !== article.unit) throw notFound('UOM');
  const line = {
    lineNumber,
    articleId: article?.id ?? null,
    description: fitting(input.description ?? was?.description ?? article?.description ?? '', 'description', context),
    quantity: input.quantity ?? was?.quantity ?? '0',
    unit,
    unitPrice: input.unitPrice ?? was?.unitPrice ?? article?.price ?? '0',
    manualAmount: input.manualAmount ?? was?.manualAmount ?? null,
    discountPercent: input.discountPercent ?? was?.discountPercent ?? '0',
    discountAmount: input.discountAmount ?? was?.discountAmount ?? '0',
    manualDiscount: input.manualDiscount ?? was?.manualDiscount ?? false,
    vatCategoryId,
    accountNumber: input.accountNumber ?? was?.accountNumber ?? SALES_ACCOUNT,
    branchNumber: knownBranch(input.branchNumber ?? was?.branchNumber ?? branchNumber, books),
    startDay: input.startDay ?? was?.startDay ?? null,
    endDay: input.endDay ?? was?.endDay ?? null,
    note: fitting(input.note ?? was?.note ?? '', 'note', context),
    attachments: was?.attachments ?? [],
  } satisfies Omit<InvoiceLine, 'amount'>;
  return { ...line, amount: line.manualAmount ?? lineAmount(line) };
}

/** Goods from stock are sold by sales orders: a line of an invoice takes non-stock items only, or none at all. */
function articleOf(input: InvoiceLineInput, was: InvoiceLine | null, books: Books): Article | null {
  if (input.inventoryNumber === null) return was?.articleId == null ? null : books.articles.byId(was.articleId);
  const article = books.articleByNumber(input.inventoryNumber);
  if (article === null) throw notFound('Inventory ID');
  if (NOT_SOLD.includes(article.status)) throw new InvoiceRefusal(`The inventory item is ${article.status}.`);
  if (article.stockItem) throw new InvoiceRefusal('The inventory item is a stock item.');
  return article;
}

function knownBranch(number: string, books: Books): string {
  if (!books.company.branches.some((branch) => branch.number === number)) throw notFound('Branch');
  return number;
}

function fitting(text: string, limit: LimitedText, context: ListContext): string {
  const kept = limited(text, limit, context.quirks);
  if ('problem' in kept) throw new InvoiceRefusal(kept.problem);
  return kept.text;
}

const notFound = (what: string): InvoiceRefusal => new InvoiceRefusal(`'${what}' cannot be found in the system.`);
