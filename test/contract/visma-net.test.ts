import { describe } from 'vitest';
import type { Mark } from '../../connectors/_kit/model';
import { TOKEN_KEYS } from '../../connectors/_kit/oauth-login';
import type { SimulatedDocument, SimulatorOptions } from '../../connectors/_kit/simulator/contract';
import { connector } from '../../connectors/visma-net/index';
import { practiceSettings, startSimulator, type VismaBooks } from '../../connectors/visma-net/simulator/index';
import { acceptance } from './acceptance';
import { everyCall } from './every-call';
import { findingBack } from './finding-back';
import { pdfOutcomes } from './pdf-outcomes';
import { connectorContract, type ContractFixture } from './suite';

const salesOrders: ContractFixture<VismaBooks> = {
  connector,
  start: startSimulator,
  wrongSecrets: (right) => ({
    ...right,
    [TOKEN_KEYS.accessToken]: 'dit-is-geen-token',
    [TOKEN_KEYS.refreshToken]: 'dit-is-geen-refresh-token',
  }),
  settings: { document: 'salesOrder', warehouse: 'HOOFD' },
  paged: { resource: 'articles', books: { customers: 5, articles: 240 }, quirks: { maxPageSize: '100' } },
  paths: {
    paged: '/v1/inventory',
    create: { method: 'POST', path: '/api/v3/SalesOrders' },
    lookUp: { method: 'GET', path: '/api/v3/SalesOrders' },
  },
  knownWithoutBody: 'Visma.net answers a create without body and names the document in the header Location.',
  requestsWhenUnchanged: 1,
  office: {
    change: (books) => {
      const article = pick(books, 3);
      books.changeArticle(article.number, { description: 'Nieuwe omschrijving' });
      return article.id;
    },
    deactivate: (books) => {
      const article = pick(books, 40);
      books.deactivateArticle(article.number);
      return article.id;
    },
    distort: (books) => {
      const article = pick(books, 30);
      books.distort(`article ${article.id}`, { defaultPrice: 'twaalf euro' });
      return article.id;
    },
    endGrants: (books) => books.expireTokens(),
    copyDocument: (books, marker) => {
      const [customer] = books.customers();
      books.addOrder({ customer: customer?.name ?? '', description: 'Kopie', customerRefNo: marker });
    },
  },
};

function pick(books: VismaBooks, index: number) {
  const article = books.articles()[index];
  if (article === undefined) throw new Error(`These books have no article ${index}`);
  return article;
}

connectorContract(salesOrders);

describe('with customer invoices', () => {
  connectorContract({
    ...salesOrders,
    settings: { document: 'invoice' },
    paths: {
      ...salesOrders.paths,
      create: { method: 'POST', path: '/v2/customerinvoice' },
      lookUp: { method: 'GET', path: '/v1/customerinvoice' },
    },
    office: {
      ...salesOrders.office,
      copyDocument: (books, marker) => {
        const invoice = books.invoices().find((one) => one.externalReference === marker);
        books.copyInvoice(invoice?.id ?? '');
      },
    },
  });
});

/** The practice settings name the administration of this seed. */
const startPractice = (options: SimulatorOptions) => startSimulator({ ...options, seed: 1 });

everyCall({
  connector,
  start: startPractice,
  settings: practiceSettings,
  only: {
    // Paths of both services, not those of the login.
    path: '/v',
    pauseMs: 5 * 60_000,
    reason:
      'A refresh token of Visma Connect may work once, so that nothing can mend a renewal whose answer is lost; that is the subject of visma-net-link.test.ts.',
  },
});

