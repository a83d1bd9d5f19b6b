import type { BooksSize } from '../../../_kit/simulator/contract';
import { LAST_CHANGE_MS } from '../../../_kit/simulator/practice/moments';
import { practicePlan } from '../../../_kit/simulator/practice/plan';
import { SeededRandom } from '../../../_kit/simulator/random';
import { Books } from '../books';
import type { BooksContent, Country, OrderTemplate, VatRate } from '../model';
import { practiceGroups } from './article-groups';
import { practiceArticles } from './articles';
import { practiceOrders } from './orders';
import { practiceRelations } from './relations';

const COMPANY_NAME = 'Koppelaar Installatietechniek B.V.';
const FIRST_ORDER_NUMBER = 20240101;
const END_OF_TIME = '9999-12-31';

/** Dutch VAT as it was and is. */
const VAT_RATES: readonly VatRate[] = [
  { kind: 'Geen', percentage: '0', from: '1969-01-01', until: END_OF_TIME },
  { kind: 'Laag', percentage: '6', from: '1986-10-01', until: '2018-12-31' },
  { kind: 'Laag', percentage: '9', from: '2019-01-01', until: END_OF_TIME },
  { kind: 'Hoog', percentage: '19', from: '2001-01-01', until: '2012-09-30' },
  { kind: 'Hoog', percentage: '21', from: '2012-10-01', until: END_OF_TIME },
  { kind: 'Overig', percentage: '0', from: '1969-01-01', until: END_OF_TIME },
];

/** The books of an installer in Amersfoort. The same seed and size give the same rows, ids and moments. */
export function practiceContent(seed: number, size: BooksSize): BooksContent {
  const plan = practicePlan(size);
  const stream = (name: string): SeededRandom => new SeededRandom(seed, name);
  const fixed = stream('fixed');
  const country = (name: string, isoCode: string): Country => ({ id: fixed.uuid(), name, isoCode });
  const netherlands = country('Nederland', 'NL');
  const belgium = country('België', 'BE');
  const germany = country('Duitsland', 'DE');
  const countries = [netherlands, belgium, germany, country('Frankrijk', 'FR'), country('Luxemburg', 'LU')];

  const groups = practiceGroups(stream('groups'));
  const relations = practiceRelations(
    stream('relations'),
    { ...plan, ownName: COMPANY_NAME },
    { NL: netherlands.id, BE: belgium.id, DE: germany.id },
  );
  const articles = practiceArticles(
    stream('articles'),
    plan,
    groups,
    relations.filter((relation) => relation.kinds.includes('Leverancier')),
  );
  const content: BooksContent = {
    company: {
      id: fixed.uuid(),
      administrationName: 'Koppelaar Installatietechniek',
      companyName: COMPANY_NAME,
      pricesExclusive: true,
      priceDecimals: 5,
      quantityDecimals: 2,
      discountOver: 'BerekenenOverRegelBedrag',
      nextOrderNumber: FIRST_ORDER_NUMBER,
    },
    countries,
    vatRates: VAT_RATES,
    groups: Object.values(groups),
    templates: practiceTemplates(stream('templates')),
    relations,
    articles,
    orders: [],
  };
  const books = new Books(
    content,
    () => LAST_CHANGE_MS,
    () => 0,
  );
  const orders = practiceOrders(stream('orders'), books);
  const whole = { ...content, company: books.company, orders };
  return size === 'small' ? handful(whole) : whole;
}

const SMALL_CUSTOMERS = 12;
const SMALL_ARTICLES = 40;
const SMALL_SUPPLIERS = 2;

/** A cut of the practice books in which everything occurs: also what is not active, and orders with their articles. */
function handful(whole: BooksContent): BooksContent {
  const customers = whole.relations.filter((relation) => relation.kinds.includes('Klant'));
  const relations = [
    ...whole.relations.filter((relation) => relation.kinds.includes('Eigen')),
    ...customers.slice(0, SMALL_CUSTOMERS),
    ...customers.filter((relation) => relation.inactive).slice(0, 1),
    ...whole.relations.filter((relation) => relation.kinds.includes('Leverancier')).slice(0, SMALL_SUPPLIERS),
  ];
  const kept = new Set(relations.map((relation) => relation.id));
  const orders = whole.orders.filter((order) => kept.has(order.relationId));
  const used = new Set(orders.flatMap((order) => order.lines.map((line) => line.articleId)));
  const articles = whole.articles
    .filter((article, index) => index < SMALL_ARTICLES || article.inactive || used.has(article.id))
    .map((article) =>
      article.supplierId !== null && kept.has(article.supplierId) ? article : { ...article, supplierId: null },
    );
  return { ...whole, relations, orders, articles };
}

const practiceTemplates = (random: SeededRandom): OrderTemplate[] => [
  {
    id: random.uuid(),
    description: 'Standaard factuur',
    inactive: false,
    pricesExclusive: true,
    blocksNewOrders: false,
    headFields: [],
    lineFields: [],
  },
  {
    id: random.uuid(),
    description: 'Werkbon met monteur',
    inactive: false,
    pricesExclusive: true,
    blocksNewOrders: false,
    headFields: [{ number: 1, description: 'Monteur', mask: '', kind: 'Tekst', maximumLength: 30 }],
    lineFields: [{ number: 1, description: 'Ruimte', mask: '', kind: 'Tekst', maximumLength: 20 }],
  },
  {
    id: random.uuid(),
    description: 'Particulier (prijzen incl. btw)',
    inactive: false,
    pricesExclusive: false,
    blocksNewOrders: true,
    headFields: [],
    lineFields: [],
  },
  {
    id: random.uuid(),
    description: 'Factuur 2019 (oud)',
    inactive: true,
    pricesExclusive: true,
    blocksNewOrders: false,
    headFields: [],
    lineFields: [],
  },
];
