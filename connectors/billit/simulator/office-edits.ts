import { knownRow } from '../../_kit/simulator/known-row';
import type { SeededRandom } from '../../_kit/simulator/random';
import type { Json } from '../../_kit/text';
import type { Account, CompanyBooks } from './books';
import type { JsonObject } from './field-table';
import type { Login } from './login';
import type { Address, Company, Order, OrderStatus, Party, Product } from './model';
import { enterOrder } from './order-entry';
import type { Quirks } from './quirks';
import { screenOrder } from './screen-order';
import { momentText } from './sql-date-time';

export interface NewCustomer {
  readonly name: string;
  readonly number?: string;
  readonly address?: Partial<Address>;
  readonly email?: string;
  readonly vatNumber?: string;
}

export interface NewArticle {
  readonly reference: string;
  readonly description: string;
  readonly salesPrice: string;
  readonly vatPercentage?: string;
  readonly unit?: string;
}

export interface NewOffer {
  /** Name or number. */
  readonly customer: string;
  readonly title: string;
  readonly comments?: string;
  readonly reference?: string;
  readonly lines?: readonly {
    /** Reference of the product; null: text only. */
    readonly article: string | null;
    readonly quantity: string;
    readonly description?: string;
  }[];
  /** `Draft` unless given. */
  readonly status?: OrderStatus;
}

/** Values of one object in answers, as they would leave if the vendor had a fault. Null leaves a value out. */
export type WireChanges = Readonly<Record<string, Json>>;

/**
 * What the office of the customer does in Billit itself, while Simon runs. Rows are named as people name them: a customer
 * by name or number, an article by its reference, an order by its number. An unknown name throws. Everything is about the
 * first company of the account unless `inCompany` gave the edits of another.
 */
export class OfficeEdits {
  constructor(
    private readonly account: Account,
    private readonly books: CompanyBooks,
    private readonly login: Login,
    private readonly quirks: Quirks,
    private readonly random: SeededRandom,
    private readonly changed: () => void,
    private readonly wireChanges = new Map<string, WireChanges>(),
  ) {}

  /** The edits of another company of the account, by its name. */
  inCompany(name: string): OfficeEdits {
    const books = knownRow(
      this.account.companies.find(({ company }) => company.name === name || company.commercialName === name),
      `company ${name}`,
    );
    return new OfficeEdits(this.account, books, this.login, this.quirks, this.random, this.changed, this.wireChanges);
  }

  companies(): readonly Company[] {
    return this.account.companies.map(({ company }) => company);
  }

  company(): Company {
    return this.books.company;
  }

  /** Key for a company's own programs. */
  apiKey(): string {
    return this.login.apiKey;
  }

  customers(): readonly Party[] {
    return this.books.parties.all().filter(({ type }) => type === 'Customer');
  }

  articles(): readonly Product[] {
    return this.books.products.all();
  }

  /** Also deleted ones. */
  orders(): readonly Order[] {
    return this.books.orders.all();
  }

  customer(nameOrNumber: string): Party {
    return knownRow(
      this.customers().find(({ name, number }) => name === nameOrNumber || number === nameOrNumber),
      `customer ${nameOrNumber}`,
    );
  }

  /** The first one with this reference. */
  article(reference: string): Product {
    return knownRow(
      this.articles().find((product) => product.reference === reference),
      `article ${reference}`,
    );
  }

  order(number: string): Order {
    return knownRow(
      this.orders().find((order) => order.number === number),
      `order ${number}`,
    );
  }

  addCustomer(customer: NewCustomer): Party {
    const atMs = this.books.stampMs();
    const party: Party = {
      id: this.books.takeId(),
      type: 'Customer',
      number: customer.number ?? '',
      name: customer.name,
      commercialName: '',
      address: {
        street: '',
        streetNumber: '',
        box: '',
        zipcode: '',
        city: '',
        countryCode: this.books.company.country,
        ...customer.address,
      },
      deliveryAddress: null,
      contactFirstName: '',
      contactLastName: '',
      email: customer.email ?? '',
      phone: '',
      mobile: '',
      website: '',
      vatNumber: customer.vatNumber ?? '',
      iban: '',
      language: 'NL',
      vatLiable: customer.vatNumber !== undefined,
      expiryOffsetDays: null,
      internalInfo: '',
      externalProviderId: '',
      inactive: false,
      createdAtMs: atMs,
      modifiedAtMs: atMs,
    };
    this.books.parties.add(party);
    this.changed();
    return party;
  }

  changeCustomer(nameOrNumber: string, changes: Partial<Omit<Party, 'id' | 'modifiedAtMs'>>): void {
    this.books.parties.replace({ ...this.customer(nameOrNumber), ...changes, modifiedAtMs: this.books.stampMs() });
    this.changed();
  }

