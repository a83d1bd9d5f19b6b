import { Table } from '../../_kit/simulator/table';
import type {
  Administration,
  Article,
  ArticleGroup,
  BooksContent,
  CostCentre,
  Invoice,
  LedgerAccount,
  Relation,
} from './model';

const INVOICE_DIGITS = 5;

/** One administration in memory. */
export class Books {
  readonly relations: Table<Relation>;
  readonly articles: Table<Article>;
  readonly invoices: Table<Invoice>;
  readonly ledgerAccounts: readonly LedgerAccount[];
  readonly costCentres: readonly CostCentre[];
  private currentGroups: readonly ArticleGroup[];
  private currentAdministration: Administration;

  constructor(content: BooksContent) {
    this.currentAdministration = content.administration;
    this.currentGroups = content.groups;
    this.ledgerAccounts = content.ledgerAccounts;
    this.costCentres = content.costCentres;
    this.relations = new Table(content.relations);
    this.articles = new Table(content.articles);
    this.invoices = new Table(content.invoices);
  }

  get administration(): Administration {
    return this.currentAdministration;
  }

  get groups(): readonly ArticleGroup[] {
    return this.currentGroups;
  }

  changeAdministration(changes: Partial<Omit<Administration, 'guid'>>): void {
    this.currentAdministration = { ...this.currentAdministration, ...changes };
  }

  changeGroups(groups: readonly ArticleGroup[]): void {
    this.currentGroups = groups;
  }

  group(code: string | null): ArticleGroup | null {
    return this.currentGroups.find((group) => group.code === code) ?? null;
  }

  relationByCode(code: string): Relation | null {
    return this.relations.all().find((relation) => relation.code === code) ?? null;
  }

  /** Id of a new row; counts up over all tables. */
  takeId(): string {
    const { nextId } = this.currentAdministration;
    this.changeAdministration({ nextId: nextId + 1 });
    return String(nextId);
  }

  isInvoiceNumberTaken(number: string): boolean {
    return this.invoices.all().some((invoice) => invoice.number.toLowerCase() === number.toLowerCase());
  }

  /** The next number of the running series, `F00012`; one that somebody gave by hand is passed over. */
  takeInvoiceNumber(): string {
    for (;;) {
      const { nextInvoiceNumber } = this.currentAdministration;
      this.changeAdministration({ nextInvoiceNumber: nextInvoiceNumber + 1 });
      const number = `F${String(nextInvoiceNumber).padStart(INVOICE_DIGITS, '0')}`;
      if (!this.isInvoiceNumberTaken(number)) return number;
    }
  }

  takeEntryNumber(): number {
    const { nextEntryNumber } = this.currentAdministration;
    this.changeAdministration({ nextEntryNumber: nextEntryNumber + 1 });
    return nextEntryNumber;
  }

  content(): BooksContent {
    return {
      administration: this.currentAdministration,
      groups: this.currentGroups,
      ledgerAccounts: this.ledgerAccounts,
      costCentres: this.costCentres,
      relations: this.relations.all(),
      articles: this.articles.all(),
      invoices: this.invoices.all(),
    };
  }
}
