import type { BooksSize } from '../../../_kit/simulator/contract';
import { practicePlan } from '../../../_kit/simulator/practice/plan';
import { SeededRandom } from '../../../_kit/simulator/random';
import { Books } from '../books';
import type { BooksContent, Relation } from '../model';
import { practiceGroups } from './article-groups';
import { practiceArticles } from './articles';
import { practiceInvoices } from './invoices';
import { practiceCostCentres, practiceLedgerAccounts } from './ledger-accounts';
import { practiceRelations } from './relations';

const FIRST_ID = 1001;
const FIRST_SUPPLIER_CODE = '60001';

/** Names of templates as offices make them up; each must be typed to the letter. */
const TEMPLATES = ['Standaard factuur', 'Factuur met specificatie', "Werkbon 't Atelier & Co", 'Factuur België (FR)'];

/** The books of an installer in Amersfoort. The same seed and size give the same rows, ids and days. */
export function practiceContent(seed: number, size: BooksSize): BooksContent {
  const plan = practicePlan(size);
  const stream = (name: string): SeededRandom => new SeededRandom(seed, name);
  let nextId = FIRST_ID;
  const takeId = (): string => String(nextId++);
  const ledgerAccounts = practiceLedgerAccounts(takeId);
  const costCentres = practiceCostCentres(takeId);
  const relations = practiceRelations(stream('relations'), plan, takeId);
  const articles = practiceArticles(stream('articles'), plan, takeId);
  const books = new Books({
    administration: {
      guid: stream('administration').uuid().toUpperCase(),
      company: 'Koppelaar Installatietechniek B.V.',
      city: 'Amersfoort',
      bookYearStart: '2021-01-01',
      templates: TEMPLATES,
      nextInvoiceNumber: 1,
      nextEntryNumber: 1,
      nextId,
    },
    groups: practiceGroups,
    ledgerAccounts,
    costCentres,
    relations,
    articles,
    invoices: [],
  });
  const invoices = practiceInvoices(books);
  const whole = { ...books.content(), invoices };
  return size === 'small' ? handful(whole) : whole;
}

const SMALL_CUSTOMERS = 12;
const SMALL_ARTICLES = 40;
const SMALL_SUPPLIERS = 2;

/** A cut of the practice books in which everything occurs: what is not active, a relation without code, invoices. */
function handful(whole: BooksContent): BooksContent {
  const isSupplier = (relation: Relation): boolean => relation.code >= FIRST_SUPPLIER_CODE && relation.code < '70000';
  const customers = whole.relations.filter((relation) => !isSupplier(relation));
  const relations = [
    ...customers.slice(0, SMALL_CUSTOMERS),
    ...customers.filter((relation) => relation.inactive).slice(0, 1),
    ...customers.filter((relation) => relation.code === ''),
    ...whole.relations.filter(isSupplier).slice(0, SMALL_SUPPLIERS),
  ];
  const codes = new Set(relations.map((relation) => relation.code));
  const invoices = whole.invoices.filter((invoice) => codes.has(invoice.relationCode));
  const used = new Set(invoices.flatMap((invoice) => invoice.lines.map((line) => line.code)));
  const articles = whole.articles.filter(
    (article, index) => index < SMALL_ARTICLES || !article.active || used.has(article.code),
  );
  return { ...whole, relations, invoices, articles };
}
