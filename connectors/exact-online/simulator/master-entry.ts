import type { Bound } from './body-binding';
import type { DivisionBooks } from './division-books';
import type { AccountValues, ItemValues, Row } from './model';
import { unitOf, vatCodeOf } from './resources/lookups';
import { idOf } from './sales-rules';
import { localDay } from './server-clock';
import type { Refusal } from './texts';

/** "Fixed length numeric string with leading spaces, length 18", says the reference of Accounts. */
const CODE_WIDTH = 18;
export const padCode = (code: string | number): string => String(code).trim().padStart(CODE_WIDTH);

const MAXIMUM_ITEM_DESCRIPTION = 60;
const MAXIMUM_EXTRA_DESCRIPTION = 255;
const VISIT_ADDRESS = 1;
const ADDRESS_FIELDS = ['AddressLine1', 'AddressLine2', 'AddressLine3', 'Postcode', 'City', 'Country'] as const;

/** The rules that a new or changed account breaks. `existing`: null for a new one. */
export function refuseAccount(values: Bound, existing: Row | null, books: DivisionBooks): Refusal[] {
  const name = values.Name;
  if (name === '' || (name ?? null) === null) {
    if (existing === null || 'Name' in values) return [{ kind: 'mandatory', label: 'accountName' }];
  }
  const code = values.Code;
  if (typeof code === 'string' && !/^\s*\d{1,18}$/.test(code)) return [{ kind: 'invalid', label: 'code' }];
  const isTaken =
    typeof code === 'string' &&
    books.tables.accounts.all().some((row) => row.values.Code === padCode(code) && row.id !== existing?.id);
  if (isTaken) return [{ kind: 'dataExists', label: 'code' }];
  const invoiced = idOf(values, 'InvoiceAccount');
  const isUnknown = invoiced !== null && books.tables.accounts.byId(invoiced) === null;
  return isUnknown ? [{ kind: 'invalidReference', label: 'account' }] : [];
}

/** Enters an account and its visiting address. */
export function enterAccount(values: Bound, books: DivisionBooks, received: boolean): Row<AccountValues> {
  const account = books.add(
    'accounts',
    {
      StartDate: localDay(books.nowMs),
      EndDate: null,
      IsSupplier: false,
      Blocked: false,
      Status: null,
      InvoiceAccount: null,
      SalesVATCode: null,
      PaymentConditionSales: null,
      ...values,
      Code: typeof values.Code === 'string' ? padCode(values.Code) : nextCode(books),
      Name: String(values.Name),
    },
    received,
  );
  books.add('addresses', { ...addressOf(values), Account: account.id, Type: VISIT_ADDRESS, Main: true }, received);
  return account;
}

/** Changes an account; its visiting address goes along. */
export function changeAccount(row: Row, values: Bound, books: DivisionBooks): void {
  const code = typeof values.Code === 'string' ? { Code: padCode(values.Code) } : {};
  books.change('accounts', row.id, { ...values, ...code });
  const address = addressOf(values);
  if (Object.keys(address).length === 0) return;
  const visited = books.tables.addresses
    .all()
    .find((one) => one.values.Account === row.id && one.values.Type === VISIT_ADDRESS && one.values.Main);
  if (visited !== undefined) books.change('addresses', visited.id, address);
}

/** An account that documents mention stays. */
export function refuseAccountRemoval(row: Row, books: DivisionBooks): Refusal[] {
  const { invoices, orders, quotations, documents } = books.tables;
  const rows: readonly Row[] = [...invoices.all(), ...orders.all(), ...quotations.all(), ...documents.all()];
  return rows.some(({ values }) => Object.values(values).includes(row.id)) ? [{ kind: 'inUse', label: 'account' }] : [];
}

export function removeAccount(row: Row, books: DivisionBooks): void {
  for (const table of ['addresses', 'contacts'] as const) {
    const own = books.tables[table].all().filter(({ values }) => values.Account === row.id);
    for (const { id } of own) books.remove(table, id);
  }
  books.remove('accounts', row.id);
}

