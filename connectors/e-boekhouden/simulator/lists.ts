import type { Books } from './books';
import type { Administration, Article, CostCentre, Invoice, LedgerAccount, Relation } from './model';
import type { Quirks } from './quirks';
import type { SentValues } from './sent-values';
import type { AnswerValues } from './write-answer';

/** The rows that a list shows, before the cap. There is no paging, no order to ask for and no date of change. */
export class Lists {
  constructor(
    private readonly books: Books,
    private readonly quirks: Quirks,
    private readonly now: () => number,
  ) {}

  relations(filter: SentValues): readonly Relation[] {
    const keyword = filter.text('Trefwoord').trim().toLowerCase();
    const id = filter.whole('ID');
    return this.inOrder(
      this.books.relations
        .all()
        .filter(
          (relation) =>
            (id === 0 || relation.id === String(id)) &&
            this.matches(filter.text('Code'), relation.code) &&
            (keyword === '' || keywordFields(relation).some((field) => field.toLowerCase().includes(keyword))) &&
            !(this.quirks.inactiveRelations === 'left-out' && relation.inactive),
        ),
    );
  }

  articles(filter: SentValues): readonly Article[] {
    const id = filter.whole('ArtikelID');
    return this.inOrder(
      this.books.articles
        .all()
        .filter(
          (article) =>
            (id === 0 || article.id === String(id)) &&
            this.matches(filter.text('ArtikelOmschrijving'), article.description) &&
            this.matches(filter.text('ArtikelCode'), article.code) &&
            this.matches(filter.text('GroepOmschrijving'), this.books.group(article.groupCode)?.description ?? '') &&
            this.matches(filter.text('GroepCode'), article.groupCode ?? ''),
        ),
    );
  }

  invoices(filter: SentValues): readonly Invoice[] {
    const number = filter.text('Factuurnummer').trim();
    const ignoresDates = number !== '' && this.quirks.numberIgnoresDates === 'yes';
    // A day that is not sent is the first day of the year 1 in .NET.
    const from = filter.day('DatumVan') ?? '0001-01-01';
    const until = filter.day('DatumTm') ?? '0001-01-01';
    const newestMs = this.now() - (this.quirks.invoiceDelaySeconds ?? 0) * 1000;
    return this.inOrder(
      this.books.invoices
        .all()
        .filter(
          (invoice) =>
            this.matches(number, invoice.number) &&
            this.matches(filter.text('Relatiecode'), invoice.relationCode) &&
            (ignoresDates || (from <= invoice.day && invoice.day <= until)) &&
            (invoice.receivedAtMs === null || invoice.receivedAtMs <= newestMs),
        ),
    );
  }

  ledgerAccounts(filter: SentValues): readonly LedgerAccount[] {
    const id = filter.whole('ID');
    return this.books.ledgerAccounts.filter(
      (account) =>
        (id === 0 || account.id === String(id)) &&
        this.matches(filter.text('Code'), account.code) &&
        this.matches(filter.text('Categorie'), account.category),
    );
  }

  costCentres(filter: SentValues): readonly CostCentre[] {
    const id = filter.whole('KostenplaatsID');
    const parentId = filter.whole('KostenplaatsParentID');
    return this.books.costCentres.filter(
      (costCentre) =>
        (id === 0 || costCentre.id === String(id)) &&
        (parentId === 0 || costCentre.parentId === parentId) &&
        this.matches(filter.text('Omschrijving'), costCentre.description),
    );
  }

  administrations(): readonly AnswerValues[] {
    const own = administrationRow(this.books.administration);
    switch (this.quirks.administrations) {
      case 'own':
        return [own];
      case 'linked':
        return [LINKED_ADMINISTRATION, own];
      case 'none':
        return [];
    }
  }

  /** An empty filter lets everything through. */
  private matches(wanted: string, actual: string): boolean {
    if (wanted === '' || wanted === actual) return true;
    switch (this.quirks.textFilters) {
      case 'exact':
        return false;
      case 'ignore-case':
        return wanted.toLowerCase() === actual.toLowerCase();
      case 'contains':
        return actual.toLowerCase().includes(wanted.toLowerCase());
    }
  }

  private inOrder<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
    if (this.quirks.listOrder === 'entered') return rows;
    // Ids read backwards: fixed, and nothing like the order in which the rows were entered.
    const keyOf = (row: Row): string => [...row.id].toReversed().join('');
    return rows.toSorted((one, two) => (keyOf(one) < keyOf(two) ? -1 : 1));
  }
}

/** What Trefwoord looks into, as the client niro1987/eBoekhouden describes it. */
const keywordFields = (relation: Relation): readonly string[] => [
  relation.code,
  relation.company,
  relation.address.city,
  relation.contact,
  relation.email,
  relation.kind,
];

const administrationRow = (administration: Administration): AnswerValues => ({
  Bedrijf: administration.company,
  Plaats: administration.city,
  Guid: administration.guid,
  StartBoekjaar: administration.bookYearStart,
});

const LINKED_ADMINISTRATION: AnswerValues = {
  Bedrijf: 'Koppelaar Vastgoed B.V.',
  Plaats: 'Amersfoort',
  Guid: '5E0C0F8B-0F0B-4A55-9B1D-0D3C2A6E7F10',
  StartBoekjaar: '2022-01-01',
};
