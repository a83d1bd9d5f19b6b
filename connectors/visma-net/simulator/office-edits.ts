import { knownRow } from '../../_kit/simulator/known-row';
import { INTERACTIVE_SCOPES, SALES_ORDER_SCOPES, SERVICE_SCOPES, type AccessControl } from './access';
import type { Books } from './books';
import type { Connect } from './connect';
import { newCustomer } from './finance/customers';
import { newInvoice } from './finance/invoices';
import type { Article, Customer, Invoice, OrderStatus, SalesOrder } from './model';
import { newOrder, touched } from './sales-orders/order-entry';

export interface NewCustomer {
  readonly name: string;
  readonly street?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly email?: string;
}

export interface NewArticle {
  readonly number: string;
  readonly description: string;
  readonly price: string;
  readonly unit?: string;
  readonly type?: Article['type'];
  readonly stockItem?: boolean;
}

export interface NewOrder {
  /** Name or number. */
  readonly customer: string;
  readonly description: string;
  readonly type?: string;
  readonly note?: string;
  readonly customerRefNo?: string;
  readonly status?: OrderStatus;
  readonly lines?: readonly {
    readonly article: string;
    readonly quantity: string;
    readonly description?: string;
    readonly unitPrice?: string;
  }[];
}

/** Values of one object in answers, as they would leave if the vendor had a fault: any JSON. */
export type WireChanges = Readonly<Record<string, unknown>>;

/**
 * What the office of the customer does in Visma.net itself, while Simon runs. Rows are named as people name them: a
 * customer by name or number, an article by its number, an order by `SO 000201`. An unknown name throws.
 */
export class OfficeEdits {
  private readonly wireChanges = new Map<string, WireChanges>();

  constructor(
    private readonly books: Books,
    private readonly access: AccessControl,
    private readonly connect: Connect,
    /** Tenant of the customer above the companies: a service gets tokens for it that no API takes. */
    readonly customerTenantId: string,
    private readonly changed: () => void,
  ) {}

  customers(): readonly Customer[] {
    return this.books.customers.all();
  }

  articles(): readonly Article[] {
    return this.books.articles.all();
  }

  orders(): readonly SalesOrder[] {
    return this.books.orders.all();
  }

  invoices(): readonly Invoice[] {
    return this.books.invoices.all();
  }

  customer(nameOrNumber: string): Customer {
    return knownRow(
      this.customers().find((customer) => customer.name === nameOrNumber || customer.number === nameOrNumber),
      `customer ${nameOrNumber}`,
    );
  }

  article(number: string): Article {
    return knownRow(this.books.articleByNumber(number), `article ${number}`);
  }

  /** `order('SO 000201')` */
  order(typeAndNumber: string): SalesOrder {
    return knownRow(this.books.orders.byId(typeAndNumber.replace(' ', '/')), `order ${typeAndNumber}`);
  }

  invoice(number: string): Invoice {
    return knownRow(this.books.invoices.byId(number), `invoice ${number}`);
  }

  addCustomer(wish: NewCustomer): Customer {
    const blank = newCustomer(this.books);
    const { address, contact } = blank.main;
    const customer: Customer = {
      ...blank,
      name: wish.name,
      main: {
        address: {
          ...address,
          line1: wish.street ?? '',
          postalCode: wish.postalCode ?? '',
          city: wish.city ?? '',
        },
        contact: { ...contact, name: wish.name, email: wish.email ?? '' },
      },
    };
    this.books.customers.add(customer);
    this.changed();
    return customer;
  }

  changeCustomer(nameOrNumber: string, changes: Partial<Omit<Customer, 'id' | 'internalId' | 'modifiedMs'>>): void {
    this.books.customers.replace({ ...this.customer(nameOrNumber), ...changes, modifiedMs: this.books.stamp() });
    this.changed();
  }

  renameCustomer(nameOrNumber: string, name: string): void {
    this.changeCustomer(nameOrNumber, { name });
  }

  /** Gives a customer another number; its internal id stays. */
  renumberCustomer(nameOrNumber: string, number: string): void {
    this.changeCustomer(nameOrNumber, { number });
  }

  deactivateCustomer(nameOrNumber: string): void {
    this.changeCustomer(nameOrNumber, { status: 'Inactive' });
  }

  activateCustomer(nameOrNumber: string): void {
    this.changeCustomer(nameOrNumber, { status: 'Active' });
  }

  /** Really gone: only a comparison of all keys shows it. */
  deleteCustomer(nameOrNumber: string): void {
    this.books.customers.remove(this.customer(nameOrNumber).id);
    this.changed();
  }

  addArticle(wish: NewArticle): Article {
    const inventoryId = this.books.takeInternalId();
    const stampMs = this.books.stamp();
    const stockItem = wish.stockItem ?? false;
    const article: Article = {
      id: String(inventoryId),
      inventoryId,
      number: wish.number,
      description: wish.description,
      body: '',
      status: 'Active',
      type: wish.type ?? (stockItem ? 'FinishedGoodItem' : 'NonStockItem'),
      stockItem,
      itemClassId: 'MATERIAAL',
      unit: wish.unit ?? 'ST',
      price: wish.price,
      cost: '0',
      vatCategoryId: 'HOOG',
      defaultWarehouseId: stockItem ? this.books.company.defaultWarehouseId : null,
      stock: '0',
      barcode: '',
      note: '',
      attributes: [],
      createdMs: stampMs,
      modifiedMs: stampMs,
    };
    this.books.articles.add(article);
    this.changed();
    return article;
  }

