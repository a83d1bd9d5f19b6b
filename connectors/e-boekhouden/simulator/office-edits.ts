import { knownRow } from '../../_kit/simulator/known-row';
import type { Books } from './books';
import type { CallLimits } from './call-limits';
import type { OperationName } from './description';
import type { ErrorCode } from './errors';
import type { Article, ArticleGroup, Invoice, Relation } from './model';
import { enterOfficeInvoice, type NewInvoice } from './office-invoice';
import type { PlannedRefusals } from './planned-refusals';
import { bookingOfGroup } from './practice/article-groups';
import { NO_ADDRESS } from './practice/relations';
import type { Sessions } from './sessions';
import type { AnswerValues } from './write-answer';

export interface NewCustomer {
  readonly name: string;
  readonly code?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly email?: string;
}

export interface NewArticle {
  readonly code: string;
  readonly description: string;
  /** Description of the group, capitals count; absent: in no group. */
  readonly group?: string;
  readonly salesPrice: string;
  readonly unit?: string;
}

/** Text of elements in answers whatever their type, by name of the element; null = the element is not there. */
export type Distortions = Readonly<Record<string, string | null>>;

/**
 * What the office of the customer does in e-Boekhouden itself, while Simon runs. Rows are named as people name them: a
 * customer by name or relation code, an article by its code, an invoice by its number. An unknown name throws.
 */
export class OfficeEdits {
  private readonly distortions = new Map<string, Distortions>();

  constructor(
    private readonly books: Books,
    private readonly sessions: Sessions,
    private readonly limits: CallLimits,
    private readonly refusals: PlannedRefusals,
    private readonly today: () => string,
    private readonly changed: () => void,
  ) {}

  /** Customers and suppliers together, as e-Boekhouden keeps them. */
  relations(): readonly Relation[] {
    return this.books.relations.all();
  }

  articles(): readonly Article[] {
    return this.books.articles.all();
  }

  groups(): readonly ArticleGroup[] {
    return this.books.groups;
  }

  invoices(): readonly Invoice[] {
    return this.books.invoices.all();
  }

  templates(): readonly string[] {
    return this.books.administration.templates;
  }

  customer(nameOrCode: string): Relation {
    return knownRow(
      this.relations().find((relation) => relation.company === nameOrCode || relation.code === nameOrCode),
      `relation ${nameOrCode}`,
    );
  }

  article(code: string): Article {
    return knownRow(
      this.articles().find((article) => article.code === code),
      `article ${code}`,
    );
  }

  invoice(number: string): Invoice {
    return knownRow(
      this.invoices().find((invoice) => invoice.number === number),
      `invoice ${number}`,
    );
  }

  addCustomer(customer: NewCustomer): Relation {
    const id = this.books.takeId();
    const relation: Relation = {
      id,
      addedOn: this.today(),
      code: customer.code ?? `N${id}`,
      company: customer.name,
      contact: '',
      gender: '',
      address: {
        street: customer.street ?? '',
        postcode: customer.postcode ?? '',
        city: customer.city ?? '',
        country: '',
      },
      postalAddress: NO_ADDRESS,
      phone: '',
      mobile: '',
      email: customer.email ?? '',
      website: '',
      note: '',
      vatNumber: '',
      chamberOfCommerceNumber: '',
      salutation: '',
      iban: '',
      kind: 'B',
      inactive: false,
    };
    this.books.relations.add(relation);
    this.changed();
    return relation;
  }

  changeCustomer(nameOrCode: string, changes: Partial<Omit<Relation, 'id'>>): void {
    this.books.relations.replace({ ...this.customer(nameOrCode), ...changes });
    this.changed();
  }

  renameCustomer(nameOrCode: string, company: string): void {
    this.changeCustomer(nameOrCode, { company });
  }

  deactivateCustomer(nameOrCode: string): void {
    this.changeCustomer(nameOrCode, { inactive: true });
  }

  activateCustomer(nameOrCode: string): void {
    this.changeCustomer(nameOrCode, { inactive: false });
  }

  deleteCustomer(nameOrCode: string): void {
    this.books.relations.remove(this.customer(nameOrCode).id);
    this.changed();
  }

