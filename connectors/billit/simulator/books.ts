import { Table } from '../../_kit/simulator/table';
import type {
  AccountContent,
  Company,
  CompanyContent,
  Order,
  OrderType,
  Party,
  Product,
  StoredDocument,
  StoredFile,
} from './model';
import { sqlDateTimeMs } from './sql-date-time';

/** The books of one company in memory. */
export class CompanyBooks {
  readonly parties: Table<Party>;
  readonly products: Table<Product>;
  readonly orders: Table<Order>;
  readonly documents: Table<StoredDocument>;
  readonly files: Table<StoredFile>;
  private readonly usedKeys: Set<string>;
  private current: Company;

  constructor(
    content: CompanyContent,
    private readonly account: Pick<Account, 'takeId' | 'stampMs'>,
  ) {
    this.current = content.company;
    this.parties = new Table(content.parties);
    this.products = new Table(content.products);
    this.orders = new Table(content.orders);
    this.documents = new Table(content.documents);
    this.files = new Table(content.files);
    this.usedKeys = new Set(content.usedKeys);
  }

  get company(): Company {
    return this.current;
  }

  changeCompany(changes: Partial<Omit<Company, 'id'>>): void {
    this.current = { ...this.current, ...changes, modifiedAtMs: this.stampMs() };
  }

  /** A new id; ids of everything in the account count up together. */
  takeId(): string {
    return String(this.account.takeId());
  }

  /** A moment of change. Never before an earlier one; two changes within 3 ms share theirs. */
  stampMs(): number {
    return this.account.stampMs();
  }

  /** The number of the next document of a type; counts up. */
  takeOrderNumber(type: OrderType): string {
    for (;;) {
      const next = this.current.nextNumbers[type];
      this.current = { ...this.current, nextNumbers: { ...this.current.nextNumbers, [type]: next + 1 } };
      const number = `${NUMBER_PREFIXES[type]}${next}`;
      if (!this.hasOrderNumber(type, number)) return number;
    }
  }

  hasOrderNumber(type: OrderType, number: string): boolean {
    return this.orders
      .all()
      .some(
        (order) => order.type === type && order.number === number && order.direction === 'Income' && !order.deleted,
      );
  }

  /** Whether a call with this idempotency key succeeded before. */
  knowsKey(key: string): boolean {
    return this.usedKeys.has(key);
  }

  keepKey(key: string): void {
    this.usedKeys.add(key);
  }

  content(): CompanyContent {
    return {
      company: this.current,
      parties: this.parties.all(),
      products: this.products.all(),
      orders: this.orders.all(),
      documents: this.documents.all(),
      files: this.files.all(),
      usedKeys: [...this.usedKeys],
    };
  }
}

const NUMBER_PREFIXES: Readonly<Record<OrderType, string>> = {
  Invoice: '',
  CreditNote: 'CN',
  Offer: 'OF',
  DeliveryNote: 'LB',
  OrderForm: 'BB',
};

/** The account of one user: every company it can open, and the ids that they share. */
export class Account {
  readonly companies: readonly CompanyBooks[];
  private nextId: number;
  private lastStampMs: number;

  constructor(
    content: AccountContent,
    private readonly now: () => number,
  ) {
    this.nextId = content.nextId;
    this.companies = content.companies.map((company) => new CompanyBooks(company, this));
    this.lastStampMs = Math.max(0, ...content.companies.flatMap(changeMoments));
  }

  /** The company with this PartyID, when the user may open it. */
  company(partyId: string): CompanyBooks | null {
    return this.open().find(({ company }) => company.id === partyId) ?? null;
  }

  /** The companies that the user may open. */
  open(): readonly CompanyBooks[] {
    return this.companies.filter(({ company }) => company.userHasAccess);
  }

  takeId(): number {
    this.nextId += 1;
    return this.nextId - 1;
  }

  stampMs(): number {
    this.lastStampMs = Math.max(this.lastStampMs, sqlDateTimeMs(this.now()));
    return this.lastStampMs;
  }

  content(): AccountContent {
    return { companies: this.companies.map((company) => company.content()), nextId: this.nextId };
  }
}

const changeMoments = ({ parties, products, orders }: CompanyContent): number[] => {
  const newest = (rows: readonly { readonly modifiedAtMs: number }[]): number =>
    rows.reduce((latest, { modifiedAtMs }) => Math.max(latest, modifiedAtMs), 0);
  return [newest(parties), newest(products), newest(orders)];
};
