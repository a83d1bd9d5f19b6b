import { Table } from '../../_kit/simulator/table';
import type {
  Article,
  BooksContent,
  Branch,
  Company,
  CreditTerm,
  Customer,
  Invoice,
  ItemClass,
  OrderType,
  SalesOrder,
  StoredFile,
  VatCategory,
  Warehouse,
} from './model';

const ORDER_NUMBER_LENGTH = 6;

/** One company in memory. */
export class Books {
  readonly itemClasses: readonly ItemClass[];
  readonly warehouses: Table<Warehouse>;
  readonly vatCategories: readonly VatCategory[];
  readonly creditTerms: readonly CreditTerm[];
  readonly orderTypes: readonly OrderType[];
  readonly customers: Table<Customer>;
  readonly articles: Table<Article>;
  readonly invoices: Table<Invoice>;
  readonly orders: Table<SalesOrder>;
  readonly files: Table<StoredFile>;
  private currentCompany: Company;
  private lastChange: number;

  constructor(
    content: BooksContent,
    private readonly now: () => number,
  ) {
    this.currentCompany = content.company;
    this.itemClasses = content.itemClasses;
    this.vatCategories = content.vatCategories;
    this.creditTerms = content.creditTerms;
    this.orderTypes = content.orderTypes;
    this.warehouses = new Table(content.warehouses);
    this.customers = new Table(content.customers);
    this.articles = new Table(content.articles);
    this.invoices = new Table(content.invoices);
    this.orders = new Table(content.orders);
    this.files = new Table(content.files);
    this.lastChange = 0;
    for (const rows of [content.customers, content.articles, content.invoices, content.orders]) {
      for (const { modifiedMs } of rows) this.lastChange = Math.max(this.lastChange, modifiedMs);
    }
  }

  get company(): Company {
    return this.currentCompany;
  }

  /** The newest change there is, UTC milliseconds. */
  get lastChangeMs(): number {
    return this.lastChange;
  }

  /** The branch that documents go to when nothing else is said. */
  get defaultBranch(): Branch {
    const [branch] = this.currentCompany.branches;
    if (branch === undefined) throw new Error('A company has a branch');
    return branch;
  }

  changeCompany(changes: Partial<Company>): void {
    this.currentCompany = { ...this.currentCompany, ...changes };
  }

  customerByNumber(number: string): Customer | null {
    return this.customers.all().find((customer) => customer.number === number) ?? null;
  }

  articleByNumber(number: string): Article | null {
    return this.articles.all().find((article) => article.number === number) ?? null;
  }

  /** A key for a customer, an article, an address or a contact. */
  takeInternalId(): number {
    const id = this.currentCompany.nextInternalId;
    this.changeCompany({ nextInternalId: id + 1 });
    return id;
  }

  takeInvoiceNumber(): string {
    const number = this.currentCompany.nextInvoice;
    this.changeCompany({ nextInvoice: number + 1 });
    return String(number);
  }

  /** The next number of an order type: six digits, as in `SO/000223`. */
  takeOrderNumber(type: string): string {
    const { nextOrder } = this.currentCompany;
    const number = nextOrder[type] ?? 1;
    this.changeCompany({ nextOrder: { ...nextOrder, [type]: number + 1 } });
    return String(number).padStart(ORDER_NUMBER_LENGTH, '0');
  }

  takeVersion(): number {
    const version = this.currentCompany.nextVersion;
    this.changeCompany({ nextVersion: version + 1 });
    return version;
  }

  /** A moment of change, later than every one before, also when the clock goes back. */
  stamp(): number {
    this.lastChange = Math.max(this.now(), this.lastChange + 1);
    return this.lastChange;
  }

  content(): BooksContent {
    return {
      company: this.currentCompany,
      itemClasses: this.itemClasses,
      warehouses: this.warehouses.all(),
      vatCategories: this.vatCategories,
      creditTerms: this.creditTerms,
      orderTypes: this.orderTypes,
      customers: this.customers.all(),
      articles: this.articles.all(),
      invoices: this.invoices.all(),
      orders: this.orders.all(),
      files: this.files.all(),
    };
  }
}
