import { knownRow } from '../../_kit/simulator/known-row';
import type { TokenStore } from '../../_kit/simulator/oauth/token-store';
import type { ApiLimits } from './api-limits';
import type { DivisionBooks } from './division-books';
import {
  enterAccount,
  enterAddress,
  enterItem,
  changeAccount,
  padCode,
  removeAccount,
  removeItem,
} from './master-entry';
import type {
  AccountValues,
  AddressValues,
  AttachmentValues,
  DivisionValues,
  ItemGroupValues,
  ItemValues,
  Row,
  Value,
  SalesItemPriceValues,
} from './model';
import type { Quirks } from './quirks';
import { enterSales, processInvoice, removeSales } from './sales-entry';
import { INVOICE, ORDER, QUOTATION, type AnySalesKind } from './sales-kinds';
import { localDay, localMoment } from './server-clock';
import type { Scope, Site } from './site';

const VISIT_ADDRESS = 1;
const DELIVERY_ADDRESS = 4;
const DAY_MS = 86_400_000;

export interface NewCustomer {
  readonly name: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly email?: string;
}

export interface NewArticle {
  readonly code: string;
  readonly description: string;
  /** Description of the item group, capitals count. */
  readonly group: string;
  readonly salesPrice: string;
  readonly unit?: string;
}

export interface NewSale {
  /** Name or code. */
  readonly customer: string | number;
  readonly description: string;
  readonly remarks?: string;
  readonly yourRef?: string;
  readonly lines: readonly {
    readonly article: string;
    readonly quantity: string;
    readonly description?: string;
    readonly netPrice?: string;
  }[];
}

/** How a customer stops being one: each of the ways in which the vendor shows it. */
export type CustomerEnding = 'end date' | 'blocked' | 'status';

/** Values of one object in answers, as they would leave if the vendor had a fault: any JSON. */
export type WireChanges = Readonly<Record<string, unknown>>;

/**
 * What the office of the customer does in Exact Online itself, while Simon runs. Rows are named as people name them: a
 * customer by name or code, an article by its code, a document by its number. An unknown name throws. Edits are about the
 * first company until another one is opened.
 */
export class OfficeEdits {
  private readonly wireChanges = new Map<string, WireChanges>();
  private open: DivisionBooks;

  constructor(
    private readonly site: Site,
    private readonly tokens: TokenStore,
    private readonly limits: ApiLimits,
    private readonly quirks: Quirks,
    private readonly changed: () => void,
  ) {
    this.open = knownRow(site.divisions[0], 'company');
  }

  /** Code of the company that edits are about. */
  get companyCode(): number {
    return this.open.code;
  }

  companies(): readonly Row<DivisionValues>[] {
    return this.site.divisions.map(({ division }) => division);
  }

  /** From now on edits are about this company. */
  openCompany(code: number): void {
    this.open = knownRow(this.site.division(code) ?? undefined, `company ${code}`);
  }

  customers(): readonly Row<AccountValues>[] {
    return this.open.tables.accounts.all().filter(({ values }) => values.Status === 'C');
  }

  articles(): readonly Row<ItemValues>[] {
    return this.open.tables.items.all();
  }

  prices(): readonly Row<SalesItemPriceValues>[] {
    return this.open.tables.prices.all();
  }

  groups(): readonly Row<ItemGroupValues>[] {
    return this.open.tables.itemGroups.all();
  }

  invoices(): readonly Row[] {
    return this.open.tables.invoices.all();
  }

  orders(): readonly Row[] {
    return this.open.tables.orders.all();
  }

  quotations(): readonly Row[] {
    return this.open.tables.quotations.all();
  }

  attachments(): readonly Row<AttachmentValues>[] {
    return this.open.tables.attachments.all();
  }

  customer(nameOrCode: string | number): Row<AccountValues> {
    const code = padCode(nameOrCode);
    return knownRow(
      this.open.tables.accounts.all().find(({ values }) => values.Name === nameOrCode || values.Code === code),
      `customer ${nameOrCode}`,
    );
  }

  addressesOf(nameOrCode: string | number): readonly Row<AddressValues>[] {
    const { id } = this.customer(nameOrCode);
    return this.open.tables.addresses.all().filter(({ values }) => values.Account === id);
  }

  article(code: string): Row<ItemValues> {
    return knownRow(
      this.articles().find(({ values }) => values.Code === code),
      `article ${code}`,
    );
  }

  /** An invoice by the number of its order, which it has from the start. */
  invoice(orderNumber: number): Row {
    return this.sale(INVOICE, orderNumber);
  }