  addArticle(article: NewArticle): Article {
    const row: Article = {
      id: this.books.takeId(),
      code: article.code,
      description: article.description,
      groupCode: article.group === undefined ? null : this.group(article.group).code,
      unit: article.unit ?? 'Stuk',
      purchasePrice: '0',
      salesPrice: article.salesPrice,
      ...bookingOfGroup('material'),
      costCentreId: 0,
      active: true,
    };
    this.books.articles.add(row);
    this.changed();
    return row;
  }

  changeArticle(code: string, changes: Partial<Omit<Article, 'id'>>): void {
    this.books.articles.replace({ ...this.article(code), ...changes });
    this.changed();
  }

  moveArticle(code: string, group: string): void {
    this.changeArticle(code, { groupCode: this.group(group).code });
  }

  deactivateArticle(code: string): void {
    this.changeArticle(code, { active: false });
  }

  deleteArticle(code: string): void {
    this.books.articles.remove(this.article(code).id);
    this.changed();
  }

  addGroup(code: string, description: string): ArticleGroup {
    const group: ArticleGroup = { code, description };
    this.books.changeGroups([...this.groups(), group]);
    this.changed();
    return group;
  }

  renameGroup(description: string, newDescription: string): void {
    const { code } = this.group(description);
    this.books.changeGroups(
      this.groups().map((group) => (group.code === code ? { code, description: newDescription } : group)),
    );
    this.changed();
  }

  addTemplate(name: string): void {
    this.books.changeAdministration({ templates: [...this.templates(), name] });
    this.changed();
  }

  removeTemplate(name: string): void {
    this.books.changeAdministration({ templates: this.templates().filter((template) => template !== name) });
    this.changed();
  }

  /** An invoice that somebody in the office makes by hand. */
  addInvoice(invoice: NewInvoice): Invoice {
    const entered = enterOfficeInvoice(invoice, this.books);
    this.books.invoices.add(entered);
    this.changed();
    return entered;
  }

  /** A text typed over on the first line of an invoice, as offices do before they send it. */
  rewriteFirstLine(number: string, description: string): void {
    const invoice = this.invoice(number);
    const lines = invoice.lines.map((line, index) => (index === 0 ? { ...line, description } : line));
    this.books.invoices.replace({ ...invoice, lines });
    this.changed();
  }

  deleteInvoice(number: string): void {
    this.books.invoices.remove(this.invoice(number).id);
    this.changed();
  }

  /** A new password makes a new security code 1, which is returned; open sessions go on. */
  changePassword(): string {
    const code = this.sessions.changePassword();
    this.changed();
    return code;
  }

  /** Every session that was given out has expired. */
  expireSessions(): void {
    this.sessions.expireAll();
  }

  /** The user may not use the API any more (E001.5), or may again. */
  withdrawRights(): void {
    this.sessions.allow(false);
  }

  restoreRights(): void {
    this.sessions.allow(true);
  }

  /** The subscription has ended: there is no administration behind the codes (E001.2). */
  endAdministration(): void {
    this.sessions.endAdministration();
  }

  /** What each session gave as its source, oldest first. */
  sessionSources(): readonly string[] {
    return this.sessions.sources();
  }

  /** The next calls of an operation answer this code and do nothing. */
  refuseNext(operation: OperationName, code: ErrorCode, times = 1): void {
    this.refusals.plan(operation, code, times);
  }

  /** As if the calls for entries of this month had all been made. */
  useUpEntryCalls(): void {
    this.limits.useUpMonth();
  }

  /** From now on answers show this row with other texts: letters for a price, no id at all. */
  distort(id: string, changes: Distortions): void {
    this.distortions.set(id, changes);
  }

  /** Applies the distortions of a row on its way out. */
  readonly finish = (id: string, values: AnswerValues): AnswerValues => {
    const changes = Object.entries(this.distortions.get(id) ?? {});
    if (changes.length === 0) return values;
    return { ...values, ...Object.fromEntries(changes.map(([name, distorted]) => [name, { distorted }])) };
  };

  private group(description: string): ArticleGroup {
    return knownRow(
      this.groups().find((group) => group.description === description),
      `article group ${description}`,
    );
  }
}
