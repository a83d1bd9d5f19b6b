import { knownRow } from '../../_kit/simulator/known-row';
import type { SeededRandom } from '../../_kit/simulator/random';
import { ALL_SCOPES, type Login, type Scope } from './auth';
import type { Books } from './books';
import type { Gateway } from './gateway';
import type { Article, ArticleGroup, Relation, SalesOrder } from './model';
import { enterOrder } from './order-entry';
import type { LineInput } from './order-input';
import type { Quirks } from './quirks';

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
  /** Name of the group, capitals count. */
  readonly group: string;
  readonly salesPrice: string;
  readonly unit?: string;
}

export interface NewOrder {
  /** Name or relatiecode. */
  readonly customer: string | number;
  readonly description: string;
  readonly memo?: string;
  readonly orderReference?: string;
  readonly processStatus?: SalesOrder['processStatus'];
  readonly blocked?: boolean;
  readonly lines?: readonly {
    readonly article: string | null;
    readonly quantity: string;
    readonly description?: string;
  }[];
}

/** Values of one object in answers, as they would leave if the vendor had a fault: any JSON. */
export type WireChanges = Readonly<Record<string, unknown>>;

/**
 * What the office of the customer does in SnelStart itself, while Simon runs. Rows are named as people name them: a
 * customer by name or relatiecode, an article by its code, an order by its number. An unknown name throws.
 */
export class OfficeEdits {
  private readonly wireChanges = new Map<string, WireChanges>();

  constructor(
    private readonly books: Books,
    private readonly login: Login,
    private readonly gateway: Gateway,
    private readonly quirks: Quirks,
    private readonly random: SeededRandom,
    private readonly changed: () => void,
  ) {}

  customers(): readonly Relation[] {
    return this.books.relations.all().filter((relation) => relation.kinds.includes('Klant'));
  }

  articles(): readonly Article[] {
    return this.books.articles.all();
  }

  groups(): readonly ArticleGroup[] {
    return this.books.groups.all();
  }

  orders(): readonly SalesOrder[] {
    return this.books.orders.all();
  }

  customer(nameOrCode: string | number): Relation {
    return knownRow(
      this.books.relations
        .all()
        .find((relation) => relation.name === nameOrCode || String(relation.code) === String(nameOrCode)),
      `customer ${nameOrCode}`,
    );
  }

  article(code: string): Article {
    return knownRow(
      this.books.articles.all().find((article) => article.code === code),
      `article ${code}`,
    );
  }

  order(number: number): SalesOrder {
    return knownRow(
      this.books.orders.all().find((order) => order.number === number),
      `order ${number}`,
    );
  }

  addCustomer(customer: NewCustomer): Relation {
    const code = Math.max(0, ...this.customers().map((relation) => relation.code)) + 1;
    const relation: Relation = {
      id: this.random.uuid(),
      code,
      kinds: ['Klant'],
      name: customer.name,
      address: {
        contact: '',
        street: customer.street ?? '',
        postcode: customer.postcode ?? '',
        city: customer.city ?? '',
        countryId: this.books.countries.all()[0]?.id ?? null,
      },
      postalAddress: null,
      phone: '',
      mobile: '',
      email: customer.email ?? '',
      vatNumber: '',
      chamberOfCommerceNumber: '',
      website: '',
      iban: '',
      creditDays: 30,
      inactive: false,
      memo: '',
      invoiceRelationId: null,
      modified: this.books.stamp(),
    };
    this.books.relations.add(relation);
    this.changed();
    return relation;
  }

  changeCustomer(nameOrCode: string | number, changes: Partial<Omit<Relation, 'id' | 'modified'>>): void {
    this.books.relations.replace({ ...this.customer(nameOrCode), ...changes, modified: this.books.stamp() });
    this.changed();
  }

  renameCustomer(nameOrCode: string | number, name: string): void {
    this.changeCustomer(nameOrCode, { name });
  }

  deactivateCustomer(nameOrCode: string | number): void {
    this.changeCustomer(nameOrCode, { inactive: true });
  }

  activateCustomer(nameOrCode: string | number): void {
    this.changeCustomer(nameOrCode, { inactive: false });
  }

  /** Really gone, as after a clean-up by the vendor: only a comparison of all ids shows it. */
  deleteCustomer(nameOrCode: string | number): void {
    this.books.relations.remove(this.customer(nameOrCode).id);
    this.changed();
  }

