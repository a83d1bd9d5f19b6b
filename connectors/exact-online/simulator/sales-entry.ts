import { DateTime } from 'luxon';
import { Decimal, decimal, plain } from '../../_kit/decimal';
import type { Bound, BoundBody } from './body-binding';
import type { DivisionBooks } from './division-books';
import type { Row, Value } from './model';
import type { Quirks, TextLimits } from './quirks';
import { paymentConditionOf, vatCodeOf } from './resources/lookups';
import { INVOICE, type AnySalesKind } from './sales-kinds';
import { standardPrice } from './sales-prices';
import { idOf } from './sales-rules';
import { documentAmounts, lineAmounts, type VatRule } from './sales-totals';
import { localDay } from './server-clock';

const FIRST_NUMBER = 20240101;
const FIRST_INVOICE_NUMBER = 24700001;
const DEFAULT_PAYMENT_CONDITION = '30';
/** Digits that the vendor keeps of a price worked out from another one. */
const PRICE_DECIMALS = 6;

/**
 * Enters a document that breaks no rule. What the client left out is filled from customer, item and company; amounts are
 * always worked out here. Returns the row of the head.
 */
export function enterSales(
  kind: AnySalesKind,
  { values, lines }: BoundBody,
  books: DivisionBooks,
  quirks: Quirks,
  received: boolean,
): Row {
  const customerId = idOf(values, kind.customer) ?? '';
  const customer = books.tables.accounts.byId(customerId)?.values;
  const day = typeof values[kind.date] === 'string' ? String(values[kind.date]) : localDay(books.nowMs);
  const priced = (lines[kind.lineCollection] ?? []).map((line) =>
    priceLine(line, customer?.SalesVATCode ?? null, day, books),
  );
  const factor = discountFactor(values.Discount ?? null, quirks);
  const totals = documentAmounts(priced, factor);
  const condition = textOf(values.PaymentCondition) ?? customer?.PaymentConditionSales ?? DEFAULT_PAYMENT_CONDITION;
  const head = books.add(
    kind.heads,
    {
      ...values,
      ...cutTexts(values, quirks),
      [kind.customer]: customerId,
      [kind.invoiceTo]: idOf(values, kind.invoiceTo) ?? customer?.InvoiceAccount ?? customerId,
      [kind.deliverTo]: idOf(values, kind.deliverTo) ?? customerId,
      [kind.date]: day,
      [kind.number]: typeof values[kind.number] === 'number' ? values[kind.number] : nextNumber(kind, books),
      Status: kind.newStatus,
      Currency: textOf(values.Currency) ?? 'EUR',
      PaymentCondition: condition,
      ...totalFields(totals.exclusive, totals.vat),
      ...ownFields(kind, values, day, condition, books),
    },
    received,
  );
  for (const [index, line] of priced.entries()) {
    books.add(
      kind.lines,
      {
        ...line.values,
        ...cutLine(line.values, quirks),
        [kind.key]: head.id,
        LineNumber: index + 1,
        [kind.lineVat]: line.vatAmount,
      },
      received,
    );
  }
  return head;
}

/** Fills in what is not given about a head that changes, and works its amounts out again. */
export function changeSales(kind: AnySalesKind, row: Row, values: Bound, books: DivisionBooks, quirks: Quirks): void {
  const lines = books.tables[kind.lines].all().filter((line) => line.values[kind.key] === row.id);
  const priced = lines.map(({ values: line }) => ({
    quantity: String(line.Quantity),
    netPrice: String(line.NetPrice),
    vat: vatRule(books, textOf(line.VATCode)),
  }));
  const discount = 'Discount' in values ? (values.Discount ?? null) : (row.values.Discount ?? null);
  const totals = documentAmounts(priced, discountFactor(discount, quirks));
  books.change(kind.heads, row.id, {
    ...values,
    ...cutTexts(values, quirks),
    ...totalFields(totals.exclusive, totals.vat),
  });
}

/** Removes a document with its lines. */
export function removeSales(kind: AnySalesKind, row: Row, books: DivisionBooks): void {
  for (const line of books.tables[kind.lines].all().filter((one) => one.values[kind.key] === row.id)) {
    books.remove(kind.lines, line.id);
  }
  books.remove(kind.heads, row.id);
}

/** Books an invoice for good, as printing does: it gets its number and can no longer be changed. */
export function processInvoice(row: Row, books: DivisionBooks): void {
  const highest = books.tables.invoices
    .all()
    .reduce((found, { values }) => Math.max(found, Number(values.InvoiceNumber ?? 0)), FIRST_INVOICE_NUMBER - 1);
  books.change('invoices', row.id, { Status: INVOICE.closedFrom, InvoiceNumber: highest + 1 });
}

function ownFields(
  kind: AnySalesKind,
  values: Bound,
  day: string,
  condition: string,
  books: DivisionBooks,
): Record<string, Value> {
  if (kind.heads === 'quotations') return { VersionNumber: 1 };
  if (kind.heads === 'orders')
    return { ApprovalStatus: 0, DeliveryStatus: kind.newStatus, InvoiceStatus: kind.newStatus };
  const invoiceDate = textOf(values.InvoiceDate) ?? day;
  return {
    Type: typeof values.Type === 'number' ? values.Type : PLAIN_INVOICE,
    Journal: textOf(values.Journal) ?? defaultJournal(books),
    InvoiceDate: invoiceDate,
    DueDate: textOf(values.DueDate) ?? dueDate(invoiceDate, condition, books),
    InvoiceNumber: null,
  };
}