acceptance({
  connector,
  start: startPractice,
  settings: practiceSettings,
  office: {
    resource: 'articles',
    change: (books, turn) => {
      books.changeArticle('ARBEID', { description: `Arbeid ${turn}` });
      return books.article('ARBEID').id;
    },
  },
  markInTheFuture: (mark) => JSON.parse(JSON.stringify(mark).replaceAll(/"moment":"\d{4}/g, '"moment":"2999')) as Mark,
  longText: ({ fields }) => String(fields.note),
});

const QUIRKS: readonly Readonly<Record<string, string>>[] = [
  { locationHost: 'old' },
  { textCompare: 'exact' },
  { totalCount: 'null' },
  { monolithTime: 'utc' },
];
const otherCustomer = (books: VismaBooks): string =>
  books.customers().find(({ name, status }) => name !== 'Café Zoë' && status === 'Active')?.number ?? '';

findingBack<VismaBooks>({
  connector,
  start: startPractice,
  kind: 'sales order',
  settings: { ...practiceSettings, pullOrders: false, pullQuotes: false },
  create: { method: 'POST', path: '/api/v3/SalesOrders' },
  lookUp: { method: 'GET', path: '/api/v3/SalesOrders' },
  office: {
    copy: (books, _document, marker) =>
      void books.addOrder({ customer: 'Café Zoë', description: 'Kopie', customerRefNo: marker }),
    changeAmount: (books, document) => {
      for (const { lineId } of orderOf(books, document).lines) {
        books.distort(`line ${orderOf(books, document).id}/${lineId}`, { extendedPrice: 999.99 });
      }
    },
    changeTexts: (books, document) => books.changeOrder(document.number, { description: 'Anders', note: 'Anders' }),
    changeCustomer: (books, document) =>
      books.distort(`order ${orderOf(books, document).id}`, { customerId: otherCustomer(books) }),
    finish: (books, document) => books.changeOrder(document.number, { status: 'Completed' }),
    remove: (books, document) => books.deleteOrder(document.number),
    keepMarkerAs: (books, document, text) =>
      books.distort(`order ${orderOf(books, document).id}`, { customerRefNo: text }),
    distort: (books, document) => books.distort(`order ${orderOf(books, document).id}`, { customerId: '' }),
    addOthers: (books, count) => {
      for (let at = 1; at <= count; at += 1) books.addOrder({ customer: 'Café Zoë', description: `Order ${at}` });
    },
  },
  severalPages: 110,
  removed: 'made-again',
  searchRefused: 'question',
  quirks: QUIRKS,
});

findingBack<VismaBooks>({
  connector,
  start: startPractice,
  kind: 'customer invoice',
  settings: { ...practiceSettings, pullOrders: false, pullQuotes: false, document: 'invoice' },
  create: { method: 'POST', path: '/v2/customerinvoice' },
  lookUp: { method: 'GET', path: '/v1/customerinvoice' },
  office: {
    copy: (books, { number }) => void books.copyInvoice(number),
    changeAmount: (books, { number }) => books.distort(`invoice ${number}`, { amount: 999.99 }),
    changeTexts: (books, { number }) => books.distort(`invoice ${number}`, { invoiceText: 'Anders', note: 'Anders' }),
    changeCustomer: (books, { number }) =>
      books.distort(`invoice ${number}`, { customer: { number: otherCustomer(books) } }),
    finish: (books, { number }) => books.distort(`invoice ${number}`, { status: 'Closed', hold: false }),
    remove: (books, { number }) => books.deleteInvoice(number),
    keepMarkerAs: (books, { number }, text) => books.distort(`invoice ${number}`, { externalReference: text }),
    distort: (books, { number }) => books.distort(`invoice ${number}`, { amount: 'veel' }),
    addOthers: (books, count) => {
      for (let at = 1; at <= count; at += 1) books.addInvoice('Café Zoë', `Factuur ${at}`);
    },
  },
  severalPages: 110,
  removed: 'made-again',
  searchRefused: 'another-search',
  quirks: QUIRKS,
});

const orderOf = (books: VismaBooks, { number }: SimulatedDocument) => books.order(number);

const PUT = [{ method: 'POST', path: '/attachment' }];

pdfOutcomes<VismaBooks>({
  connector,
  start: startPractice,
  kind: 'sales order',
  settings: { ...practiceSettings, pullOrders: false, pullQuotes: false },
  put: PUT,
  files: (books) => books.orders().flatMap(({ attachments }) => attachments.map(({ name }) => name)),
});

pdfOutcomes<VismaBooks>({
  connector,
  start: startPractice,
  kind: 'customer invoice',
  settings: { ...practiceSettings, pullOrders: false, pullQuotes: false, document: 'invoice' },
  put: PUT,
  files: (books) => books.invoices().flatMap(({ attachments }) => attachments.map(({ name }) => name)),
});
