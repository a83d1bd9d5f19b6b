import type { BoundBody, Bound } from './body-binding';
import type { DivisionBooks } from './division-books';
import type { AccountValues, ItemValues, Row } from './model';
import type { Quirks } from './quirks';
import { NO_ID } from './resource';
import { journalOf, paymentConditionOf, unitOf, vatCodeOf } from './resources/lookups';
import type { AnySalesKind } from './sales-kinds';
import { localDay } from './server-clock';
import type { Label, Refusal } from './texts';

/** Types of a sales invoice that need no edition for trade or manufacturing. */
const PLAIN_INVOICE_TYPES: ReadonlySet<number> = new Set([8020, 8021]);
const DIRECT_INVOICE_TYPES: ReadonlySet<number> = new Set([8023, 8024]);
const SALES_JOURNAL = 20;

/** An id that a client gave; none and the zero Guid mean the same. */
export const idOf = (values: Bound, name: string): string | null => {
  const id = values[name];
  return typeof id === 'string' && id !== NO_ID ? id : null;
};

/** The rules of the vendor that a new document breaks; empty when it would be taken. */
export function refuseSales(
  kind: AnySalesKind,
  { values, lines }: BoundBody,
  books: DivisionBooks,
  quirks: Quirks,
): Refusal[] {
  const given = lines[kind.lineCollection] ?? [];
  const mandatory = refuseMissing(kind, values, given, quirks);
  if (mandatory.length > 0) return mandatory;
  return [
    ...refuseAccounts(kind, values, books, quirks),
    ...refuseHead(kind, values, books, quirks),
    ...given.flatMap((line) => refuseLine(line, books, quirks)),
  ];
}

/** The rules that a change of the head of a document breaks. */
export function refuseSalesChange(
  kind: AnySalesKind,
  existing: Row,
  values: Bound,
  books: DivisionBooks,
  quirks: Quirks,
): Refusal[] {
  if (Number(existing.values.Status) >= kind.closedFrom) return [{ kind: 'processed', label: kind.label }];
  return refuseHead(kind, values, books, quirks, existing.id);
}

function refuseMissing(kind: AnySalesKind, values: Bound, lines: readonly Bound[], quirks: Quirks): Refusal[] {
  const missing: Label[] = [];
  if (idOf(values, kind.customer) === null) {
    if (idOf(values, kind.invoiceTo) === null) missing.push('invoiceTo');
    missing.push('orderedBy');
  }
  if (lines.length === 0) missing.push('lines');
  const isDirect = DIRECT_INVOICE_TYPES.has(Number(values.Type));
  if (kind.heads === 'invoices' && isDirect && idOf(values, 'Warehouse') === null) missing.push('warehouse');
  for (const line of lines) {
    if (idOf(line, 'Item') !== null) continue;
    if (kind.heads === 'orders') missing.push('item');
    else if (idOf(line, 'GLAccount') === null && quirks.textLines === 'refuse') missing.push('generalLedger');
  }
  return missing.map((label) => ({ kind: 'mandatory', label }));
}

function refuseAccounts(kind: AnySalesKind, values: Bound, books: DivisionBooks, quirks: Quirks): Refusal[] {
  const ordered = idOf(values, kind.customer);
  const parties: readonly [string | null, Label][] = [
    [idOf(values, kind.deliverTo) ?? ordered, 'deliverTo'],
    [ordered, 'orderedBy'],
    [idOf(values, kind.invoiceTo) ?? ordered, 'invoiceTo'],
  ];
  const unknown = parties.filter(([id]) => id !== null && books.tables.accounts.byId(id) === null);
  if (unknown.length > 0) return unknown.map(([, label]) => ({ kind: 'invalidReference', label }));
  const invoiced = books.tables.accounts.byId(parties[2]?.[0] ?? '');
  if (invoiced?.values.Status !== 'C') return [{ kind: 'invalid', label: 'invoiceToType' }];
  const customer = books.tables.accounts.byId(ordered ?? '');
  return customer === null || quirks.blockedCustomer === 'accept' ? [] : refuseState(customer.values, books);
}

function refuseState(customer: AccountValues, books: DivisionBooks): Refusal[] {
  if (customer.Blocked) return [{ kind: 'blocked', label: 'orderedBy' }];
  return isActive(customer, books) ? [] : [{ kind: 'inactive', label: 'orderedBy' }];
}

/** Between the start and the end of its life, today on the vendor's clock. */
export function isActive(
  values: { readonly StartDate: string | null; readonly EndDate: string | null },
  books: DivisionBooks,
): boolean {
  const today = localDay(books.nowMs);
  return (
    (values.StartDate === null || values.StartDate <= today) && (values.EndDate === null || values.EndDate >= today)
  );
}