  addCustomer(customer: NewCustomer): Row<AccountValues> {
    const account = enterAccount(
      {
        Name: customer.name,
        Status: 'C',
        AddressLine1: customer.street ?? null,
        Postcode: customer.postcode ?? null,
        City: customer.city ?? null,
        Country: 'NL ',
        Email: customer.email ?? null,
      },
      this.open,
      false,
    );
    this.changed();
    return account;
  }

  changeCustomer(nameOrCode: string | number, changes: Readonly<Record<string, Value>>): void {
    changeAccount(this.customer(nameOrCode), changes, this.open);
    this.changed();
  }

  renameCustomer(nameOrCode: string | number, name: string): void {
    this.changeCustomer(nameOrCode, { Name: name });
  }

  deactivateCustomer(nameOrCode: string | number, ending: CustomerEnding = 'end date'): void {
    const yesterday = localDay(this.open.nowMs - DAY_MS);
    const changes: Readonly<Record<CustomerEnding, Readonly<Record<string, Value>>>> = {
      'end date': { EndDate: yesterday },
      blocked: { Blocked: true },
      status: { Status: 'A' },
    };
    this.changeCustomer(nameOrCode, changes[ending]);
  }

  activateCustomer(nameOrCode: string | number): void {
    this.changeCustomer(nameOrCode, { EndDate: null, Blocked: false, Status: 'C' });
  }

  deleteCustomer(nameOrCode: string | number): void {
    removeAccount(this.customer(nameOrCode), this.open);
    this.changed();
  }

  /** Changes the row of the main visiting address: the customer shows it, and keeps its own version. */
  changeAddress(nameOrCode: string | number, changes: Readonly<Record<string, Value>>): void {
    const address = knownRow(
      this.addressesOf(nameOrCode).find(({ values }) => values.Type === VISIT_ADDRESS && values.Main),
      `address of ${nameOrCode}`,
    );
    this.open.change('addresses', address.id, changes);
    this.open.reflect('accounts', address.values.Account, changes);
    this.changed();
  }

  addDeliveryAddress(nameOrCode: string | number, street: string, postcode: string, city: string): Row {
    const Account = this.customer(nameOrCode).id;
    const values = {
      Account,
      Type: DELIVERY_ADDRESS,
      AddressLine1: street,
      Postcode: postcode,
      City: city,
      Country: 'NL ',
    };
    const address = enterAddress(values, this.open, false);
    this.changed();
    return address;
  }

  addArticle(article: NewArticle): Row<ItemValues> {
    const item = enterItem(
      {
        Code: article.code,
        Description: article.description,
        ItemGroup: this.group(article.group).id,
        Unit: article.unit ?? 'st',
        SalesVatCode: '4',
      },
      this.open,
      false,
    );
    this.addPrice(item.id, article.salesPrice);
    this.changed();
    return item;
  }

  changeArticle(code: string, changes: Readonly<Record<string, Value>>): void {
    this.open.change('items', this.article(code).id, changes);
    this.changed();
  }

  /** Only the price changes: the item itself is not touched. */
  changePrice(code: string, salesPrice: string): void {
    const { id } = this.article(code);
    for (const price of this.open.tables.prices
      .all()
      .filter(({ values }) => values.Item === id && values.EndDate === null)) {
      this.open.change('prices', price.id, { Price: salesPrice });
    }
    this.changed();
  }

  moveArticle(code: string, group: string): void {
    this.changeArticle(code, { ItemGroup: this.group(group).id });
  }

  deactivateArticle(code: string): void {
    this.changeArticle(code, { EndDate: localDay(this.open.nowMs - DAY_MS) });
  }

  deleteArticle(code: string): void {
    removeItem(this.article(code), this.open);
    this.changed();
  }

  addGroup(name: string): Row<ItemGroupValues> {
    const code = Math.max(0, ...this.groups().map(({ values }) => Number(values.Code))) + 10;
    const group = this.open.add('itemGroups', { Code: String(code), Description: name, IsDefault: 0 }, false);
    this.changed();
    return group;
  }

  renameGroup(name: string, newName: string): void {
    this.open.change('itemGroups', this.group(name).id, { Description: newName });
    this.changed();
  }

  blockJournal(code: string): void {
    const journal = knownRow(
      this.open.tables.journals.all().find(({ values }) => values.Code === code),
      `journal ${code}`,
    );
    this.open.change('journals', journal.id, { IsBlocked: true });
    this.changed();
  }

  addInvoice(sale: NewSale): Row {
    return this.enter(INVOICE, sale);
  }