const PLAIN_INVOICE = 8020;

interface EnteredLine {
  readonly values: Bound;
  readonly quantity: string;
  readonly netPrice: string;
  readonly vat: VatRule;
  readonly vatAmount: string;
}

function priceLine(line: Bound, customerVatCode: string | null, day: string, books: DivisionBooks): EnteredLine {
  const itemId = idOf(line, 'Item');
  const item = itemId === null ? undefined : books.tables.items.byId(itemId)?.values;
  const quantity = textOf(line.Quantity) ?? '1';
  const discount = decimal(textOf(line.Discount) ?? '0');
  const left = new Decimal(1).minus(discount);
  const { netPrice, unitPrice } = prices(
    line,
    left,
    quantity,
    itemId === null ? null : standardPrice(books, itemId, day.slice(0, 10)),
  );
  const vatCode = textOf(line.VATCode) ?? customerVatCode ?? item?.SalesVatCode ?? null;
  const vat = vatRule(books, vatCode);
  const amounts = lineAmounts({ quantity, netPrice, vat });
  return {
    quantity,
    netPrice,
    vat,
    vatAmount: amounts.vat,
    values: {
      ...line,
      Item: itemId,
      Description: textOf(line.Description) ?? item?.Description ?? null,
      Quantity: quantity,
      Discount: plain(discount),
      NetPrice: netPrice,
      UnitPrice: unitPrice,
      UnitCode: textOf(line.UnitCode) ?? item?.Unit ?? null,
      VATCode: vatCode,
      VATPercentage: vat.fraction,
      AmountFC: amounts.exclusive,
    },
  };
}

/** A net price comes first; else it follows from the price per piece, the amount of the line, or the item. */
function prices(
  line: Bound,
  left: Decimal,
  quantity: string,
  itemPrice: string | null,
): { readonly netPrice: string; readonly unitPrice: string } {
  const net = textOf(line.NetPrice);
  const unit = textOf(line.UnitPrice);
  const amount = textOf(line.AmountFC);
  const text = (value: Decimal): string => plain(value.toDecimalPlaces(PRICE_DECIMALS));
  if (net !== null) return { netPrice: net, unitPrice: unit ?? (left.isZero() ? net : text(decimal(net).div(left))) };
  if (unit === null && amount !== null && !decimal(quantity).isZero()) {
    const price = text(decimal(amount).div(quantity));
    return { netPrice: price, unitPrice: price };
  }
  const unitPrice = unit ?? itemPrice ?? '0';
  return { netPrice: text(decimal(unitPrice).times(left)), unitPrice };
}

function vatRule(books: DivisionBooks, code: string | null): VatRule {
  const values = code === null ? undefined : vatCodeOf(books, code)?.values;
  return { code, fraction: textOf(values?.Percentage) ?? '0', isIncluded: values?.Type === 'I' };
}

function discountFactor(discount: Value, quirks: Quirks): Decimal {
  const given = decimal(textOf(discount) ?? '0');
  return new Decimal(1).minus(quirks.headerDiscount === 'percentage' ? given.div(100) : given);
}

const totalFields = (exclusive: string, vat: string): Record<string, Value> => ({
  AmountFC: plain(decimal(exclusive).plus(vat)),
  AmountFCExclVat: exclusive,
  VATAmountFC: vat,
});

function nextNumber(kind: AnySalesKind, books: DivisionBooks): number {
  const rows: readonly Row[] = books.tables[kind.heads].all();
  return rows.reduce((found, { values }) => Math.max(found, Number(values[kind.number] ?? 0)), FIRST_NUMBER - 1) + 1;
}

/** The first sales journal that is not blocked. */
function defaultJournal(books: DivisionBooks): string | null {
  const journal = books.tables.journals.all().find(({ values }) => values.Type === 20 && !values.IsBlocked);
  return journal?.values.Code ?? null;
}

function dueDate(invoiceDate: string, condition: string, books: DivisionBooks): string {
  const days = Number(paymentConditionOf(books, condition)?.values.PaymentDays ?? 0);
  return DateTime.fromISO(invoiceDate, { zone: 'utc' }).plus({ days }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

const cutTexts = (values: Bound, quirks: Quirks): Record<string, Value> =>
  cutFields(values, quirks, ['YourRef', 'Description', 'Remarks']);

const cutLine = (values: Bound, quirks: Quirks): Record<string, Value> => ({
  ...cutFields(values, quirks, ['Notes']),
  ...(typeof values.Description === 'string'
    ? { Description: cutTo(values.Description, quirks.textLimits.LineDescription) }
    : {}),
});

const cutFields = (values: Bound, quirks: Quirks, names: readonly (keyof TextLimits)[]): Record<string, Value> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = values[name];
      return typeof text === 'string' ? [[name, cutTo(text, quirks.textLimits[name])]] : [];
    }),
  );

const cutTo = (text: string, limit: number | null): string => (limit === null ? text : text.slice(0, limit));

const textOf = (value: Value | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);