function refuseHead(
  kind: AnySalesKind,
  values: Bound,
  books: DivisionBooks,
  quirks: Quirks,
  ownId: string | null = null,
): Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (what: Refusal['kind'], label: Label): void => {
    refusals.push({ kind: what, label });
  };
  if (kind.heads === 'invoices') refuseInvoiceHead(values, books, refuse);
  const condition = values.PaymentCondition;
  if (typeof condition === 'string' && condition !== '' && paymentConditionOf(books, condition) === null) {
    refuse('invalidReference', 'paymentCondition');
  }
  const document = idOf(values, 'Document');
  if (document !== null && books.tables.documents.byId(document) === null) refuse('invalidReference', 'document');
  const address = idOf(values, kind.deliverToAddress);
  if (address !== null && books.tables.addresses.byId(address) === null) refuse('invalidReference', 'address');
  if (
    isNumberTaken(kind, values, books, ownId) &&
    (kind.heads === 'orders' || quirks.duplicateOrderNumber === 'refuse')
  ) {
    refuse('exists', kind.numberLabel);
  }
  if (quirks.textTooLong === 'refuse') {
    const limits = quirks.textLimits;
    if (isLonger(values.YourRef, limits.YourRef)) refuse('tooLong', 'yourRef');
    if (isLonger(values.Description, limits.Description)) refuse('tooLong', 'description');
    if (isLonger(values.Remarks, limits.Remarks)) refuse('tooLong', 'remarks');
  }
  return refusals;
}

function refuseInvoiceHead(
  values: Bound,
  books: DivisionBooks,
  refuse: (kind: Refusal['kind'], label: Label) => void,
): void {
  if (typeof values.Journal === 'string' && values.Journal !== '') {
    const journal = books.tables.journals.byId(journalOf(books, values.Journal)?.id ?? '');
    if (journal?.values.Type !== SALES_JOURNAL) refuse('invalidReference', 'journals');
    else if (journal.values.IsBlocked) refuse('blocked', 'journal');
  }
  const type = values.Type === undefined || values.Type === null ? 8020 : Number(values.Type);
  if (!PLAIN_INVOICE_TYPES.has(type) && !DIRECT_INVOICE_TYPES.has(type)) refuse('invalid', 'type');
  if (PLAIN_INVOICE_TYPES.has(type) && idOf(values, 'Warehouse') !== null) refuse('invalid', 'warehouse');
}

function refuseLine(line: Bound, books: DivisionBooks, quirks: Quirks): Refusal[] {
  const refusals: Refusal[] = [];
  const itemId = idOf(line, 'Item');
  const item: ItemValues | null = itemId === null ? null : (books.tables.items.byId(itemId)?.values ?? null);
  if (itemId !== null && item === null) refusals.push({ kind: 'invalidReference', label: 'item' });
  if (item !== null && !item.IsSalesItem) refusals.push({ kind: 'invalid', label: 'item' });
  if (item !== null && !isActive(item, books)) refusals.push({ kind: 'inactive', label: 'item' });
  const isWhole = !String(line.Quantity ?? '1').includes('.');
  if (quirks.fractions === 'refuse' && item?.IsFractionAllowedItem === false && !isWhole) {
    refusals.push({ kind: 'invalid', label: 'quantity' });
  }
  const vatCode = line.VATCode;
  if (
    typeof vatCode === 'string' &&
    books.tables.vatCodes.byId(vatCodeOf(books, vatCode)?.id ?? '')?.values.IsBlocked !== false
  ) {
    refusals.push({ kind: 'invalidReference', label: 'vatCode' });
  }
  if (typeof line.UnitCode === 'string' && unitOf(books, line.UnitCode) === null) {
    refusals.push({ kind: 'invalidReference', label: 'unit' });
  }
  if (quirks.textTooLong === 'refuse') {
    if (isLonger(line.Description, quirks.textLimits.LineDescription))
      refusals.push({ kind: 'tooLong', label: 'description' });
    if (isLonger(line.Notes, quirks.textLimits.Notes)) refusals.push({ kind: 'tooLong', label: 'notes' });
  }
  return refusals;
}

function isNumberTaken(kind: AnySalesKind, values: Bound, books: DivisionBooks, ownId: string | null): boolean {
  const number = values[kind.number];
  if (typeof number !== 'number') return false;
  return books.tables[kind.heads].all().some((row) => row.values[kind.number] === number && row.id !== ownId);
}

const isLonger = (text: Bound[string] | undefined, limit: number | null): boolean =>
  limit !== null && typeof text === 'string' && text.length > limit;