  changeArticle(number: string, changes: Partial<Omit<Article, 'id' | 'inventoryId' | 'modifiedMs'>>): void {
    this.books.articles.replace({ ...this.article(number), ...changes, modifiedMs: this.books.stamp() });
    this.changed();
  }

  deactivateArticle(number: string): void {
    this.changeArticle(number, { status: 'Inactive' });
  }

  deleteArticle(number: string): void {
    this.books.articles.remove(this.article(number).id);
    this.changed();
  }

  addOrder(wish: NewOrder): SalesOrder {
    const type = wish.type ?? 'SO';
    const order = newOrder(
      {
        type,
        orderId: this.books.takeOrderNumber(type),
        customer: this.customer(wish.customer),
        description: wish.description,
        note: wish.note ?? '',
        customerRefNo: wish.customerRefNo ?? '',
        status: wish.status ?? 'Open',
        lines: (wish.lines ?? []).map((line) => ({
          article: this.article(line.article),
          quantity: line.quantity,
          description: line.description ?? null,
          unitPrice: line.unitPrice ?? null,
        })),
      },
      this.books,
    );
    this.books.orders.add(order);
    this.changed();
    return order;
  }

  addQuote(wish: Omit<NewOrder, 'type'>): SalesOrder {
    return this.addOrder({ ...wish, type: 'QT' });
  }

  changeOrder(typeAndNumber: string, changes: Partial<Pick<SalesOrder, 'status' | 'description' | 'note'>>): void {
    this.books.orders.replace(touched({ ...this.order(typeAndNumber), ...changes }, this.books));
    this.changed();
  }

  deleteOrder(typeAndNumber: string): void {
    this.books.orders.remove(this.order(typeAndNumber).id);
    this.changed();
  }

  /** An invoice that the office made on the screen, still without lines. */
  addInvoice(customer: string, invoiceText: string): Invoice {
    const invoice: Invoice = {
      ...newInvoice(this.customer(customer), this.books),
      id: this.books.takeInvoiceNumber(),
      invoiceText,
      receivedAtMs: null,
    };
    this.books.invoices.add(invoice);
    this.changed();
    return invoice;
  }

  /** A copy of an invoice, as the office makes one on the screen: another number, all fields the same. */
  copyInvoice(number: string): Invoice {
    const stampMs = this.books.stamp();
    const copy: Invoice = {
      ...this.invoice(number),
      id: this.books.takeInvoiceNumber(),
      attachments: [],
      createdMs: stampMs,
      modifiedMs: stampMs,
      receivedAtMs: null,
    };
    this.books.invoices.add(copy);
    this.changed();
    return copy;
  }

  deleteInvoice(number: string): void {
    this.books.invoices.remove(this.invoice(number).id);
    this.changed();
  }

  closeWarehouse(id: string): void {
    const warehouse = knownRow(this.books.warehouses.byId(id), `warehouse ${id}`);
    this.books.warehouses.replace({ ...warehouse, active: false });
    this.changed();
  }

  /** Closes every financial period before this day, `YYYY-MM-DD`. */
  closePeriodsBefore(day: string): void {
    this.books.changeCompany({ openFrom: day });
    this.changed();
  }

  endLicence(): void {
    this.books.changeCompany({ licensed: false });
    this.changed();
  }

  /** A user withdraws what was allowed: tokens and refresh tokens of logins stop at once. */
  revokeLogin(): void {
    this.connect.tokens.endGrants((grant) => grant.userId !== null);
    this.changed();
  }

  /** The company ends the approval of the service app: no tokens from now on, and those there are stop. */
  endServiceApproval(): void {
    const { tenantId } = this.books.company;
    this.connect.endServiceApproval(tenantId);
    this.connect.tokens.endGrants((grant) => grant.userId === null && grant.companyId === tenantId);
    this.changed();
  }

  expireTokens(): void {
    this.connect.tokens.expireAccessTokens();
    this.changed();
  }

  /** Takes rights away from every token: `withdrawRights('create')`. */
  withdrawRights(...rights: string[]): void {
    const scopes = [...INTERACTIVE_SCOPES, ...SERVICE_SCOPES, ...SALES_ORDER_SCOPES];
    this.access.withdraw(scopes.filter((scope) => rights.some((right) => scope.endsWith(`:${right}`))));
  }

  /**
   * From now on answers show this object with other values: a text for a price, no name at all. Keys: `customer 1001`,
   * `article 1290`, `invoice 200001`, `order so/000201`, `line so/000201/1`, the numbers being internal ids.
   */
  distort(key: string, changes: WireChanges): void {
    this.wireChanges.set(key, changes);
  }

  /** Applies the distortions of an object on its way out. */
  readonly finish = (key: string, json: Record<string, unknown>): Record<string, unknown> => {
    const changes = this.wireChanges.get(key);
    return changes === undefined ? json : { ...json, ...changes };
  };
}