/** The rules that a new or changed item breaks. */
export function refuseItem(values: Bound, existing: Row | null, books: DivisionBooks): Refusal[] {
  const missing: Refusal[] = [];
  if (existing === null && (values.Code ?? '') === '') missing.push({ kind: 'mandatory', label: 'code' });
  if (existing === null && (values.Description ?? '') === '') missing.push({ kind: 'mandatory', label: 'description' });
  if (missing.length > 0) return missing;
  const isTaken = books.tables.items.all().some((row) => row.values.Code === values.Code && row.id !== existing?.id);
  if (isTaken) return [{ kind: 'dataExists', label: 'code' }];
  const refusals: Refusal[] = [];
  if (String(values.Description ?? '').length > MAXIMUM_ITEM_DESCRIPTION)
    refusals.push({ kind: 'tooLong', label: 'description' });
  if (String(values.ExtraDescription ?? '').length > MAXIMUM_EXTRA_DESCRIPTION) {
    refusals.push({ kind: 'tooLong', label: 'description' });
  }
  const group = idOf(values, 'ItemGroup');
  if (group !== null && books.tables.itemGroups.byId(group) === null)
    refusals.push({ kind: 'invalidReference', label: 'itemGroup' });
  if (typeof values.Unit === 'string' && unitOf(books, values.Unit) === null)
    refusals.push({ kind: 'invalidReference', label: 'unit' });
  if (typeof values.SalesVatCode === 'string' && vatCodeOf(books, values.SalesVatCode) === null) {
    refusals.push({ kind: 'invalidReference', label: 'vatCode' });
  }
  return refusals;
}

/** Enters an item; group, unit and VAT are those of the company when they were left out. */
export function enterItem(values: Bound, books: DivisionBooks, received: boolean): Row<ItemValues> {
  const { itemGroups, units } = books.tables;
  return books.add(
    'items',
    {
      StartDate: localDay(books.nowMs),
      EndDate: null,
      ItemGroup: itemGroups.all().find((row) => row.values.IsDefault === 1)?.id ?? null,
      Unit: units.all().find((row) => row.values.Main === 1)?.values.Code ?? null,
      SalesVatCode: null,
      IsSalesItem: true,
      IsFractionAllowedItem: true,
      ...values,
    } as ItemValues,
    received,
  );
}

export function refuseItemRemoval(row: Row, books: DivisionBooks): Refusal[] {
  const { invoiceLines, orderLines, quotationLines } = books.tables;
  const lines: readonly Row[] = [...invoiceLines.all(), ...orderLines.all(), ...quotationLines.all()];
  return lines.some(({ values }) => values.Item === row.id) ? [{ kind: 'inUse', label: 'item' }] : [];
}

export function removeItem(row: Row, books: DivisionBooks): void {
  for (const { id } of books.tables.prices.all().filter(({ values }) => values.Item === row.id))
    books.remove('prices', id);
  books.remove('items', row.id);
}

/** The rules that a new address breaks. */
export function refuseAddress(values: Bound, existing: Row | null, books: DivisionBooks): Refusal[] {
  const account = idOf(values, 'Account');
  if (existing === null && account === null) return [{ kind: 'mandatory', label: 'account' }];
  if (existing === null && typeof values.Type !== 'number') return [{ kind: 'mandatory', label: 'type' }];
  const isUnknown = account !== null && books.tables.accounts.byId(account) === null;
  return isUnknown ? [{ kind: 'invalidReference', label: 'account' }] : [];
}

export const enterAddress = (values: Bound, books: DivisionBooks, received: boolean): Row =>
  books.add(
    'addresses',
    { Main: false, ...values, Account: idOf(values, 'Account') ?? '', Type: Number(values.Type) },
    received,
  );

const addressOf = (values: Bound): Bound =>
  Object.fromEntries(ADDRESS_FIELDS.flatMap((name) => (name in values ? [[name, values[name] ?? null]] : [])));

/** "The value of the highest used code is incremented by 1" (basvanbeek.nl, EXACT Online Tips). */
function nextCode(books: DivisionBooks): string {
  return padCode(books.tables.accounts.all().reduce((found, row) => Math.max(found, Number(row.values.Code)), 0) + 1);
}
