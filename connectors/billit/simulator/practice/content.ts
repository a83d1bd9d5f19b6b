import type { BooksSize } from '../../../_kit/simulator/contract';
import { LAST_CHANGE_MS } from '../../../_kit/simulator/practice/moments';
import { SeededRandom } from '../../../_kit/simulator/random';
import { Account } from '../books';
import type { AccountContent, Company, CompanyContent, OrderType, SalesCountry } from '../model';
import type { Quirks } from '../quirks';
import { sqlDateTimeMs } from '../sql-date-time';
import { practiceOrders } from './orders';
import { practiceParties } from './parties';
import { practiceProducts } from './products';

const FIRST_ID = 588_701;

const NEXT_NUMBERS: Readonly<Record<OrderType, number>> = {
  Invoice: 20240301,
  CreditNote: 1041,
  Offer: 2401,
  DeliveryNote: 501,
  OrderForm: 801,
};

interface CompanyWish {
  readonly name: string;
  readonly commercialName: string;
  readonly country: SalesCountry;
  readonly vatNumber: string;
  readonly iban: string;
  readonly street: readonly [string, string, string, string];
  readonly apiAllowed: boolean;
}

const COMPANY: CompanyWish = {
  name: 'Koppelaar Installatietechniek B.V.',
  commercialName: 'Koppelaar Installatietechniek',
  country: 'NL',
  vatNumber: 'NL002817469B01',
  iban: 'NL24OEFN0417358921',
  street: ['Nijverheidsweg-Noord', '74', '3812 PM', 'Amersfoort'],
  apiAllowed: true,
};
const OTHER_COMPANIES: readonly CompanyWish[] = [
  {
    name: 'Koppelaar België BV',
    commercialName: 'Koppelaar België',
    country: 'BE',
    vatNumber: 'BE0123456749',
    iban: 'BE71096123456769',
    street: ['Steenweg op Gierle', '118', '2300', 'Turnhout'],
    apiAllowed: true,
  },
  {
    name: 'Koppelaar Holding B.V.',
    commercialName: 'Koppelaar Holding',
    country: 'NL',
    vatNumber: 'NL003512940B01',
    iban: 'NL94OEFN0293847561',
    street: ['Korte Gracht', '3', '3811 KB', 'Amersfoort'],
    apiAllowed: false,
  },
];

const PRACTICE = { customers: 268, withNotable: true, suppliers: 18, articles: 420, withInactive: true };
const SMALL_COMPANY = { customers: 12, withNotable: false, suppliers: 2, articles: 40, withInactive: false };

/** The account of an installer in Amersfoort. The same seed, size and quirks give the same rows, ids and moments. */
export function practiceContent(seed: number, size: BooksSize, quirks: Pick<Quirks, 'companies'>): AccountContent {
  let nextId = FIRST_ID;
  const takeId = (): string => {
    nextId += 1;
    return String(nextId - 1);
  };
  const wishes = quirks.companies === 'several' ? [COMPANY, ...OTHER_COMPANIES] : [COMPANY];
  const companies = wishes.map((wish, index) => {
    const stream = (name: string): SeededRandom =>
      new SeededRandom(seed, index === 0 ? name : `${name} of company ${index}`);
    const plan =
      index > 0
        ? SMALL_COMPANY
        : typeof size === 'object'
          ? { ...size, withNotable: false, suppliers: 0, withInactive: false }
          : PRACTICE;
    const content: CompanyContent = {
      company: companyOf(wish, takeId()),
      parties: practiceParties(stream('parties'), plan, takeId),
      products: practiceProducts(stream('products'), plan, wish.country, takeId),
      orders: [],
      documents: [],
      files: [],
      usedKeys: [],
    };
    return { content, stream };
  });
  const account = new Account({ companies: companies.map(({ content }) => content), nextId }, () => LAST_CHANGE_MS);
  for (const [index, books] of account.companies.entries()) {
    const stream = companies[index]?.stream;
    if (stream !== undefined) practiceOrders(stream('orders'), books);
  }
  const whole = account.content();
  return size === 'small' ? { ...whole, companies: whole.companies.map(handful) } : whole;
}

function companyOf(wish: CompanyWish, id: string): Company {
  const [street, streetNumber, zipcode, city] = wish.street;
  const atMs = sqlDateTimeMs(Date.UTC(2021, 0, 4, 8, 3, 11, 40));
  return {
    id,
    name: wish.name,
    commercialName: wish.commercialName,
    address: { street, streetNumber, box: '', zipcode, city, countryCode: wish.country },
    email: 'administratie@koppelaar.example',
    phone: wish.country === 'NL' ? '033-4567890' : '+32 14 123 456',
    vatNumber: wish.vatNumber,
    iban: wish.iban,
    country: wish.country,
    apiAllowed: wish.apiAllowed,
    userHasAccess: true,
    expiryOffsetDays: 30,
    createdAtMs: atMs,
    modifiedAtMs: atMs,
    nextNumbers: NEXT_NUMBERS,
  };
}

const SMALL_CUSTOMERS = 12;
const SMALL_PRODUCTS = 40;
const SMALL_SUPPLIERS = 2;

/** A cut of the books in which everything occurs: also what is not active, doubles, and orders with their products. */
function handful(whole: CompanyContent): CompanyContent {
  const customers = whole.parties.filter(({ type }) => type === 'Customer');
  const parties = [
    ...customers.slice(0, SMALL_CUSTOMERS),
    ...customers.filter(({ inactive }) => inactive).slice(0, 1),
    ...whole.parties.filter(({ type }) => type === 'Supplier').slice(0, SMALL_SUPPLIERS),
  ];
  const kept = new Set(parties.map(({ id }) => id));
  const orders = whole.orders.filter(({ customerId }) => kept.has(customerId));
  const used = new Set(orders.flatMap(({ lines }) => lines.map(({ productId }) => productId)));
  const files = new Set(orders.flatMap(({ pdf, attachments }) => [pdf, ...attachments].map(({ fileId }) => fileId)));
  const references = whole.products.map(({ reference }) => reference);
  const isNotable = (reference: string): boolean =>
    reference === '' || references.indexOf(reference) !== references.lastIndexOf(reference);
  return {
    ...whole,
    parties,
    orders,
    files: whole.files.filter(({ id }) => files.has(id)),
    products: whole.products.filter(
      (product, index) =>
        index < SMALL_PRODUCTS || product.inactive || used.has(product.id) || isNotable(product.reference),
    ),
  };
}