  addOrder(sale: NewSale): Row {
    return this.enter(ORDER, sale);
  }

  addQuote(sale: NewSale): Row {
    return this.enter(QUOTATION, sale);
  }

  /** Books an invoice for good. */
  processInvoice(orderNumber: number): void {
    processInvoice(this.invoice(orderNumber), this.open);
    this.changed();
  }

  changeInvoice(orderNumber: number, changes: Readonly<Record<string, Value>>): void {
    this.open.change('invoices', this.invoice(orderNumber).id, changes);
    this.changed();
  }

  deleteInvoice(orderNumber: number): void {
    removeSales(INVOICE, this.invoice(orderNumber), this.open);
    this.changed();
  }

  deleteOrder(number: number): void {
    removeSales(ORDER, this.sale(ORDER, number), this.open);
    this.changed();
  }

  deleteQuote(number: number): void {
    removeSales(QUOTATION, this.sale(QUOTATION, number), this.open);
    this.changed();
  }

  /** The vendor no longer tells what was deleted until now. */
  forgetDeletions(): void {
    for (const row of [...this.open.tables.deleted.all()]) this.open.remove('deleted', row.id);
    this.changed();
  }

  /** The user opens another company on the site: Me.CurrentDivision moves along. */
  switchCompany(code: number): void {
    const user = knownRow(this.site.users[0], 'user');
    this.site.changeUser(user.id, { currentDivision: code });
    this.changed();
  }

  changeCompany(changes: Partial<DivisionValues>): void {
    this.open.changeDivision(changes);
    this.changed();
  }

  /** The vendor moves the company to another server: every row gets another version. */
  moveCompany(): void {
    this.open.renumber();
    this.changeCompany({ DivisionMoveDate: localMoment(this.open.nowMs) });
  }

  /** Takes the company away from every user. */
  withdrawCompany(): void {
    for (const user of this.site.users) {
      this.site.changeUser(user.id, { divisions: user.divisions.filter((code) => code !== this.open.code) });
    }
    this.changed();
  }

  /** The user ends the login of the app: all its tokens stop. */
  revokeLogin(): void {
    this.tokens.endGrants(() => true);
    this.changed();
  }

  /** Access tokens stop at once; refresh tokens stay valid. */
  expireTokens(): void {
    this.tokens.expireAccessTokens();
    this.changed();
  }

  /** Takes rights away from the app, as the vendor names them: `Sales invoices`. */
  withdrawRights(...scopes: Scope[]): void {
    this.site.withdraw(scopes);
  }

  giveRightsBack(): void {
    this.site.grantAll();
  }

  /** As if so many requests were left for the company today. */
  leaveRequestsToday(requests: number): void {
    this.limits.leaveToday(this.open.code, requests);
  }

  /** From now on answers show this object with other values: a text for a price, no name at all, a list too many. */
  distort(id: string, changes: WireChanges): void {
    this.wireChanges.set(id, changes);
  }

  /** Applies the distortions of an object on its way out. */
  readonly finish = (id: string, json: Record<string, unknown>): Record<string, unknown> => {
    const changes = this.wireChanges.get(id);
    return changes === undefined ? json : { ...json, ...changes };
  };

  private enter(kind: AnySalesKind, sale: NewSale): Row {
    const row = enterSales(
      kind,
      {
        values: {
          [kind.customer]: this.customer(sale.customer).id,
          Description: sale.description,
          Remarks: sale.remarks ?? null,
          YourRef: sale.yourRef ?? null,
        },
        lines: {
          [kind.lineCollection]: sale.lines.map((line) => ({
            Item: this.article(line.article).id,
            Quantity: line.quantity,
            Description: line.description ?? null,
            NetPrice: line.netPrice ?? null,
          })),
        },
      },
      this.open,
      this.quirks,
      false,
    );
    this.changed();
    return row;
  }

  private sale(kind: AnySalesKind, number: number): Row {
    return knownRow(
      this.open.tables[kind.heads].all().find(({ values }) => values[kind.number] === number),
      `${kind.label} ${number}`,
    );
  }

  private addPrice(itemId: string, price: string): void {
    const day = localDay(this.open.nowMs);
    const values = {
      Item: itemId,
      Account: null,
      Price: price,
      Quantity: '1',
      Currency: 'EUR',
      StartDate: day,
      EndDate: null,
    };
    this.open.add('prices', values, false);
  }

  private group(name: string): Row<ItemGroupValues> {
    return knownRow(
      this.groups().find(({ values }) => values.Description === name),
      `article group ${name}`,
    );
  }
}
