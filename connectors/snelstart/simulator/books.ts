import { Table } from '../../_kit/simulator/table';
import type {
  Article,
  ArticleGroup,
  BooksContent,
  Company,
  Country,
  OrderTemplate,
  Relation,
  SalesOrder,
  Stamp,
  VatRate,
} from './model';

/** One administration in memory. */
export class Books {
  readonly relations: Table<Relation>;
  readonly articles: Table<Article>;
  readonly groups: Table<ArticleGroup>;
  readonly countries: Table<Country>;
  readonly templates: Table<OrderTemplate>;
  readonly orders: Table<SalesOrder>;
  readonly vatRates: readonly VatRate[];
  private currentCompany: Company;
  private lastStamp: Stamp;

  constructor(
    content: BooksContent,
    private readonly now: () => number,
    private readonly ticks: () => number,
  ) {
    this.currentCompany = content.company;
    this.vatRates = content.vatRates;
    this.relations = new Table(content.relations);
    this.articles = new Table(content.articles);
    this.groups = new Table(content.groups);
    this.countries = new Table(content.countries);
    this.templates = new Table(content.templates);
    this.orders = new Table(content.orders);
    this.lastStamp = latest([...content.relations, ...content.articles, ...content.orders]);
  }

  get company(): Company {
    return this.currentCompany;
  }

  /** The newest change there is, UTC milliseconds. */
  get lastChangeMs(): number {
    return this.lastStamp.atMs;
  }

  changeCompany(changes: Partial<Company>): void {
    this.currentCompany = { ...this.currentCompany, ...changes };
  }

  /** The number of the next order; counts up. */
  takeOrderNumber(): number {
    const number = this.currentCompany.nextOrderNumber;
    this.changeCompany({ nextOrderNumber: number + 1 });
    return number;
  }

  /** A moment of change. Later than every one before, also when the clock goes back, as with a server's own counter. */
  stamp(): Stamp {
    const atMs = this.now();
    const isLater = atMs > this.lastStamp.atMs;
    this.lastStamp = isLater ? { atMs, ticks: this.ticks() } : { atMs: this.lastStamp.atMs + 1, ticks: 0 };
    return this.lastStamp;
  }

  /** VAT percentage of a kind on a day (`YYYY-MM-DD`); zero where the administration has no rate. */
  vatPercentage(kind: VatRate['kind'], day: string): string {
    return this.vatRates.find((rate) => rate.kind === kind && rate.from <= day && day <= rate.until)?.percentage ?? '0';
  }

  content(): BooksContent {
    return {
      company: this.currentCompany,
      countries: this.countries.all(),
      vatRates: this.vatRates,
      groups: this.groups.all(),
      templates: this.templates.all(),
      relations: this.relations.all(),
      articles: this.articles.all(),
      orders: this.orders.all(),
    };
  }
}

function latest(rows: readonly { readonly modified: Stamp }[]): Stamp {
  let newest: Stamp = { atMs: 0, ticks: 0 };
  for (const { modified } of rows) {
    if (modified.atMs > newest.atMs) newest = modified;
  }
  return newest;
}