  renameCustomer(nameOrNumber: string, name: string): void {
    this.changeCustomer(nameOrNumber, { name });
  }

  deactivateCustomer(nameOrNumber: string): void {
    this.changeCustomer(nameOrNumber, { inactive: true });
  }

  activateCustomer(nameOrNumber: string): void {
    this.changeCustomer(nameOrNumber, { inactive: false });
  }

  /** Really gone: only a comparison of all ids shows it. */
  deleteCustomer(nameOrNumber: string): void {
    this.books.parties.remove(this.customer(nameOrNumber).id);
    this.changed();
  }

  addArticle(article: NewArticle): Product {
    const atMs = this.books.stampMs();
    const product: Product = {
      id: this.books.takeId(),
      reference: article.reference,
      description: article.description,
      salesPrice: article.salesPrice,
      purchasePrice: '0',
      vatPercentage: article.vatPercentage ?? '21',
      unit: article.unit ?? 'NAR',
      groupId: 0,
      groupName: '',
      stock: '0',
      internalInformation: '',
      inactive: false,
      createdAtMs: atMs,
      modifiedAtMs: atMs,
    };
    this.books.products.add(product);
    this.changed();
    return product;
  }

  changeArticle(reference: string, changes: Partial<Omit<Product, 'id' | 'modifiedAtMs'>>): void {
    this.books.products.replace({ ...this.article(reference), ...changes, modifiedAtMs: this.books.stampMs() });
    this.changed();
  }

  deactivateArticle(reference: string): void {
    this.changeArticle(reference, { inactive: true });
  }

  activateArticle(reference: string): void {
    this.changeArticle(reference, { inactive: false });
  }

  deleteArticle(reference: string): void {
    this.books.products.remove(this.article(reference).id);
    this.changed();
  }

  addOffer(offer: NewOffer): Order {
    const customer = this.customer(offer.customer);
    const lines = (offer.lines ?? []).map((line) => ({
      productId: line.article === null ? null : this.article(line.article).id,
      quantity: line.quantity,
      description: line.description ?? null,
    }));
    const date = momentText(this.books.stampMs(), 'local').slice(0, 10);
    const input = screenOrder(this.books, { ...offer, type: 'Offer', customer, date, lines });
    const entered = enterOrder(
      input,
      { customerId: customer.id, existing: null, receivedAtMs: null, requestText: null },
      this.books,
      { quirks: this.quirks, newUuid: () => this.random.uuid() },
    );
    const order: Order = { ...entered, externalProvider: '', status: offer.status ?? 'Draft' };
    this.books.orders.add(order);
    this.changed();
    return order;
  }

  /** The customer agrees. How the API tells that is a quirk. */
  approveOffer(number: string): void {
    const status = this.quirks.approvedOffer;
    this.changeOrder(
      number,
      status === 'ApprovalStatus'
        ? { status: 'Sent', isSent: true, approvalStatus: 'Approved' }
        : { status, isSent: true },
    );
  }

  refuseOffer(number: string): void {
    this.changeOrder(number, { status: 'Refused' });
  }

  /** Makes an invoice of an offer on screen; the offer stays, as invoiced. */
  invoiceOffer(number: string): void {
    this.changeOrder(number, { status: 'Invoiced', invoiced: true });
  }

  changeOrder(number: string, changes: Partial<Omit<Order, 'id' | 'modifiedAtMs'>>): void {
    this.books.orders.replace({ ...this.order(number), ...changes, modifiedAtMs: this.books.stampMs() });
    this.changed();
  }

  /** The order moves to the list of deleted ones. */
  deleteOrder(number: string): void {
    this.changeOrder(number, { deleted: true });
  }

  /** The user withdraws what Simon was allowed: tokens and refresh tokens end. */
  revokeLogin(): void {
    this.login.revokeLogins();
    this.changed();
  }

  /** Every access token stops, as after an hour; refresh tokens stay valid. */
  expireTokens(): void {
    this.login.expireAccessTokens();
    this.changed();
  }

  /** The company is no longer open to programs, or is again. */
  allowApi(allowed: boolean): void {
    this.books.changeCompany({ apiAllowed: allowed });
    this.changed();
  }

  /** The user who logged in loses the rights to the company. */
  withdrawAccess(): void {
    this.books.changeCompany({ userHasAccess: false });
    this.changed();
  }

  /** From now on answers show this object with other values: a text for a price, no name at all. */
  distort(id: string, changes: WireChanges): void {
    this.wireChanges.set(id, changes);
  }

  /** Applies the distortions of an object on its way out. */
  readonly finish = (id: string, json: JsonObject): JsonObject => {
    const changes = this.wireChanges.get(id);
    return changes === undefined ? json : { ...json, ...changes };
  };
}