  addArticle(article: NewArticle): Article {
    const row: Article = {
      id: this.random.uuid(),
      code: article.code,
      description: article.description,
      groupId: this.group(article.group).id,
      salesPrice: article.salesPrice,
      purchasePrice: '0',
      unit: article.unit ?? 'st',
      supplierId: null,
      inactive: false,
      keepsStock: false,
      stock: '0',
      modified: this.books.stamp(),
    };
    this.books.articles.add(row);
    this.changed();
    return row;
  }

  changeArticle(code: string, changes: Partial<Omit<Article, 'id' | 'modified'>>): void {
    this.books.articles.replace({ ...this.article(code), ...changes, modified: this.books.stamp() });
    this.changed();
  }

  moveArticle(code: string, group: string): void {
    this.changeArticle(code, { groupId: this.group(group).id });
  }

  deactivateArticle(code: string): void {
    this.changeArticle(code, { inactive: true });
  }

  deleteArticle(code: string): void {
    this.books.articles.remove(this.article(code).id);
    this.changed();
  }

  addGroup(name: string, vatKind: ArticleGroup['vatKind'] = 'Hoog'): ArticleGroup {
    const number = Math.max(0, ...this.groups().map((group) => group.number)) + 10;
    const group: ArticleGroup = { id: this.random.uuid(), number, name, vatKind, ledgerId: this.random.uuid() };
    this.books.groups.add(group);
    this.changed();
    return group;
  }

  renameGroup(name: string, newName: string): void {
    this.books.groups.replace({ ...this.group(name), name: newName });
    this.changed();
  }

  addOrder(order: NewOrder): SalesOrder {
    const lines: LineInput[] = (order.lines ?? []).map((line) => ({
      articleId: line.article === null ? null : this.article(line.article).id,
      description: line.description ?? null,
      unitPrice: null,
      quantity: line.quantity,
      discountPercentage: null,
      extra: [],
    }));
    const entered = enterOrder(
      {
        id: null,
        number: null,
        relationId: this.customer(order.customer).id,
        date: new Date(this.books.stamp().atMs).toISOString().slice(0, 10) + 'T00:00:00',
        processStatus: order.processStatus ?? null,
        orderStatus: null,
        creditDays: null,
        blocked: order.blocked ?? null,
        description: order.description,
        paymentReference: null,
        memo: order.memo ?? null,
        orderReference: order.orderReference ?? null,
        templateId: null,
        priceMode: null,
        invoiceAddress: null,
        deliveryAddress: null,
        invoiceDiscount: null,
        costCentreId: null,
        mandateId: null,
        extra: [],
        lines,
      },
      { id: this.random.uuid(), number: this.books.takeOrderNumber(), invoiceId: null, receivedAtMs: null },
      this.books,
      this.quirks,
    );
    this.books.orders.add(entered);
    this.changed();
    return entered;
  }

  addQuote(quote: Omit<NewOrder, 'processStatus'>): SalesOrder {
    return this.addOrder({ ...quote, processStatus: 'Offerte' });
  }

  /** Makes an invoice of an order: SnelStart then fills verkoopfactuur. */
  invoiceOrder(number: number): void {
    this.books.orders.replace({
      ...this.order(number),
      invoiceId: this.random.uuid(),
      processStatus: 'Factuur',
      orderStatus: 'Uitgevoerd',
      modified: this.books.stamp(),
    });
    this.changed();
  }

  deleteOrder(number: number): void {
    this.books.orders.remove(this.order(number).id);
    this.changed();
  }

  /** Ends the koppelsleutel and makes a new one, which is returned. */
  regenerateKey(): string {
    const key = this.login.regenerateKey();
    this.changed();
    return key;
  }

  expireTokens(): void {
    this.login.expireTokens();
  }

  /** Takes scopes away from tokens asked from now on. */
  withdrawScopes(...scopes: Scope[]): void {
    this.login.grantScopes(ALL_SCOPES.filter((scope) => !scopes.includes(scope)));
  }

  /** The other key of the app's own subscription at the vendor; each has limits of its own. */
  get secondarySubscriptionKey(): string {
    return this.gateway.keys.secondary;
  }

  /** Ends one key of the app's own subscription, the primary one unless told otherwise. */
  rejectSubscriptionKey(key: string = this.gateway.keys.primary): void {
    this.gateway.rejectKey(key);
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

  private group(name: string): ArticleGroup {
    return knownRow(
      this.groups().find((group) => group.name === name),
      `article group ${name}`,
    );
  }
}
