import type { BooksSize } from '../../../_kit/simulator/contract';
import { practiceFirm } from '../../../_kit/simulator/practice/customers';
import { LAST_CHANGE_MS } from '../../../_kit/simulator/practice/moments';
import { practicePlan } from '../../../_kit/simulator/practice/plan';
import { SeededRandom } from '../../../_kit/simulator/random';
import { Books } from '../books';
import type { BooksContent, CreditTerm, OrderType, VatCategory, Warehouse } from '../model';
import { practiceArticles, practiceItemClasses } from './articles';
import { practiceCustomers } from './customers';
import { practiceOrders } from './orders';
import { toPlace } from './places';

export const PRACTICE_COMPANY = 'Koppelaar Installatietechniek B.V.';
/** A second company of the same users, with nothing in it yet. */
export const OTHER_COMPANY = 'Koppelaar Beheer B.V.';

const FIRST_INTERNAL_ID = 1001;
const FIRST_INVOICE = 200001;
const FIRST_VERSION = 128_001;
const DEFAULT_WAREHOUSE = 'HOOFD';

const VAT_CATEGORIES: readonly VatCategory[] = [
  { id: 'HOOG', description: 'Btw hoog tarief', vatId: '1', percentage: '21' },
  { id: 'LAAG', description: 'Btw laag tarief', vatId: '2', percentage: '9' },
  { id: 'NUL', description: 'Btw nultarief', vatId: '3', percentage: '0' },
];

const CREDIT_TERMS: readonly CreditTerm[] = [14, 30, 60].map((dueDays) => ({
  id: String(dueDays),
  description: `${dueDays} dagen netto`,
  dueDays,
}));

const ORDER_TYPES: readonly OrderType[] = [
  { id: 'SO', description: 'Verkooporder', active: true, behavior: 'SalesOrder', manualNumbering: false },
  { id: 'QT', description: 'Offerte', active: true, behavior: 'Quote', manualNumbering: false },
  { id: 'WB', description: 'Werkbon, eigen nummer', active: true, behavior: 'SalesOrder', manualNumbering: true },
  { id: 'CM', description: 'Creditnota', active: false, behavior: 'CreditMemo', manualNumbering: false },
];

const WAREHOUSES: readonly Warehouse[] = [
  {
    id: DEFAULT_WAREHOUSE,
    description: 'Hoofdmagazijn',
    active: true,
    locations: [{ id: 'R1S1', description: 'Rek 1' }],
  },
  { id: 'BUS1', description: 'Bus 1, Bram', active: true, locations: [] },
  { id: 'BUS2', description: 'Bus 2, Sanne', active: true, locations: [] },
  { id: 'OUD', description: 'Oud magazijn (gesloten)', active: false, locations: [] },
];

/** The books of an installer in Amersfoort. The same seed and size give the same rows, ids and moments. */
export function practiceContent(seed: number, size: BooksSize): BooksContent {
  const plan = practicePlan(size);
  const empty = emptyContent(seed, PRACTICE_COMPANY);
  let nextInternalId = empty.company.nextInternalId;
  const nextId = (): number => nextInternalId++;
  const content: BooksContent = {
    ...empty,
    customers: practiceCustomers(new SeededRandom(seed, 'customers'), plan, nextId),
    articles: practiceArticles(new SeededRandom(seed, 'articles'), plan, DEFAULT_WAREHOUSE, nextId),
  };
  const books = new Books({ ...content, company: { ...content.company, nextInternalId } }, () => LAST_CHANGE_MS);
  for (const order of practiceOrders(new SeededRandom(seed, 'orders'), books)) books.orders.add(order);
  return size === 'small' ? handful(books.content()) : books.content();
}

/** A company with its settings, and no customers, articles or documents. */
export function emptyContent(seed: number, name: string): BooksContent {
  const random = new SeededRandom(seed, `company ${name}`);
  let nextInternalId = FIRST_INTERNAL_ID;
  const nextId = (): number => nextInternalId++;
  const firm = practiceFirm(random, 1, name, false);
  const main = toPlace(firm, firm.address, nextId);
  return {
    company: {
      tenantId: random.uuid(),
      name,
      number: random.digits(7).replace(/^0/, '1'),
      corporateId: firm.chamberOfCommerceNumber,
      vatRegistrationId: firm.vatNumber,
      main,
      branches: [
        { number: '1', name },
        { number: '2', name: 'Vestiging Barneveld' },
      ],
      defaultWarehouseId: DEFAULT_WAREHOUSE,
      openFrom: '2024-01-01',
      licensed: true,
      nextInternalId,
      nextInvoice: FIRST_INVOICE,
      nextOrder: { SO: 201, QT: 41 },
      nextVersion: FIRST_VERSION,
    },
    itemClasses: practiceItemClasses(),
    warehouses: WAREHOUSES,
    vatCategories: VAT_CATEGORIES,
    creditTerms: CREDIT_TERMS,
    orderTypes: ORDER_TYPES,
    customers: [],
    articles: [],
    invoices: [],
    orders: [],
    files: [],
  };
}

const SMALL_CUSTOMERS = 12;
const SMALL_ARTICLES = 40;

/** A cut of the practice books in which everything occurs: every status, and orders with their articles. */
function handful(whole: BooksContent): BooksContent {
  const customers = whole.customers.filter(
    (customer, index) => index < SMALL_CUSTOMERS || customer.status !== 'Active' || customer.locations.length > 0,
  );
  const kept = new Set(customers.map((customer) => customer.id));
  const orders = whole.orders.filter((order) => kept.has(order.customerId));
  const used = new Set(orders.flatMap((order) => order.lines.map((line) => line.articleId)));
  const articles = whole.articles.filter(
    (article, index) => index < SMALL_ARTICLES || article.status !== 'Active' || used.has(article.id),
  );
  return { ...whole, customers, orders, articles };
}
